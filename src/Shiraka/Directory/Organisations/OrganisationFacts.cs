using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>An organisation entered the directory.</summary>
[FactType("organisation.registered")]
public sealed record OrganisationRegistered : Fact
{
    public required OrganisationKind Kind { get; init; }
    public required string Country { get; init; }
    public Guid? Parent { get; init; }
    public Guid? Place { get; init; }
    public required IReadOnlyList<GivenName> Names { get; init; }
}

/// <summary>An organisation has a new name in a language, or one more; <see cref="Former"/> is the name it replaces from that day.</summary>
[FactType("organisation.renamed")]
public sealed record OrganisationRenamed : Fact
{
    public required GivenName Name { get; init; }
    public string? Former { get; init; }
}

/// <summary>An organisation stands under another one; null: under none.</summary>
[FactType("organisation.moved_under")]
public sealed record OrganisationMovedUnder : Fact
{
    public Guid? Parent { get; init; }
}
