using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>Takes back what was recorded by mistake on the term: a notice, a prorogation, a suspension, a renewal, or the termination. Both facts stay in the ledger.</summary>
internal static class WithdrawAct
{
    public sealed record Request(string Reason);

    public sealed record Response(Guid Id, long Version);

    public static void Map(RouteGroupBuilder agreements)
    {
        agreements.MapPost("/{agreement:guid}/acts/{act:guid}/withdraw", HandleAsync).WithSummary("Withdraw an act on the term").Allow(Right.ConfirmAgreements);
        agreements.MapPost("/{agreement:guid}/terminate/withdraw", OfTerminationAsync).WithSummary("Withdraw the termination of an agreement").Allow(Right.ConfirmAgreements);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Guid act, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Agreements.SingleOrDefaultAsync(a => a.Id == agreement, cancel) is not { } known || known.WithdrawAct(act, request.Reason, db.Today) is not { } fact) return TypedResults.NotFound();
        return await KeepAsync(known, fact, db, cancel);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> OfTerminationAsync(Guid agreement, Request request, ShirakaDb db, CancellationToken cancel) =>
        await db.Agreements.SingleOrDefaultAsync(a => a.Id == agreement, cancel) is { } known ? await KeepAsync(known, known.WithdrawTermination(request.Reason, db.Today), db, cancel) : TypedResults.NotFound();

    private static async Task<Results<Ok<Response>, NotFound>> KeepAsync(Agreement known, Fact fact, ShirakaDb db, CancellationToken cancel)
    {
        db.Record(fact);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(known.Id, known.Version));
    }
}
