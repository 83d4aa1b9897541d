using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>Records that the parties agreed on an express renewal.</summary>
internal static class AgreeRenewal
{
    public sealed record Request(DateOnly On, string? Note = null);

    public sealed record Response(Guid Id, Guid Act, long Version);

    public static void Map(RouteGroupBuilder agreements) => agreements.MapPost("/{agreement:guid}/renewals", HandleAsync).WithSummary("Record an agreed renewal").Allow(Right.ConfirmAgreements);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Agreements.SingleOrDefaultAsync(a => a.Id == agreement, cancel) is not { } known) return TypedResults.NotFound();
        var fact = known.AgreeRenewal(request.On, request.Note, db.Today);
        db.Record(fact);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(agreement, fact.Id, known.Version));
    }
}
