using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>Records days on which nothing is owed.</summary>
internal static class SuspendAgreement
{
    public sealed record Request(DateOnly On, DateOnly? LastDay = null, bool? ExtendsTerm = null, string? Reason = null);

    public sealed record Response(Guid Id, Guid Act, long Version);

    public static void Map(RouteGroupBuilder agreements) => agreements.MapPost("/{agreement:guid}/suspensions", HandleAsync).WithSummary("Record a suspension").Allow(Right.ConfirmAgreements);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Agreements.SingleOrDefaultAsync(a => a.Id == agreement, cancel) is not { } known) return TypedResults.NotFound();
        var fact = known.Suspend(request.On, request.LastDay, request.ExtendsTerm, request.Reason, db.Today);
        db.Record(fact);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(agreement, fact.Id, known.Version));
    }
}
