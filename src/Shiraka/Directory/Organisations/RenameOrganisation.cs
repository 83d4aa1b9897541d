using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>Gives an organisation a name from a day on; the one it replaces stays as a former name.</summary>
internal static class RenameOrganisation
{
    /// <param name="On">From this day on; today where not given. Of a former name: the first day on which it was no longer the name.</param>
    public sealed record Request(string Language, string Text, NameUse Use = NameUse.Official, DateOnly? On = null);

    public sealed record Response(Guid Id, string? Former);

    public static void Map(RouteGroupBuilder organisations) => organisations.MapPost("/{id:guid}/names", HandleAsync)
        .WithSummary("Give an organisation a new name; the one it replaces is kept as a former name")
        .Allow(Right.KeepDirectory);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid id, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Organisations.SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } organisation) return TypedResults.NotFound();

        var renamed = organisation.Rename(new GivenName(request.Language, request.Text, request.Use), request.On ?? db.Today);
        db.Record(renamed);
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(new Response(id, renamed.Former));
    }
}
