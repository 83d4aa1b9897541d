using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>
/// Finds which organisations of the directory a written name may mean, across scripts and languages. It proposes and never
/// merges: a person confirms (<see cref="DecideName"/>), and the next time the answer is known.
/// </summary>
public sealed class OrganisationFinder
{
    private readonly ShirakaDb db;
    private readonly DirectoryIndex index;

    internal OrganisationFinder(ShirakaDb db, DirectoryIndex index) => (this.db, this.index) = (db, index);

    /// <summary>Organisations of which some name, in any language, holds what somebody types, whatever its case and accents.</summary>
    public async Task<IReadOnlyList<Guid>> CalledAsync(string part, CancellationToken cancel)
    {
        var key = WrittenName.Key(part);
        if (key.Length == 0) return [];
        return [.. (await index.OrganisationsAsync(db, cancel)).All.Where(name => name.Key.Contains(key, StringComparison.Ordinal)).Select(name => name.Thing).Distinct()];
    }

    /// <summary>
    /// At most <paramref name="most"/> proposals, best first: what the organisation acted for confirmed before (score 1, reason
    /// <c>confirmed_before</c>), then by score; what it rejected for this writing is left out. <paramref name="country"/> is the
    /// ISO 3166-1 code the text points to, or null; organisations of other countries come lower.
    /// </summary>
    public async Task<IReadOnlyList<OrganisationProposal>> ProposeAsync(string asWritten, string? country, int most, CancellationToken cancel)
    {
        var names = await index.OrganisationsAsync(db, cancel);
        var earlier = await EarlierDecisions.OfAsync(NamedThing.Organisation, asWritten, db, cancel);
        var lies = country?.ToUpperInvariant();
        return [.. earlier.Order(BestEvidence.For(asWritten, NameKind.Institution, lies, names.Worth(asWritten, lies)), names.All).Take(most)
            .Select(one => new OrganisationProposal(one.Thing, one.Name, one.Score, one.Why))];
    }
}
