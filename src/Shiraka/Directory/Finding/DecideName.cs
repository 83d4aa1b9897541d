using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>Keeps a person's decision about a written name. Call it inside a command; it does not save.</summary>
public static class DecideName
{
    /// <summary>Confirms or rejects that <paramref name="asWritten"/> names <paramref name="thing"/>, for the organisation acted for.</summary>
    public static async Task RecordAsync(NamedThing kind, string asWritten, Guid thing, bool isSame, ShirakaDb db, CancellationToken cancel)
    {
        var written = WrittenName.Kept(asWritten);
        var key = WrittenName.Key(written);
        var decision = await db.NameDecisions.SingleOrDefaultAsync(
            d => d.Kind == kind && d.DecidedFor == db.Organisation && d.WrittenKey == key && d.Thing == thing, cancel);
        if (decision is null)
        {
            decision = new NameDecision
            {
                Id = Guid.CreateVersion7(),
                Kind = kind,
                AsWritten = written,
                WrittenKey = key,
                Thing = thing,
                DecidedFor = db.Organisation,
            };
            db.Add(decision);
        }
        else if (decision.IsSame == isSame)
        {
            return;
        }

        db.Record(decision.Decide(isSame, db.Actor, db.Today));
    }
}
