using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>Ends a suspension that was recorded without an end.</summary>
internal static class ResumeAgreement
{
    /// <param name="On">The first day it binds again.</param>
    public sealed record Request(DateOnly On);

    public sealed record Response(Guid Id, Guid Act, long Version);

    public static void Map(RouteGroupBuilder agreements) => agreements.MapPost("/{agreement:guid}/acts/{act:guid}/resume", HandleAsync).WithSummary("End a suspension").Allow(Right.ConfirmAgreements);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Guid act, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Agreements.SingleOrDefaultAsync(a => a.Id == agreement, cancel) is not { } known || known.Resume(act, request.On, db.Today) is not { } fact) return TypedResults.NotFound();
        db.Record(fact);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(agreement, act, known.Version));
    }
}
