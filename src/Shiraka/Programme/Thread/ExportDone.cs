using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>The facts behind a figure as a table for a spreadsheet: the same list as the page, all of it. Every export is in the access log.</summary>
internal static class ExportDone
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, NewLine = "\r\n" };

    private static readonly string[] Columns =
        ["seq", "started_on", "occurred_on", "what", "quantity", "unit", "commitment", "activity", "recorded_by", "evidence", "uncovered"];

    public static void Map(RouteGroupBuilder agreements) => agreements.MapGet("/{agreement:guid}/facts.csv", HandleAsync)
        .WithSummary("The facts behind a figure as CSV: ?indicator=, ?commitment= or ?activity=; ?at= for a size of the ledger")
        .Produces<string>(StatusCodes.Status200OK, "text/csv").Allow(Right.ExportData);

    private static async Task<Results<FileContentHttpResult, NotFound>> HandleAsync(
        Guid agreement, string? language, SeenPartnerships seen, OrganisationLabels labels, CurrentViewer current, AccessLog log, CancellationToken cancel,
        Guid? indicator = null, Guid? commitment = null, Guid? activity = null, long? at = null)
    {
        var chosen = Languages.TryRead(language, out var asked) ? asked : Language.Fr;
        if (await seen.ShownAsync(agreement, at, Words.In(chosen), cancel) is not { } view || ListFacts.Choose(view, indicator, commitment, activity) is not { } facts) return TypedResults.NotFound();
        log.Write(current.Viewer, "export", "facts", agreement);
        var recorders = await labels.LabelsAsync(facts.Select(fact => fact.Organisation), chosen, cancel);
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        await using (var csv = new CsvWriter(text, Format))
        {
            foreach (var column in Columns) csv.WriteField(column);
            await csv.NextRecordAsync();
            foreach (var fact in facts) await WriteAsync(csv, fact, view, PartyNames.Recorder(view, fact.Organisation, recorders, Words.In(chosen)), Words.In(chosen));
        }

        return TypedResults.File([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8", "facts.csv");
    }

    private static Task WriteAsync(CsvWriter csv, DoneFact fact, Partnership view, string recorder, Words words)
    {
        csv.WriteField(fact.Seq);
        csv.WriteField(Day(fact.StartedOn));
        csv.WriteField(Day(fact.OccurredOn));
        csv.WriteField(words.What(fact));
        csv.WriteField(fact.Quantity);
        csv.WriteField(fact.Unit);
        csv.WriteField(view.Commitments.FirstOrDefault(thread => thread.Id == fact.Under)?.Promise.Title);
        csv.WriteField(view.Activities.FirstOrDefault(one => one.Id == fact.Activity)?.Title);
        csv.WriteField(recorder);
        csv.WriteField(string.Join(" | ", fact.Evidence.Select(proof => proof.Label)));
        csv.WriteField(fact.Uncovered ? "true" : "false");
        return csv.NextRecordAsync();
    }

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
