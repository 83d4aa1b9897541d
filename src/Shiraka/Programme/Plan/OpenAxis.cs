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

/// <summary>Opens an axis of the plan, after those already open.</summary>
internal static class OpenAxis
{
    private const string Route = "/agreements/{agreement:guid}/plan/axes/new";

    public sealed record Request(string Title, string? Field = null);

    public sealed record Response(Guid Id, Guid Agreement, int Ordinal);

    public static void Map(RouteGroupBuilder agreements, RouteGroupBuilder pages)
    {
        agreements.MapPost("/{agreement:guid}/axes", HandleAsync).WithSummary("Open an axis of the plan").Allow(Right.PlanProgramme);
        pages.MapGet(Route, (Guid agreement, HttpContext http) => AgainAsync(http)).Allow(Right.PlanProgramme);
        pages.MapPost(Route, PostAsync).AsForm(AgainAsync).Allow(Right.PlanProgramme);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (!await db.Agreements.AnyAsync(one => one.Id == agreement, cancel)) return TypedResults.NotFound();
        var last = await db.Axes.Where(one => one.Agreement == agreement).MaxAsync(one => (int?)one.Ordinal, cancel) ?? 0;

        var (axis, opened) = Axis.Open(agreement, request.Title, last + 1, request.Field, db.Today);
        db.Axes.Add(axis);
        db.Record(opened);
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(new Response(axis.Id, agreement, axis.Ordinal));
    }

    private static async Task<Results<SeeOther, NotFound>> PostAsync(Guid agreement, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var request = new Request(form.Text("Title", 120));
        form.Check();
        var done = await HandleAsync(agreement, request, db, cancel);
        return done.Result is NotFound ? TypedResults.NotFound() : new SeeOther(frame.Url($"/agreements/{agreement}/plan"));
    }

    private static async Task<IResult> AgainAsync(HttpContext http) =>
        await SeenPartnerships.OfRouteAsync(http) is { } view ? Pages.Show<OpenAxisPage>(new { View = view }) : TypedResults.NotFound();
}
