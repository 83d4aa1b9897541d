using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>One activity: what it asks for, what was done on it, and the forms that move, close or reopen it.</summary>
internal static class ShowActivity
{
    private const string Route = "/activities/{activity:guid}";

    public sealed record Response(Guid Agreement, ActivityView Activity, IReadOnlyList<DoneFact> Done, IReadOnlyList<IndicatorView> Indicators);

    public static void Map(RouteGroupBuilder activities, RouteGroupBuilder pages)
    {
        activities.MapGet("/{activity:guid}", HandleAsync).WithSummary("Read an activity with what was done on it").Allow(Right.ReadAgreements);
        pages.MapGet(Route, (Guid activity, HttpContext http) => ShowAsync(http)).Allow(Right.ReadAgreements);
        pages.MapPost(Route + "/reschedule", RescheduleAsync).AsForm(ShowAsync).Allow(Right.PlanProgramme);
        pages.MapPost(Route + "/close", CloseAsync).AsForm(ShowAsync).Allow(Right.PlanProgramme);
        pages.MapPost(Route + "/reopen", ReopenAsync).AsForm(ShowAsync).Allow(Right.PlanProgramme);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid activity, ShirakaDb db, SeenPartnerships seen, CancellationToken cancel) =>
        await FindAsync(activity, db, seen, cancel) is var (view, shown)
            ? TypedResults.Ok(new Response(view.Agreement, shown, DoneOn(view, shown), Counting(view, shown)))
            : TypedResults.NotFound();

    /// <summary>Facts recorded on the activity, the latest first.</summary>
    internal static IReadOnlyList<DoneFact> DoneOn(Partnership view, ActivityView activity) =>
        [.. view.Done.Where(fact => fact.Activity == activity.Id).OrderByDescending(fact => fact.OccurredOn).ThenByDescending(fact => fact.Seq)];

    /// <summary>Indicators that a fact of this activity can move.</summary>
    internal static IReadOnlyList<IndicatorView> Counting(Partnership view, ActivityView activity) => [.. view.Indicators.Where(one =>
        (one.Definition.Under == view.Agreement || one.Definition.Under == activity.Under)
        && (one.Definition.Activity is null || one.Definition.Activity == activity.Id)
        && (one.Definition.Axis is null || one.Definition.Axis == activity.Axis))];

    private static async Task<(Partnership View, ActivityView Shown)?> FindAsync(Guid activity, ShirakaDb db, SeenPartnerships seen, CancellationToken cancel, Words? words = null)
    {
        var agreement = await db.Activities.Where(one => one.Id == activity).Select(one => (Guid?)one.Agreement).SingleOrDefaultAsync(cancel);
        if (agreement is not { } under || (words is null ? await seen.FindAsync(under, null, cancel) : await seen.ShownAsync(under, null, words, cancel)) is not { } view) return null;
        return view.Activities.FirstOrDefault(one => one.Id == activity) is { } shown ? (view, shown) : null;
    }

    private static async Task<IResult> ShowAsync(HttpContext http)
    {
        var (services, cancel) = (http.RequestServices, http.RequestAborted);
        if (!Guid.TryParse(http.Request.RouteValues["activity"] as string, out var activity)) return TypedResults.NotFound();
        var found = await FindAsync(activity, services.GetRequiredService<ShirakaDb>(), services.GetRequiredService<SeenPartnerships>(), cancel, services.GetRequiredService<Frame>().Words);
        if (found is not var (view, shown)) return TypedResults.NotFound();
        var owners = await services.GetRequiredService<OrganisationLabels>().LabelsAsync([shown.Owner.Organisation], services.GetRequiredService<Frame>().Language, cancel);
        return Pages.Show<ActivityPage>(new { View = view, Shown = shown, Owners = owners });
    }

    private static async Task<Results<SeeOther, NotFound>> RescheduleAsync(Guid activity, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var request = new ChangeActivity.RescheduleRequest(form.Day("StartsOn"), form.Day("DueOn"), form.Text("Reason", 600));
        form.Check();
        return Back(activity, (await ChangeActivity.RescheduleAsync(activity, request, db, cancel)).Result, frame);
    }

    private static async Task<Results<SeeOther, NotFound>> CloseAsync(Guid activity, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var done = form.Text("done");
        var request = new ChangeActivity.CloseRequest(done == "yes", form.Day("On"), form.TextOrNull("Reason", 600));
        form.Check();
        return Back(activity, (await ChangeActivity.CloseAsync(activity, request, db, cancel)).Result, frame);
    }

    private static async Task<Results<SeeOther, NotFound>> ReopenAsync(Guid activity, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var request = new ChangeActivity.ReopenRequest(form.Text("Reason", 600));
        form.Check();
        return Back(activity, (await ChangeActivity.ReopenAsync(activity, request, db, cancel)).Result, frame);
    }

    private static Results<SeeOther, NotFound> Back(Guid activity, IResult done, Frame frame) =>
        done is NotFound ? TypedResults.NotFound() : new SeeOther(frame.Url($"/activities/{activity}"));
}
