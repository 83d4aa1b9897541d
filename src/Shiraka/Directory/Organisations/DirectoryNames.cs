using Shiraka.Access;
using Shiraka.Shared;

namespace Shiraka.Directory;

/// <summary>Names of organisations for the account pages, which stand below the directory.</summary>
internal sealed class DirectoryNames(OrganisationLabels labels) : IOrganisationNames
{
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> organisations, Language language, CancellationToken cancel) =>
        (await labels.LabelsAsync(organisations, language, cancel)).ToDictionary(pair => pair.Key, pair => pair.Value.Name);
}
