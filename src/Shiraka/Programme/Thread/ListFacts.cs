using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>The facts behind a figure: those an indicator counts, those of a commitment or an activity, or all of an agreement.</summary>
internal static class ListFacts
{
    /// <summary><paramref name="Indicator"/>: where given, its value rests on exactly <paramref name="Facts"/>, unless only those of later days are asked for.</summary>
    public sealed record Response(Guid Agreement, long KnownUntil, IndicatorView? Indicator, IReadOnlyList<DoneFact> Facts);

    public static void Map(RouteGroupBuilder agreements, RouteGroupBuilder pages)
    {
        agreements.MapGet("/{agreement:guid}/facts", HandleAsync)
            .WithSummary("Read the facts behind a figure: ?indicator=, ?commitment= or ?activity=; ?after= for those of later days; ?at= for a size of the ledger")
            .Allow(Right.ReadAgreements);
        pages.MapGet("/agreements/{agreement:guid}/facts", ShowAsync).Allow(Right.ReadAgreements);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(
        Guid agreement, SeenPartnerships seen, CancellationToken cancel, Guid? indicator = null, Guid? commitment = null, Guid? activity = null, DateOnly? after = null, long? at = null) =>
        await seen.FindAsync(agreement, at, cancel) is { } view && Choose(view, indicator, commitment, activity, after) is { } facts
            ? TypedResults.Ok(new Response(agreement, view.KnownUntil, Measuring(view, indicator), facts))
            : TypedResults.NotFound();

    private static async Task<IResult> ShowAsync(
        Guid agreement, SeenPartnerships seen, OrganisationLabels labels, Frame frame, CancellationToken cancel,
        Guid? indicator = null, Guid? commitment = null, Guid? activity = null, DateOnly? after = null, long? at = null, int page = 1)
    {
        if (await seen.ShownAsync(agreement, at, frame.Words, cancel) is not { } view || Choose(view, indicator, commitment, activity, after) is not { } facts) return TypedResults.NotFound();
        var recorders = await labels.LabelsAsync(facts.Select(fact => fact.Organisation), frame.Language, cancel);
        return Pages.Show<FactsPage>(new { View = view, Facts = facts, Recorders = recorders, Indicator = indicator, Commitment = commitment, Activity = activity, After = after, At = at, Page = page });
    }

    // Null where what is asked for is not part of the agreement: nothing is shown of one that exists elsewhere.
    internal static List<DoneFact>? Choose(Partnership view, Guid? indicator, Guid? commitment, Guid? activity, DateOnly? after)
    {
        if (indicator is not null && Measuring(view, indicator) is null) return null;
        if (commitment is not null && !view.Commitments.Any(thread => thread.Id == commitment)) return null;
        if (activity is not null && !view.Activities.Any(one => one.Id == activity)) return null;
        var counted = Measuring(view, indicator)?.Value.Seqs.ToHashSet();
        return [.. view.Done.Where(fact =>
            (counted is null || counted.Contains(fact.Seq)) && (commitment is null || fact.Under == commitment) && (activity is null || fact.Activity == activity)
            && (after is null || fact.OccurredOn > after))];
    }

    private static IndicatorView? Measuring(Partnership view, Guid? indicator) =>
        indicator is null ? null : view.Indicators.FirstOrDefault(one => one.Definition.Id == indicator);
}
