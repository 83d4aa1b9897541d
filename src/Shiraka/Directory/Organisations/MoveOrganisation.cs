using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>Puts an organisation under another one, or under none.</summary>
internal static class MoveOrganisation
{
    private const int MostLevels = 32;

    public sealed record Request(Guid? Parent);

    public sealed record Response(Guid Id, Guid? Parent);

    public static void Map(RouteGroupBuilder organisations) => organisations.MapPost("/{id:guid}/parent", HandleAsync)
        .WithSummary("Put an organisation under another one, or under none")
        .Allow(Right.KeepDirectory);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid id, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Organisations.SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } organisation) return TypedResults.NotFound();

        if (organisation.Parent != request.Parent)
        {
            db.Record(organisation.MoveUnder(request.Parent, await AboveAsync(request.Parent, db, cancel), db.Today));
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(new Response(id, organisation.Parent));
    }

    /// <summary>The organisation and all above it, nearest first.</summary>
    private static async Task<List<Guid>> AboveAsync(Guid? from, ShirakaDb db, CancellationToken cancel)
    {
        var above = new List<Guid>();
        while (from is { } id)
        {
            var one = await db.Organisations.AsNoTracking().IgnoreAutoIncludes().SingleOrDefaultAsync(o => o.Id == id, cancel)
                ?? throw new RefusedException("directory.parent_unknown", "The organisation above is not in the directory.") { Field = "parent" };
            above.Add(id);
            if (above.Count > MostLevels) throw new RefusedException("directory.too_many_levels", $"At most {MostLevels} levels.", MostLevels) { Field = "parent" };
            from = one.Parent;
        }

        return above;
    }
}
