using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>Records that the parties agreed, before the end, on a longer term.</summary>
internal static class ProrogueAgreement
{
    public sealed record Request(DateOnly On, string? Length = null, DateOnly? LastDay = null, string? Reason = null);

    public sealed record Response(Guid Id, Guid Act, long Version);

    public static void Map(RouteGroupBuilder agreements) => agreements.MapPost("/{agreement:guid}/prorogations", HandleAsync).WithSummary("Record an agreed prorogation").Allow(Right.ConfirmAgreements);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Agreements.SingleOrDefaultAsync(a => a.Id == agreement, cancel) is not { } known) return TypedResults.NotFound();
        var fact = known.Prorogue(request.On, request.Length, request.LastDay, request.Reason, db.Today);
        db.Record(fact);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(agreement, fact.Id, known.Version));
    }
}
