using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.Log;

/// <summary>The access log of the viewer's organisation, as a page and as CSV. Reading it is an entry too.</summary>
internal static class ShowAccessLog
{
    private const int OnAPage = 50;
    private const int MostExported = 200_000;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/access-log", PageAsync).Allow(Right.ReadAccessLog);
        pages.MapGet("/access-log.csv", CsvAsync).Allow(Right.ReadAccessLog);
    }

    private static async Task<IResult> PageAsync(int? page, CurrentViewer current, AccessEntries entries, AccessLog log, CancellationToken cancel)
    {
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var shown = await entries.OfAsync(current.Viewer.Organisation, (number - 1) * OnAPage, OnAPage + 1, cancel);
        log.Write(current.Viewer, "read", "access_log", null);
        return Pages.Show<AccessLogPage>(new { Entries = (IReadOnlyList<AccessEntry>)[.. shown.Take(OnAPage)], Page = number, HasMore = shown.Count > OnAPage });
    }

    private static async Task<IResult> CsvAsync(CurrentViewer current, AccessEntries entries, AccessLog log, CancellationToken cancel)
    {
        var all = await entries.OfAsync(current.Viewer.Organisation, 0, MostExported, cancel);
        log.Write(current.Viewer, "export", "access_log", null);
        return Results.Stream(body => WriteAsync(body, all), CsvTable.ContentType, "access-log.csv");
    }

    private static async Task WriteAsync(Stream body, IEnumerable<AccessEntry> all)
    {
        await using var table = await CsvTable.BeginAsync(body, "id", "at", "account", "name", "action", "resource", "record", "outcome");
        foreach (var entry in all)
            await table.RowAsync(entry.Id, DateTimeOffset.FromUnixTimeMilliseconds(entry.At), entry.Account, entry.Name, entry.Action, entry.Resource, entry.Record, entry.Outcome);
    }
}

/// <summary>One line of the access log; <paramref name="At"/> is Unix milliseconds, <paramref name="Name"/> comes from the account and is not in the log.</summary>
public sealed record AccessEntry(Guid Id, long At, Guid Account, string? Name, string Action, string Resource, Guid? Record, string Outcome);

/// <summary>Reads the access log.</summary>
internal sealed class AccessEntries(IStore store)
{
    /// <summary>Entries of an organisation, newest first.</summary>
    public Task<List<AccessEntry>> OfAsync(Guid organisation, long skip, int most, CancellationToken cancel) => store.ReadAsync("""
        SELECT l.id, l.at, l.account, a.display_name, l.action, l.resource, l.record, l.outcome
        FROM access_log l LEFT JOIN accounts a ON a.id = l.account
        WHERE l.organisation = @organisation ORDER BY l.at DESC, l.id DESC LIMIT @most OFFSET @skip
        """, row => new AccessEntry(row.Id(0), row.GetInt64(1), row.Id(2), row.TextOrNull(3), row.GetString(4), row.GetString(5), row.IdOrNull(6), row.GetString(7)),
        cancel, ("organisation", organisation), ("most", most), ("skip", skip));
}
