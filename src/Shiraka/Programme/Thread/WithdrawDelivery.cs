using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>Takes a recorded fact back: figures are what they would be had it never been recorded; both facts stay in the ledger.</summary>
internal static class WithdrawDelivery
{
    public sealed record Request(string Reason);

    public sealed record Response(Guid Delivery, Guid Activity, long Version);

    public static void Map(RouteGroupBuilder activities, RouteGroupBuilder pages)
    {
        activities.MapPost("/{activity:guid}/deliveries/{delivery:guid}/withdraw", HandleAsync)
            .WithSummary("Withdraw a fact recorded on an activity")
            .Allow(Right.WithdrawFacts);
        pages.MapGet("/activities/{activity:guid}/deliveries/{delivery:guid}/withdraw", (Guid activity, Guid delivery, HttpContext http) => AgainAsync(http)).Allow(Right.WithdrawFacts);
        pages.MapPost("/activities/{activity:guid}/deliveries/{delivery:guid}/withdraw", PostAsync).AsForm(AgainAsync).Allow(Right.WithdrawFacts);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid activity, Guid delivery, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Activities.SingleOrDefaultAsync(a => a.Id == activity, cancel) is not { } planned
            || await db.Deliveries.SingleOrDefaultAsync(d => d.Id == delivery && d.Activity == activity, cancel) is not { } recorded) return TypedResults.NotFound();

        db.Record(planned.WithdrawDelivery(recorded, request.Reason, db.Today));
        db.Withdrawals.Add(new Withdrawal(delivery));
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(new Response(delivery, activity, planned.Version));
    }

    private static async Task<Results<SeeOther, NotFound>> PostAsync(Guid activity, Guid delivery, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var request = new Request(form.Text("Reason", 600));
        form.Check();
        var done = await HandleAsync(activity, delivery, request, db, cancel);
        return done.Result is NotFound ? TypedResults.NotFound() : new SeeOther(frame.Url($"/activities/{activity}"));
    }

    private static async Task<IResult> AgainAsync(HttpContext http) =>
        await DeliveryPages.FindAsync(http) is { } found ? Pages.Show<WithdrawPage>(new { found.View, found.Fact }) : TypedResults.NotFound();
}

/// <summary>The recorded fact that the address of a form names, where the reader sees it and it still counts.</summary>
internal static class DeliveryPages
{
    public static async Task<(Partnership View, DoneFact Fact)?> FindAsync(HttpContext http)
    {
        var services = http.RequestServices;
        if (!Guid.TryParse(http.Request.RouteValues["activity"] as string, out var activity) || !Guid.TryParse(http.Request.RouteValues["delivery"] as string, out var delivery)) return null;
        var agreement = await services.GetRequiredService<ShirakaDb>().Activities.Where(a => a.Id == activity).Select(a => (Guid?)a.Agreement).SingleOrDefaultAsync(http.RequestAborted);
        if (agreement is not { } under || await services.GetRequiredService<SeenPartnerships>().ShownAsync(under, null, services.GetRequiredService<Frame>().Words, http.RequestAborted) is not { } view) return null;
        return view.Done.FirstOrDefault(fact => fact.Id == delivery && fact.Activity == activity) is { } found ? (view, found) : null;
    }
}
