using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>A person takes a post in an organisation.</summary>
public static class TakePost
{
    /// <param name="Person">A person of the directory; else <paramref name="Names"/> of a new one.</param>
    /// <param name="Names">The name of a new person in one or several scripts.</param>
    public sealed record Request(string Title, DateOnly From, Guid? Person = null, IReadOnlyList<string>? Names = null);

    public sealed record Response(Guid Id, Guid Person);

    internal static void Map(RouteGroupBuilder organisations) => organisations.MapPost("/{id:guid}/posts", HandleAsync)
        .WithSummary("Enter a post of a person in your organisation, or in one that shares an agreement with it")
        .Allow(Right.KeepDirectory);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid id, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (!await db.Organisations.AnyAsync(o => o.Id == id, cancel)) return TypedResults.NotFound();
        if (!db.SeesAll && id != db.Organisation && !await VisiblePersons.PartnerIds(db).AnyAsync(partner => partner == id, cancel))
            throw new RefusedException("directory.not_a_partner", "Posts are kept for the own organisation and for those that share an agreement with it.");
        if (request.Person is { } known && !await db.SeenPersons().AnyAsync(p => p.Id == known, cancel))
            throw new RefusedException("directory.person_unknown", "The person is not in the directory.") { Field = "person" };

        var person = request.Person ?? RegisterPerson.In(request.Names ?? [], db);
        var post = await InAsync(person, id, request.Title, request.From, db, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(post, person));
    }

    /// <summary>Records the post inside a command; the caller saves, and has decided that it may.</summary>
    /// <exception cref="RefusedException"><c>directory.post_held</c>: the person holds a post of that title there.</exception>
    public static async Task<Guid> InAsync(Guid person, Guid organisation, string title, DateOnly from, ShirakaDb db, CancellationToken cancel)
    {
        var (post, taken) = Post.Take(person, organisation, title, from);
        var held = await db.Posts.AsNoTracking().Where(p => p.Person == person && p.Organisation == organisation && p.Until == null).Select(p => p.Title).ToListAsync(cancel);
        if (held.Exists(other => WrittenName.Key(other) == WrittenName.Key(post.Title)))
            throw new RefusedException("directory.post_held", "The person holds this post already.", post.Title) { Field = "title" };
        db.Add(post);
        db.Record(taken);
        return post.Id;
    }
}
