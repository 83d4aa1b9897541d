using Shiraka.Ledger;

namespace Shiraka.Server.Tests.Access;

/// <summary>The records of one organisation that the matrix asks for, written as rows: what is tested is who reads them, not how they came.</summary>
internal static class MatrixRecords
{
    /// <summary>An agreement of <paramref name="organisation"/> alone, with a draft and an activity; every text is <paramref name="text"/>.</summary>
    public static async Task<(Guid Agreement, Guid Draft, Guid Activity)> AddAsync(RunningHost host, Guid organisation, string text)
    {
        var (agreement, draft, activity, source) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var day = new DateOnly(2026, 1, 1);
        object closed = host.Store.Kind == StoreKind.Postgres ? false : 0;
        await host.Store.WriteAsync(batch =>
        {
            batch.Add("INSERT INTO sources (id, digest, kind, name, text, language, organisation, imported_by, imported_at) VALUES (@id, @digest, 'Paste', @text, @text, 'fr', @organisation, @id, 0)",
                ("id", source), ("digest", source.ToByteArray()), ("text", text), ("organisation", organisation));
            batch.Add("INSERT INTO drafts (id, source, state, version) VALUES (@id, @source, 'open', 1)", ("id", draft), ("source", source));
            batch.Add("INSERT INTO agreements (id, title, kind, language, source, renewal, version, confirmed_on) VALUES (@id, @text, 'convention', 'fr', @source, 'None', 1, @day)",
                ("id", agreement), ("text", text), ("source", source), ("day", day));
            batch.Add("INSERT INTO parties (agreement, organisation, ordinal, as_written) VALUES (@agreement, @organisation, 1, @text)", ("agreement", agreement), ("organisation", organisation), ("text", text));
            batch.Add("INSERT INTO activities (id, agreement, title, agreement_year, starts_on, due_on, owner_organisation, closed, version) VALUES (@id, @agreement, @text, 1, @day, @day, @organisation, @closed, 1)",
                ("id", activity), ("agreement", agreement), ("text", text), ("day", day), ("organisation", organisation), ("closed", closed));
            foreach (var record in (Guid[])[agreement, draft])
                batch.Add("INSERT INTO audiences (record, organisation, purpose, from_day) VALUES (@record, @organisation, 'party', @day)", ("record", record), ("organisation", organisation), ("day", day));
        }, CancellationToken.None);
        return (agreement, draft, activity);
    }
}
