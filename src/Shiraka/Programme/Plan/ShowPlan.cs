using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shiraka.Access;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>The plan of one year of the agreement: axes, activities on twelve months, indicators.</summary>
internal static class ShowPlan
{
    public static void Map(RouteGroupBuilder agreements, RouteGroupBuilder pages)
    {
        agreements.MapGet("/{agreement:guid}/plan", HandleAsync).WithSummary("Read the plan of a year; the current one where none is asked for").Allow(Right.ReadAgreements);
        pages.MapGet("/agreements/{agreement:guid}/plan", ShowAsync).Allow(Right.ReadAgreements);
    }

    internal static async Task<Results<Ok<PlanYear>, NotFound>> HandleAsync(Guid agreement, SeenPartnerships seen, CancellationToken cancel, int? year = null, long? at = null) =>
        await seen.FindAsync(agreement, at, cancel) is { } view ? TypedResults.Ok(PlanYear.Of(view, Within(view, year))) : TypedResults.NotFound();

    private static async Task<IResult> ShowAsync(Guid agreement, SeenPartnerships seen, Frame frame, CancellationToken cancel, int? year = null, long? at = null) =>
        await seen.ShownAsync(agreement, at, frame.Words, cancel) is { } view
            ? Pages.Show<PlanPage>(new { View = view, Plan = PlanYear.Of(view, Within(view, year)), Years = YearsOf(view), At = at })
            : TypedResults.NotFound();

    /// <summary>From year 1 to the last one that an activity, the term or today reaches.</summary>
    private static IReadOnlyList<int> YearsOf(Partnership view)
    {
        var days = view.Activities.Select(activity => activity.DueOn).Append(view.Today);
        if (view.Header.EndsOn is { } end) days = days.Append(end);
        return [.. Enumerable.Range(1, Math.Max(1, days.Max(view.Years.YearOf)))];
    }

    private static int Within(Partnership view, int? year) => Math.Clamp(year ?? view.Years.YearOf(view.Today), 1, YearsOf(view)[^1]);
}
