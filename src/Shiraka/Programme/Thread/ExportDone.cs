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
    private static readonly string[] Columns =
        ["seq", "started_on", "occurred_on", "what", "quantity", "unit", "commitment", "activity", "recorded_by", "evidence", "uncovered"];

    public static void Map(RouteGroupBuilder agreements) => agreements.MapGet("/{agreement:guid}/facts.csv", HandleAsync)
        .WithSummary("The facts behind a figure as CSV: ?indicator=, ?commitment= or ?activity=; ?after= for those of later days; ?at= for a size of the ledger")
        .Produces<string>(StatusCodes.Status200OK, "text/csv").Allow(Right.ExportData);

    private static async Task<Results<FileContentHttpResult, NotFound>> HandleAsync(
        Guid agreement, string? language, SeenPartnerships seen, OrganisationLabels labels, CurrentViewer current, AccessLog log, CancellationToken cancel,
        Guid? indicator = null, Guid? commitment = null, Guid? activity = null, DateOnly? after = null, long? at = null)
    {
        var chosen = Languages.TryRead(language, out var asked) ? asked : Language.Fr;
        if (await seen.ShownAsync(agreement, at, Words.In(chosen), cancel) is not { } view || ListFacts.Choose(view, indicator, commitment, activity, after) is not { } facts) return TypedResults.NotFound();
        log.Write(current.Viewer, "export", "facts", agreement);
        var recorders = await labels.LabelsAsync(facts.Select(fact => fact.Organisation), chosen, cancel);
        var words = Words.In(chosen);
        var table = await CsvTable.BytesAsync(Columns, facts.Select(fact => Row(fact, view, PartyNames.Recorder(view, fact.Organisation, recorders, words), words)));
        return TypedResults.File(table, CsvTable.ContentType, "facts.csv");
    }

    private static object?[] Row(DoneFact fact, Partnership view, string recorder, Words words) =>
    [
        fact.Seq, fact.StartedOn, fact.OccurredOn, words.What(fact), fact.Quantity, fact.Unit,
        view.Commitments.FirstOrDefault(thread => thread.Id == fact.Under)?.Promise.Title,
        view.Activities.FirstOrDefault(one => one.Id == fact.Activity)?.Title,
        recorder, string.Join(" | ", fact.Evidence.Select(proof => proof.Label)), fact.Uncovered,
    ];
}
