using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>Ends an agreement before its term.</summary>
internal static class TerminateAgreement
{
    public sealed record Request(DateOnly LastDay, string Reason);

    public sealed record Response(Guid Id, long Version);

    public static void Map(RouteGroupBuilder agreements) => agreements.MapPost("/{agreement:guid}/terminate", HandleAsync).WithSummary("End an agreement before its term").Allow(Right.ConfirmAgreements);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Agreements.SingleOrDefaultAsync(a => a.Id == agreement, cancel) is not { } known) return TypedResults.NotFound();
        db.Record(known.Terminate(request.LastDay, request.Reason, db.Organisation, db.Today));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(agreement, known.Version));
    }
}
