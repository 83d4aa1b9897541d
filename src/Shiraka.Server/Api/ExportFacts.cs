using Microsoft.AspNetCore.Http.HttpResults;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Server.Api;

/// <summary>
/// All facts the organisation may see, as a table for a spreadsheet: streamed, and with every cell that a spreadsheet would take
/// for a formula put behind an apostrophe.
/// </summary>
internal static class ExportFacts
{
    private const int PageFacts = 1000;

    private static readonly string[] Columns =
        ["seq", "id", "type", "version", "stream", "stream_version", "under", "quantity", "unit", "occurred_on", "recorded_at", "actor", "organisation", "body"];

    public static void Map(RouteGroupBuilder api) => api.MapGet("/facts.csv", Handle)
        .WithTags("ledger").WithSummary("Export the sealed facts your organisation may see as CSV")
        .WithDescription("UTF-8 with byte order mark, comma, RFC 4180. Cells that begin like a formula are put behind an apostrophe. The export is noted in the access log.")
        .Produces<string>(StatusCodes.Status200OK, "text/csv")
        .Allow(Right.ExportData);

    internal static PushStreamHttpResult Handle(VisibleFacts visible, SealedFacts sealedFacts, CurrentViewer current, AccessLog log, HttpContext http)
    {
        log.Write(current.Viewer, "export", "facts", null);
        return TypedResults.Stream(to => WriteAsync(to, visible, sealedFacts, current.Viewer, http.RequestAborted), CsvTable.ContentType, "facts.csv");
    }

    private static async Task WriteAsync(Stream to, VisibleFacts visible, SealedFacts sealedFacts, Viewer viewer, CancellationToken cancel)
    {
        await using var table = await CsvTable.BeginAsync(to, Columns);
        var size = (await sealedFacts.PositionAsync(cancel))?.Size ?? 0;
        for (var (after, more) = (-1L, size > 0); more;)
        {
            (var facts, after, more) = await visible.AfterAsync(viewer, after, PageFacts, size, cancel);
            foreach (var fact in facts)
                await table.RowAsync(
                    fact.Seq, fact.Id, fact.Type, fact.Version, fact.Stream, fact.StreamVersion, fact.Under, fact.Quantity, fact.Unit, fact.OccurredOn,
                    DateTimeOffset.FromUnixTimeMilliseconds(fact.RecordedAt), fact.Actor, fact.Organisation, fact.Json);
            await table.FlushAsync(cancel);
        }
    }
}
