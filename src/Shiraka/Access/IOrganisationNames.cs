using Shiraka.Shared;

namespace Shiraka.Access;

/// <summary>Names of organisations for the pages of this module; the directory gives them.</summary>
public interface IOrganisationNames
{
    /// <summary>The name of each organisation in <paramref name="language"/>; those without one are left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> organisations, Language language, CancellationToken cancel);
}

/// <summary>An installation without a directory: the last letters of the id, enough to tell two apart.</summary>
internal sealed class OrganisationIds : IOrganisationNames
{
    public Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> organisations, Language language, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, string>>(organisations.Distinct().ToDictionary(id => id, id => id.ToString("N")[^8..]));
}
