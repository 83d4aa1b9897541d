using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>Finds which persons a written name may mean, among those the organisation acted for may see. It proposes and never merges.</summary>
public sealed class PersonFinder
{
    private readonly ShirakaDb db;
    private readonly DirectoryIndex index;

    internal PersonFinder(ShirakaDb db, DirectoryIndex index) => (this.db, this.index) = (db, index);

    /// <summary>At most <paramref name="most"/> proposals, best first, as in <see cref="OrganisationFinder.ProposeAsync"/>.</summary>
    public async Task<IReadOnlyList<PersonProposal>> ProposeAsync(string asWritten, int most, CancellationToken cancel)
    {
        var seen = await db.SeenPersons().Select(p => p.Id).ToHashSetAsync(cancel);
        var names = await index.PersonsAsync(db, cancel);
        var earlier = await EarlierDecisions.OfAsync(NamedThing.Person, asWritten, db, cancel);
        var likely = BestEvidence.For(asWritten, NameKind.Person, null, names.Worth(asWritten, among: IsSeen));
        return [.. earlier.Order(likely, names.All.Where(IsSeen)).Take(most)
            .Select(one => new PersonProposal(one.Thing, one.Name, one.Score, one.Why))];

        bool IsSeen(IndexedName name) => seen.Contains(name.Thing);
    }
}
