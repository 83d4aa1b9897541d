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

/// <summary>Puts an activity on the plan of an agreement, for one of its commitments or for the whole.</summary>
internal static class AddActivity
{
    private const string Route = "/agreements/{agreement:guid}/plan/activities/new";

    /// <summary><paramref name="Owner"/>: a party; the organisation that plans where none is named.</summary>
    public sealed record Request(
        string Title, DateOnly StartsOn, DateOnly DueOn, Guid? Commitment = null, Guid? Axis = null, Guid? Owner = null, string? Person = null, int Weight = 1,
        long? ExpectedQuantity = null, string? ExpectedUnit = null);

    public sealed record Response(Guid Id, Guid Agreement, int AgreementYear, long Version);

    public static void Map(RouteGroupBuilder agreements, RouteGroupBuilder pages)
    {
        agreements.MapPost("/{agreement:guid}/activities", HandleAsync).WithSummary("Plan an activity").Allow(Right.PlanProgramme);
        pages.MapGet(Route, (Guid agreement, HttpContext http) => AgainAsync(http)).Allow(Right.PlanProgramme);
        pages.MapPost(Route, PostAsync).AsForm(AgainAsync).Allow(Right.PlanProgramme);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (!await db.Agreements.AnyAsync(one => one.Id == agreement, cancel)) return TypedResults.NotFound();
        await db.RequireOwnAsync(agreement, request.Commitment, request.Axis, cancel);
        var owner = await db.OwnerAsync(agreement, request.Owner, request.Person, cancel);

        var (activity, planned) = Activity.Plan(
            agreement, request.Commitment,
            new(request.Title, request.StartsOn, request.DueOn, owner, request.Axis, request.Weight, request.ExpectedQuantity, request.ExpectedUnit),
            await db.YearsOfAsync(agreement, cancel), db.Today);
        db.Activities.Add(activity);
        db.Record(planned);
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(new Response(activity.Id, agreement, activity.AgreementYear, activity.Version));
    }

    private static async Task<Results<SeeOther, NotFound>> PostAsync(Guid agreement, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var request = new Request(form.Text("Title", 200), form.Day("StartsOn"), form.Day("DueOn"), form.IdOrNull("Commitment"), form.IdOrNull("Axis"))
        {
            Owner = form.IdOrNull("Owner"),
            Person = form.TextOrNull("Person", 120),
            Weight = (int)Math.Clamp(form.NumberOrNull("Weight") ?? 1, -1, 1000),
            ExpectedQuantity = form.NumberOrNull("ExpectedQuantity"),
            ExpectedUnit = form.TextOrNull("ExpectedUnit"),
        };
        form.Check();
        var done = await HandleAsync(agreement, request, db, cancel);
        return done.Result is Ok<Response> { Value: { } added } ? new SeeOther(frame.Url($"/activities/{added.Id}")) : TypedResults.NotFound();
    }

    private static async Task<IResult> AgainAsync(HttpContext http) =>
        await SeenPartnerships.OfRouteAsync(http) is { } view
            ? Pages.Show<AddActivityPage>(new { View = view, Commitment = http.Request.Query["commitment"].ToString(), Axis = http.Request.Query["axis"].ToString() })
            : TypedResults.NotFound();
}
