using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Http.HttpResults;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Server.Api;

/// <summary>
/// All facts the organisation may see, as a table for a spreadsheet: streamed, and with every cell that a spreadsheet would take
/// for a formula put behind an apostrophe.
/// </summary>
internal static class ExportFacts
{
    private const int PageFacts = 1000;
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, NewLine = "\r\n" };

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
        return TypedResults.Stream(to => WriteAsync(to, visible, sealedFacts, current.Viewer, http.RequestAborted), "text/csv; charset=utf-8", "facts.csv");
    }

    private static async Task WriteAsync(Stream to, VisibleFacts visible, SealedFacts sealedFacts, Viewer viewer, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));      // spreadsheets need the mark to see UTF-8
        await using var csv = new CsvWriter(writer, Format);
        foreach (var column in Columns) csv.WriteField(column);
        await csv.NextRecordAsync();
        var size = (await sealedFacts.PositionAsync(cancel))?.Size ?? 0;
        for (var (after, more) = (-1L, size > 0); more;)
        {
            (var facts, after, more) = await visible.AfterAsync(viewer, after, PageFacts, size, cancel);
            foreach (var fact in facts) await WriteAsync(csv, fact);
            await csv.FlushAsync();
            await writer.FlushAsync(cancel);
        }
    }

    private static Task WriteAsync(CsvWriter csv, SealedFact fact)
    {
        csv.WriteField(fact.Seq);
        csv.WriteField(fact.Id);
        csv.WriteField(fact.Type);
        csv.WriteField(fact.Version);
        csv.WriteField(fact.Stream);
        csv.WriteField(fact.StreamVersion);
        csv.WriteField(fact.Under);
        csv.WriteField(fact.Quantity);
        csv.WriteField(fact.Unit);
        csv.WriteField(fact.OccurredOn.ToString("O", CultureInfo.InvariantCulture));
        csv.WriteField(DateTimeOffset.FromUnixTimeMilliseconds(fact.RecordedAt).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        csv.WriteField(fact.Actor);
        csv.WriteField(fact.Organisation);
        csv.WriteField(fact.Json);
        return csv.NextRecordAsync();
    }
}
