using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>Moves, closes and reopens an activity; each change is a fact of its own, with its reason.</summary>
internal static class ChangeActivity
{
    public sealed record RescheduleRequest(DateOnly StartsOn, DateOnly DueOn, string Reason);

    /// <summary><paramref name="Done"/> false: given up, which needs a note.</summary>
    public sealed record CloseRequest(bool Done, DateOnly On, string? Note = null);

    public sealed record ReopenRequest(string Reason);

    public sealed record Response(Guid Activity, bool Closed, DateOnly StartsOn, DateOnly DueOn, long Version);

    public static void Map(RouteGroupBuilder activities)
    {
        activities.MapPost("/{activity:guid}/reschedule", RescheduleAsync).WithSummary("Give an activity new dates").Allow(Right.PlanProgramme);
        activities.MapPost("/{activity:guid}/close", CloseAsync).WithSummary("Close an activity, done or given up").Allow(Right.PlanProgramme);
        activities.MapPost("/{activity:guid}/reopen", ReopenAsync).WithSummary("Reopen an activity that was closed too soon").Allow(Right.PlanProgramme);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> RescheduleAsync(Guid activity, RescheduleRequest request, ShirakaDb db, CancellationToken cancel)
    {
        if (await FindAsync(activity, db, cancel) is not { } planned) return TypedResults.NotFound();
        var years = await db.YearsOfAsync(planned.Agreement, cancel);
        return await KeepAsync(planned, planned.Reschedule(request.StartsOn, request.DueOn, request.Reason, years, db.Today), db, cancel);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> CloseAsync(Guid activity, CloseRequest request, ShirakaDb db, CancellationToken cancel) =>
        await FindAsync(activity, db, cancel) is { } planned
            ? await KeepAsync(planned, planned.Close(request.Done, request.Note, request.On, db.Today), db, cancel)
            : TypedResults.NotFound();

    internal static async Task<Results<Ok<Response>, NotFound>> ReopenAsync(Guid activity, ReopenRequest request, ShirakaDb db, CancellationToken cancel) =>
        await FindAsync(activity, db, cancel) is { } planned
            ? await KeepAsync(planned, planned.Reopen(request.Reason, db.Today), db, cancel)
            : TypedResults.NotFound();

    private static Task<Activity?> FindAsync(Guid activity, ShirakaDb db, CancellationToken cancel) => db.Activities.SingleOrDefaultAsync(one => one.Id == activity, cancel);

    private static async Task<Ok<Response>> KeepAsync(Activity changed, Fact fact, ShirakaDb db, CancellationToken cancel)
    {
        db.Record(fact);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(changed.Id, changed.Closed, changed.StartsOn, changed.DueOn, changed.Version));
    }
}
