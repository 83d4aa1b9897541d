using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.Erasing;

/// <summary>Erases the body of a fact that the own organisation recorded. Nothing brings it back; figures and proofs stay.</summary>
internal static class EraseBody
{
    public sealed record Request(ErasureReason Reason);

    /// <summary><paramref name="Erasure"/>: the fact that says who erased it and why.</summary>
    public sealed record Response(long Seq, string Type, Guid Erasure);

    public static void Map(RouteGroupBuilder facts) => facts.MapPost("/{seq:long}/erase", HandleAsync)
        .WithSummary("Erase the body of a fact that your organisation recorded, with its salt")
        .WithDescription("What somebody wrote in their own words, and names, are deleted; numbers, days and codes are kept in a new fact `body.erased`, so that no figure and no proof changes. 404 for a fact your organisation did not record.")
        .WithTags("ledger")
        .Allow(Right.EraseBodies);

    public static void MapPage(RouteGroupBuilder pages)
    {
        pages.MapGet("/erasure/{seq:long}", (Delegate)PageAsync).Allow(Right.EraseBodies);
        pages.MapPost("/erasure/{seq:long}", PostAsync).AsForm(PageAsync).Allow(Right.EraseBodies);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(
        long seq, Request request, ShirakaDb db, IEnumerable<IForgets> modules, CancellationToken cancel)
    {
        if (await db.EraseAsync(seq, request.Reason, modules, cancel) is not { } erased) return TypedResults.NotFound();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(seq, erased.Type, erased.Id));
    }

    private static async Task<Results<SeeOther, NotFound>> PostAsync(
        long seq, PostedForm form, OwnBodies bodies, ShirakaDb db, IEnumerable<IForgets> modules, Frame frame, CancellationToken cancel)
    {
        if (await bodies.AtAsync(db.Organisation, seq, cancel) is null) return TypedResults.NotFound();
        var request = new Request(form.Choice<ErasureReason>("reason"));
        form.Check();
        var done = await HandleAsync(seq, request, db, modules, cancel);
        return done.Result is NotFound ? TypedResults.NotFound() : new SeeOther(frame.Url($"/erasure/{seq}"));
    }

    private static async Task<IResult> PageAsync(HttpContext http)
    {
        var (services, cancel) = (http.RequestServices, http.RequestAborted);
        var (viewer, seq) = (services.GetRequiredService<CurrentViewer>().Viewer, long.Parse((string)http.GetRouteValue("seq")!, CultureInfo.InvariantCulture));
        if (await services.GetRequiredService<OwnBodies>().AtAsync(viewer.Organisation, seq, cancel) is not { } fact) return TypedResults.NotFound();
        var erasure = fact.IsErased ? (await services.GetRequiredService<SealedFacts>().OfStreamAsync(fact.Id, cancel)).FirstOrDefault(one => one.Type == "body.erased") : null;
        services.GetRequiredService<AccessLog>().Write(viewer, "read", "body", fact.Id);
        return Pages.Show<EraseBodyPage>(new { Fact = fact, Gone = OwnBodies.Gone(fact), Erasure = erasure });
    }
}
