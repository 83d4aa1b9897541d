using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>
/// A second person compared the record with its text. Who that is comes from the session, never from the request, and is never who
/// confirmed it.
/// </summary>
internal static class VerifyAgreement
{
    public sealed record Request(string? Note = null);

    public sealed record Response(Guid Id, long Version);

    public static void Map(RouteGroupBuilder agreements, RouteGroupBuilder pages)
    {
        agreements.MapPost("/{agreement:guid}/verify", HandleAsync).WithSummary("Say, as a second person, that the record is what its text says").Allow(Right.ConfirmAgreements);
        pages.MapPost("/agreements/{agreement:guid}/verify", PostAsync).AsForm(ShowProvenance.AgainAsync).Allow(Right.ConfirmAgreements);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Agreements.SingleOrDefaultAsync(a => a.Id == agreement, cancel) is not { } known) return TypedResults.NotFound();
        var digest = known.SignedText ?? Convert.ToHexStringLower((await db.Sources.AsNoTracking().SingleAsync(s => s.Id == known.Source, cancel)).Digest);
        db.Record(known.Verify(db.Actor, digest, request.Note, db.Today));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(agreement, known.Version));
    }

    private static async Task<IResult> PostAsync(string language, Guid agreement, PostedForm form, ShirakaDb db, CancellationToken cancel)
    {
        var request = new Request(form.TextOrNull("note", 500));
        form.Check();
        return (await HandleAsync(agreement, request, db, cancel)).Result is NotFound ? TypedResults.NotFound() : new SeeOther($"/{language}/agreements/{agreement}/source");
    }
}
