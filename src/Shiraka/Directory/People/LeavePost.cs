using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>Ends a post; it stays in the history of the organisation.</summary>
internal static class LeavePost
{
    /// <param name="Until">The first day without it.</param>
    public sealed record Request(DateOnly Until);

    public sealed record Response(Guid Id, Guid Organisation, DateOnly Until);

    public static void Map(RouteGroupBuilder posts) => posts.MapPost("/{id:guid}/leave", HandleAsync)
        .WithSummary("End a post on its first day without it")
        .Allow(Right.KeepDirectory);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid id, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.SeenPosts().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } post) return TypedResults.NotFound();

        db.Record(post.Leave(request.Until));
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(new Response(id, post.Organisation, request.Until));
    }
}
