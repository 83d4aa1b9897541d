using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>A first plan in one click: what the kinds of the promises suggest, as far as it is ticked.</summary>
internal static class ProposePlan
{
    private const string Route = "/agreements/{agreement:guid}/plan/propose";

    /// <summary>Commitments for which an activity, and an indicator, is wanted; titles are written in <paramref name="Language"/>.</summary>
    public sealed record Request(IReadOnlyList<Guid> Activities, IReadOnlyList<Guid> Indicators, string Language = "fr");

    public sealed record Response(Guid Agreement, IReadOnlyList<Guid> Axes, IReadOnlyList<Guid> Activities, IReadOnlyList<Guid> Indicators);

    public static void Map(RouteGroupBuilder agreements, RouteGroupBuilder pages)
    {
        agreements.MapGet("/{agreement:guid}/plan/proposal", ReadAsync).WithSummary("Read the first plan that the promises suggest").Allow(Right.PlanProgramme);
        agreements.MapPost("/{agreement:guid}/plan/proposal", HandleAsync).WithSummary("Create what is wanted of the proposed plan, all at once").Allow(Right.PlanProgramme);
        pages.MapGet(Route, (Guid agreement, HttpContext http) => AgainAsync(http)).Allow(Right.PlanProgramme);
        pages.MapPost(Route, PostAsync).AsForm(AgainAsync).Allow(Right.PlanProgramme);
    }

    internal static async Task<Results<Ok<PlanProposal>, NotFound>> ReadAsync(Guid agreement, SeenPartnerships seen, CancellationToken cancel) =>
        await seen.FindAsync(agreement, null, cancel) is { } view ? TypedResults.Ok(PlanProposal.For(view)) : TypedResults.NotFound();

    /// <summary>Axes come with the activities that need them; one of the same title is used again. Nothing wanted is refused.</summary>
    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Request request, ShirakaDb db, Partnerships partnerships, CancellationToken cancel)
    {
        if (!await db.CanSeeAsync(agreement, cancel) || await partnerships.ReadAsync(agreement, db.Today, cancel) is not { } view) return TypedResults.NotFound();
        var proposal = PlanProposal.For(view);
        var activities = proposal.Activities.Where(one => request.Activities.Contains(one.Commitment)).ToList();
        var indicators = proposal.Indicators.Where(one => request.Indicators.Contains(one.Commitment)).ToList();
        if (activities.Count + indicators.Count == 0) throw new RefusedException("programme.nothing-chosen", "nothing of the proposal was chosen");

        var words = Words.In(Languages.TryRead(request.Language, out var language) ? language : Language.Fr);
        var axes = await AxesAsync(agreement, proposal.Axes.Where(axis => activities.Exists(one => one.Axis == axis.Code)), words, db, cancel);
        var planned = new List<Guid>();
        foreach (var one in activities)
        {
            var owner = one.Owner ?? await db.OwnerAsync(agreement, null, null, cancel);
            var (activity, fact) = Activity.Plan(
                agreement, one.Commitment, new(words[one.TitleKey], one.StartsOn, one.DueOn, owner, axes[one.Axis], 1, one.ExpectedQuantity, one.ExpectedUnit), view.Years, db.Today);
            db.Activities.Add(activity);
            db.Record(fact);
            planned.Add(activity.Id);
        }

        var defined = new List<Guid>();
        foreach (var one in indicators)
        {
            var (indicator, fact) = Indicator.Define(
                agreement, one.Commitment, new(words[one.TitleKey], one.Kind, one.Unit, one.Counts, one.StartsOn) { Targets = one.Targets, CadenceMonths = one.CadenceMonths }, db.Today);
            db.Indicators.Add(indicator);
            db.Record(fact);
            defined.Add(indicator.Id);
        }

        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(agreement, [.. axes.Values], planned, defined));
    }

    private static async Task<Dictionary<string, Guid>> AxesAsync(Guid agreement, IEnumerable<ProposedAxis> wanted, Words words, ShirakaDb db, CancellationToken cancel)
    {
        var known = await db.Axes.Where(axis => axis.Agreement == agreement).ToListAsync(cancel);
        var axes = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var one in wanted)
        {
            var title = words[one.TitleKey];
            if (known.Find(axis => axis.Title == title || StandardTitles.KeyOf(axis.Title) == one.TitleKey) is not { } axis)
            {
                (axis, var opened) = Axis.Open(agreement, title, known.Select(other => other.Ordinal).DefaultIfEmpty().Max() + 1, one.Code, db.Today);
                db.Axes.Add(axis);
                db.Record(opened);
                known.Add(axis);
            }

            axes[one.Code] = axis.Id;
        }

        return axes;
    }

    private static async Task<Results<SeeOther, NotFound>> PostAsync(Guid agreement, PostedForm form, ShirakaDb db, Partnerships partnerships, Frame frame, CancellationToken cancel)
    {
        List<Guid> Ticked(string field) => [.. form.All(field).Where(id => Guid.TryParse(id, out _)).Select(Guid.Parse)];
        var request = new Request(Ticked("activities"), Ticked("indicators"), frame.Language.Code());
        form.Check();
        var done = await HandleAsync(agreement, request, db, partnerships, cancel);
        return done.Result is NotFound ? TypedResults.NotFound() : new SeeOther(frame.Url($"/agreements/{agreement}/plan"));
    }

    private static async Task<IResult> AgainAsync(HttpContext http) =>
        await SeenPartnerships.OfRouteAsync(http) is { } view ? Pages.Show<ProposePlanPage>(new { View = view }) : TypedResults.NotFound();
}
