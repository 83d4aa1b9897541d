using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Directory;

/// <summary>One organisation: names, place, what stands above and below it, and the posts the viewer may see.</summary>
public static class ShowOrganisation
{
    public sealed record Name(string Language, NameScript Script, string Text, NameUse Use, DateOnly? Until);

    /// <param name="PersonName">Null where the names of the person were erased.</param>
    public sealed record HeldPost(Guid Id, Guid Person, string? PersonName, string Title, DateOnly From, DateOnly? Until);

    public sealed record Response(OrganisationLabel Label, OrganisationLabel? Parent, IReadOnlyList<OrganisationLabel> Under, IReadOnlyList<Name> Names, IReadOnlyList<HeldPost> Posts);

    internal static void Map(RouteGroupBuilder organisations) => organisations.MapGet("/{id:guid}", HandleAsync)
        .WithSummary("Read an organisation with its names, former names, place and the posts you may see")
        .Allow(Right.ReadDirectory);

    internal static void MapPage(RouteGroupBuilder pages) => pages.MapGet("/directory/organisations/{id:guid}", ShowAsync).Allow(Right.ReadDirectory);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid id, ShirakaDb db, OrganisationLabels labels, AccessLog log, CurrentViewer current, CancellationToken cancel, string? language = null) =>
        await FindAsync(id, Languages.TryRead(language, out var read) ? read : Language.Fr, db, labels, log, current, cancel) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    private static async Task<IResult> ShowAsync(Guid id, ShirakaDb db, OrganisationLabels labels, AccessLog log, CurrentViewer current, Frame frame, CancellationToken cancel) =>
        await FindAsync(id, frame.Language, db, labels, log, current, cancel) is { } found ? Pages.Show<OrganisationPage>(new { Shown = found }) : TypedResults.NotFound();

    internal static async Task<Response?> FindAsync(Guid id, Language language, ShirakaDb db, OrganisationLabels labels, AccessLog log, CurrentViewer current, CancellationToken cancel)
    {
        if (await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } organisation) return null;
        var under = await db.Organisations.AsNoTracking().Where(o => o.Parent == id).Select(o => o.Id).ToListAsync(cancel);
        var shown = await labels.LabelsAsync([id, .. under, .. organisation.Parent is { } above ? new[] { above } : []], language, cancel);
        var posts = await db.SeenPosts().AsNoTracking().Where(p => p.Organisation == id).ToListAsync(cancel);
        var holders = posts.Select(p => p.Person).Distinct().ToList();
        var persons = await db.Persons.AsNoTracking().Where(p => holders.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        if (posts.Count > 0) log.Write(current.Viewer, "read", "posts", id);
        return new Response(
            shown[id],
            organisation.Parent is { } parent ? shown.GetValueOrDefault(parent) : null,
            [.. under.Select(one => shown[one]).OrderBy(label => WrittenName.Key(label.Name), StringComparer.Ordinal)],
            [.. organisation.Names.OrderBy(n => n.Use).ThenBy(n => n.Position)
                .Select(n => new Name(n.Language, n.Script, n.Text, n.Use, n.Until))],
            [.. posts.OrderBy(p => p.Until is not null).ThenByDescending(p => p.From)
                .Select(p => new HeldPost(p.Id, p.Person, persons[p.Person].NameIn(ScriptOf(language)), p.Title, p.From, p.Until))]);
    }

    internal static NameScript ScriptOf(Language language) => language is Language.Ar ? NameScript.Arabic : NameScript.Latin;
}
