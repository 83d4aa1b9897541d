using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>Enters how long an agreement binds, when the signed text or a later act says it.</summary>
internal static class SetTerm
{
    public sealed record Request(DateOnly InForceOn, DateOnly? ExpiresOn = null, int? NoticeDays = null, string Renewal = "none", string? Reason = null);

    public sealed record Response(Guid Id, long Version);

    public static void Map(RouteGroupBuilder agreements) => agreements.MapPut("/{agreement:guid}/term", HandleAsync).WithSummary("Set the term of an agreement").Allow(Right.ConfirmAgreements);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Agreements.SingleOrDefaultAsync(a => a.Id == agreement, cancel) is not { } known) return TypedResults.NotFound();
        var set = known.SetTerm(new AgreementTerm(request.InForceOn, request.ExpiresOn, request.NoticeDays, request.Renewal), request.Reason, db.Today);
        db.Record(set);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(agreement, known.Version));
    }
}
