using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>The pages on which a text becomes a record: bring it in, verify it field by field, take it up again later.</summary>
internal static class ImportRoutes
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/import", ShowStartAsync).Allow(Right.ImportTexts);
        pages.MapPost("/import", BringInAsync).AsForm(http => ShowStartAsync(http.RequestServices.GetRequiredService<ShirakaDb>(), http.RequestAborted), asCommand: false).Allow(Right.ImportTexts);
        pages.MapGet("/import/{draft:guid}", ShowReviewAsync).Allow(Right.ImportTexts);
        pages.MapPost("/import/{draft:guid}", ConfirmAsync).AsForm(AgainAsync).Allow(Right.ConfirmAgreements);
        pages.MapPost("/import/{draft:guid}/later", SaveAsync).AsForm(AgainAsync).Allow(Right.ImportTexts);
        RestoreLine.Map(pages, AgainAsync);
        pages.MapPost("/import/{draft:guid}/drop", DropAsync).AsForm(AgainAsync).Allow(Right.ImportTexts);
    }

    private static async Task<IResult> ShowStartAsync(ShirakaDb db, CancellationToken cancel)
    {
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.State == "open").OrderByDescending(d => d.Id).Take(20).ToListAsync(cancel);
        var sources = drafts.ConvertAll(d => d.Source);
        var names = await db.Sources.AsNoTracking().Where(s => sources.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.ImportedAt }).ToDictionaryAsync(s => s.Id, cancel);
        return Pages.Show<ImportPage>(new { Open = drafts.ConvertAll(d => new ImportPage.OpenDraft(d.Id, names[d.Source].Name, names[d.Source].ImportedAt)) });
    }

    private static async Task<IResult> BringInAsync(string language, PostedForm form, ShirakaDb db, Commands commands, TimeProvider clock, Installation installation, CancellationToken cancel)
    {
        var taken = await TakeAsync(form, db, commands, clock, installation, cancel);
        return new SeeOther(taken.Agreement is { } agreement ? $"/{language}/agreements/{agreement}?known=1" : $"/{language}/import/{taken.Draft}{(taken.Known ? "?known=1" : "")}");
    }

    /// <summary>What programs send: a file, or a text with where it comes from.</summary>
    internal sealed record Sent(IFormFile? File = null, string? Text = null, string? Name = null, bool? Anyway = null);

    /// <summary>The same form for programs.</summary>
    internal static async Task<Ok<ImportText.Response>> ReceiveAsync(PostedForm form, ShirakaDb db, Commands commands, TimeProvider clock, Installation installation, CancellationToken cancel)
    {
        try
        {
            return TypedResults.Ok(await TakeAsync(form, db, commands, clock, installation, cancel));
        }
        catch (FormRefusedException e)
        {
            throw new RefusedException("agreements.empty_text", "Send a file, or a text.", [.. e.Refusals.Select(refusal => refusal.Field).OfType<object>()]);
        }
    }

    private static Task<ImportText.Response> TakeAsync(PostedForm form, ShirakaDb db, Commands commands, TimeProvider clock, Installation installation, CancellationToken cancel)
    {
        var original = form.FilesOf("file") is [var first, ..] ? first : null;
        var request = original is not null
            ? ImportFile.Read(original, installation, cancel) with { Anyway = form.IsTicked("anyway") }
            : new ImportText.Request(form.TextOrNull("text") ?? Neither(form), form.TextOrNull("name", 200) ?? "", Anyway: form.IsTicked("anyway"));
        form.Check();
        return ImportText.RunAsync(request, db, commands, clock, cancel, original);
    }

    private static string Neither(PostedForm form)
    {
        form.Refuse("agreements.text_or_file", "text");
        return "";
    }

    private static async Task<IResult> ShowReviewAsync(Guid draft, string? known, ShirakaDb db, OrganisationFinder finder, Frame frame, FormState state, CancellationToken cancel)
    {
        if (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draft, cancel) is not { } open) return TypedResults.NotFound();
        if (open.State == "confirmed" && await db.Agreements.Where(a => a.Source == open.Source).OrderBy(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancel) is { } agreement)
            return new SeeOther(frame.Url($"/agreements/{agreement}?known=1"));
        if (open.State == "dropped") return TypedResults.NotFound();
        var source = await db.Sources.AsNoTracking().SingleAsync(s => s.Id == open.Source, cancel);
        var review = await Review.OfAsync(source, finder, frame.Words, cancel, RestoreLine.Of(state, open.Answers));
        return Pages.Show<ReviewPage>(new { Draft = open.Id, Review = review, Known = known is not null, Answers = open.Answers });
    }

    private static Task<IResult> AgainAsync(HttpContext http) => ShowReviewAsync(Guid.Parse((string)http.GetRouteValue("draft")!), null,
        http.RequestServices.GetRequiredService<ShirakaDb>(), http.RequestServices.GetRequiredService<OrganisationFinder>(),
        http.RequestServices.GetRequiredService<Frame>(), http.RequestServices.GetRequiredService<FormState>(), http.RequestAborted);

    private static async Task<IResult> ConfirmAsync(string language, Guid draft, PostedForm form, ShirakaDb db, OrganisationFinder finder, Frame frame, FormState state, CancellationToken cancel)
    {
        if (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draft, cancel) is not { } open) return TypedResults.NotFound();
        var source = await db.Sources.AsNoTracking().SingleAsync(s => s.Id == open.Source, cancel);
        var request = ConfirmForm.Read(form, await Review.OfAsync(source, finder, frame.Words, cancel, RestoreLine.Of(state, null)));
        var answer = await ConfirmDraft.HandleAsync(draft, request, db, cancel);
        return answer.Result is Microsoft.AspNetCore.Http.HttpResults.Ok<ConfirmDraft.Response> { Value.Agreements: [var first, ..] }
            ? new SeeOther($"/{language}/agreements/{first}/plan/propose")
            : TypedResults.NotFound();
    }

    private static async Task<IResult> SaveAsync(string language, Guid draft, PostedForm form, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Drafts.SingleOrDefaultAsync(d => d.Id == draft, cancel) is not { } open) return TypedResults.NotFound();
        open.Save(System.Text.Json.JsonSerializer.Serialize(form.Values));
        await db.SaveChangesAsync(cancel);
        return new SeeOther($"/{language}/import");
    }

    private static async Task<IResult> DropAsync(string language, Guid draft, PostedForm form, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Drafts.SingleOrDefaultAsync(d => d.Id == draft, cancel) is not { } open) return TypedResults.NotFound();
        open.Drop();
        await db.SaveChangesAsync(cancel);
        return new SeeOther($"/{language}/import");
    }
}
