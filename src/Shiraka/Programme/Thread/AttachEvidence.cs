using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>Adds files that arrived after the fact they show.</summary>
internal static class AttachEvidence
{
    public sealed record Request(IReadOnlyList<Evidence> Evidence);

    public sealed record Response(Guid Delivery, Guid Activity, Guid Agreement, long Version);

    public static void Map(RouteGroupBuilder activities, RouteGroupBuilder pages)
    {
        activities.MapPost("/{activity:guid}/deliveries/{delivery:guid}/evidence", HandleAsync)
            .WithSummary("Attach evidence to a fact recorded earlier")
            .Allow(Right.RecordFacts);
        pages.MapGet("/activities/{activity:guid}/deliveries/{delivery:guid}/evidence", (Guid activity, Guid delivery, HttpContext http) => AgainAsync(http)).Allow(Right.RecordFacts);
        pages.MapPost("/activities/{activity:guid}/deliveries/{delivery:guid}/evidence", PostAsync).AsForm(AgainAsync).Allow(Right.RecordFacts);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid activity, Guid delivery, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Activities.SingleOrDefaultAsync(a => a.Id == activity, cancel) is not { } planned
            || await db.Deliveries.SingleOrDefaultAsync(d => d.Id == delivery && d.Activity == activity, cancel) is not { } recorded) return TypedResults.NotFound();

        db.Record(planned.AttachEvidence(recorded, request.Evidence, db.Today));
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(new Response(delivery, activity, planned.Agreement, planned.Version));
    }

    private static async Task<Results<SeeOther, NotFound>> PostAsync(Guid activity, Guid delivery, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var files = EvidenceFiles.Of(form);
        form.Check();
        var done = await HandleAsync(activity, delivery, new([.. files.Select(file => file.Evidence)]), db, cancel);
        if (done.Result is not Ok<Response> { Value: { } attached }) return TypedResults.NotFound();
        foreach (var file in files) db.Cite(attached.Agreement, file.File);
        await db.SaveChangesAsync(cancel);
        return new SeeOther(frame.Url($"/activities/{activity}"));
    }

    private static async Task<IResult> AgainAsync(HttpContext http) =>
        await DeliveryPages.FindAsync(http) is { } found ? Pages.Show<AttachPage>(new { found.View, found.Fact }) : TypedResults.NotFound();
}
