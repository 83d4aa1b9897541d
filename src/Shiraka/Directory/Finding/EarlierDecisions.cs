using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>What the organisation acted for decided before about the same writing.</summary>
internal sealed record EarlierDecisions(IReadOnlySet<Guid> Confirmed, IReadOnlySet<Guid> Rejected)
{
    public static async Task<EarlierDecisions> OfAsync(NamedThing kind, string asWritten, ShirakaDb db, CancellationToken cancel)
    {
        var key = WrittenName.Key(asWritten);
        var decisions = await db.NameDecisions.AsNoTracking()
            .Where(d => d.Kind == kind && d.DecidedFor == db.Organisation && d.WrittenKey == key).ToListAsync(cancel);
        return new(decisions.Where(d => d.IsSame).Select(d => d.Thing).ToHashSet(), decisions.Where(d => !d.IsSame).Select(d => d.Thing).ToHashSet());
    }

    /// <summary>Confirmed ones first with the score 1, then by score; rejected ones left out.</summary>
    public IEnumerable<BestEvidence> Order(IEnumerable<BestEvidence> found, IEnumerable<IndexedName> names)
    {
        var confirmed = names.Where(name => Confirmed.Contains(name.Thing) && name.Use != NameUse.Former).DistinctBy(name => name.Thing)
            .Select(name => new BestEvidence(name.Thing, name.Text, 1, [new(ProposalReason.ConfirmedBefore)]));
        return confirmed.Concat(found.Where(one => !Rejected.Contains(one.Thing) && !Confirmed.Contains(one.Thing))
            .OrderByDescending(one => one.Score).ThenBy(one => one.Name, StringComparer.Ordinal));
    }
}
