using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Directory;

/// <summary>The forms that enter and end a post. A name that may be somebody known is asked about before a new person is written down.</summary>
internal static class PostForms
{
    public const string SomebodyNew = "new";
    private const int MostProposals = 5;
    private const double LikelyKnown = 0.5;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/directory/organisations/{id:guid}/posts", (Delegate)TakeAgainAsync).Allow(Right.KeepDirectory);
        pages.MapPost("/directory/organisations/{id:guid}/posts", TakeAsync).AsForm(TakeAgainAsync).Allow(Right.KeepDirectory);
        pages.MapGet("/directory/posts/{id:guid}/leave", (Delegate)LeaveAgainAsync).Allow(Right.KeepDirectory);
        pages.MapPost("/directory/posts/{id:guid}/leave", LeaveAsync).AsForm(LeaveAgainAsync).Allow(Right.KeepDirectory);
    }

    private static async Task<Results<SeeOther, NotFound>> TakeAsync(Guid id, PostedForm form, ShirakaDb db, PersonFinder finder, Frame frame, CancellationToken cancel)
    {
        var (name, other) = (form.Text("name", WrittenName.MostCharacters), form.TextOrNull("other_name", WrittenName.MostCharacters));
        var isNew = form.TextOrNull("person") == SomebodyNew;
        var person = isNew ? null : form.IdOrNull("person");
        var request = new TakePost.Request(form.Text("title", WrittenName.MostCharacters), form.Day("from"), person, other is null ? [name] : [name, other]);
        form.Check();
        if (!isNew && person is null && (await LikelyAsync(finder, name, cancel)).Count > 0)
            throw new RefusedException("directory.person_maybe_known", "Somebody of the directory may bear this name.") { Field = "person" };
        if (person is { } known) await DecideName.RecordAsync(NamedThing.Person, name, known, isSame: true, db, cancel);
        var taken = await TakePost.HandleAsync(id, request, db, cancel);
        return taken.Result is NotFound ? TypedResults.NotFound() : new SeeOther(frame.Url($"/directory/organisations/{id}"));
    }

    private static async Task<IResult> TakeAgainAsync(HttpContext http)
    {
        if (await OrganisationForms.LabelAsync(http) is not { } label) return TypedResults.NotFound();
        var typed = http.RequestServices.GetRequiredService<FormState>().Typed("name").ToString();
        var likely = string.IsNullOrWhiteSpace(typed) ? [] : await LikelyAsync(http.RequestServices.GetRequiredService<PersonFinder>(), typed, http.RequestAborted);
        return Pages.Show<PostPage>(new { Label = label, Proposals = likely });
    }

    private static async Task<IReadOnlyList<PersonProposal>> LikelyAsync(PersonFinder finder, string name, CancellationToken cancel) =>
        [.. (await finder.ProposeAsync(name, MostProposals, cancel)).Where(one => one.Score >= LikelyKnown)];

    private static async Task<Results<SeeOther, NotFound>> LeaveAsync(Guid id, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var request = new LeavePost.Request(form.Day("until"));
        form.Check();
        var left = await LeavePost.HandleAsync(id, request, db, cancel);
        return left.Result is Ok<LeavePost.Response> { Value: { } done } ? new SeeOther(frame.Url($"/directory/organisations/{done.Organisation}")) : TypedResults.NotFound();
    }

    private static async Task<IResult> LeaveAgainAsync(HttpContext http)
    {
        var (services, cancel) = (http.RequestServices, http.RequestAborted);
        var db = services.GetRequiredService<ShirakaDb>();
        if (!Guid.TryParse(http.Request.RouteValues["id"] as string, out var id)
            || await db.SeenPosts().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } post) return TypedResults.NotFound();
        var language = services.GetRequiredService<Frame>().Language;
        var labels = await services.GetRequiredService<OrganisationLabels>().LabelsAsync([post.Organisation], language, cancel);
        var person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == post.Person, cancel);
        return Pages.Show<LeavePage>(new { Label = labels[post.Organisation], Post = post, PersonName = person.NameIn(ShowOrganisation.ScriptOf(language)) });
    }
}
