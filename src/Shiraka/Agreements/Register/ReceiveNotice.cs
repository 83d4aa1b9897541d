using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>Records a notice that arrived. In time or late is for the calendar to say.</summary>
internal static class ReceiveNotice
{
    public sealed record Request(DateOnly On, bool? InForm = null, Guid? By = null, string? Note = null);

    public sealed record Response(Guid Id, Guid Act, long Version);

    public static void Map(RouteGroupBuilder agreements) => agreements.MapPost("/{agreement:guid}/notices", HandleAsync).WithSummary("Record a notice that arrived").Allow(Right.ConfirmAgreements);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Agreements.SingleOrDefaultAsync(a => a.Id == agreement, cancel) is not { } known) return TypedResults.NotFound();
        var fact = known.ReceiveNotice(request.On, request.InForm, request.By, request.Note, db.Today);
        db.Record(fact);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(agreement, fact.Id, known.Version));
    }
}
