using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>Takes the note of an act on the term out of the register with the body that gave it; the act and the calendar stay.</summary>
internal sealed class ForgetNotes : IForgets
{
    public async Task ForgetAsync(SealedFact fact, ShirakaDb db, CancellationToken cancel)
    {
        if (!fact.Type.StartsWith("agreement.", StringComparison.Ordinal)) return;
        // Whoever recorded the words answers for them, also where it no longer sees the agreement.
        var agreements = db.Agreements.IgnoreQueryFilters([ShirakaDb.AudienceFilter]);
        if (await agreements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == fact.Stream, cancel) is not { Terms: not null } known) return;
        var record = known.TermRecord;
        var terms = JsonSerializer.Serialize(record with { Acts = [.. record.Acts.Select(act => act.Id == fact.Id ? act with { Note = null } : act)] }, FactJson.Options);
        var changed = await agreements.Where(a => a.Id == known.Id && a.Version == known.Version).ExecuteUpdateAsync(a => a.SetProperty(one => one.Terms, terms), cancel);
        if (changed != 1) throw new DbUpdateConcurrencyException("The agreement was changed by somebody else meanwhile.");
    }
}
