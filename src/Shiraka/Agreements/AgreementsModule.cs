using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>Reading texts, the register of agreements, their promises and their term.</summary>
public static class AgreementsModule
{
    public static IServiceCollection AddAgreements(this IServiceCollection services) =>
        services.AddScoped<Provenances>().AddNavItem(new NavItem("agreements", "/agreements", nameof(Right.ReadAgreements), 20));

    public static void MapAgreements(this IEndpointRouteBuilder app, RouteGroupBuilder pages)
    {
        var agreements = app.MapGroup("/api/v1/agreements").RunAsCommands().WithTags("Agreements");
        ListAgreements.Map(agreements);
        ExportAgreements.Map(agreements);
        SetTerm.Map(agreements);
        TerminateAgreement.Map(agreements);
        var imports = app.MapGroup("/api/v1/imports").WithTags("Agreements");
        imports.MapPost("", async (ImportText.Request request, ShirakaDb db, Commands commands, TimeProvider clock, CancellationToken cancel) =>
            TypedResults.Ok(await ImportText.RunAsync(request, db, commands, clock, cancel))).WithSummary("Bring in a text; the same text is recognised").Allow(Right.ImportTexts);
        imports.MapPost("/files", ImportRoutes.ReceiveAsync).Accepts<ImportRoutes.Sent>("multipart/form-data").WithSummary("Bring in a file (.txt, .html, .docx, .pdf) or a text; the same text is recognised").Allow(Right.ImportTexts);
        imports.MapGroup("").RunAsCommands().MapPost("/{draft:guid}/confirm", ConfirmDraft.HandleAsync).WithSummary("Confirm what a text promises").Allow(Right.ConfirmAgreements);

        ImportRoutes.Map(pages);
        ShowProvenance.Map(pages);
        FileSignedText.Map(pages);
        VerifyAgreement.Map(agreements, pages);
        pages.MapGet("/agreements", async (string? q, int? page, ShirakaDb db, CancellationToken cancel) =>
            Pages.Show<AgreementsPage>(new { Register = await ListAgreements.ReadAsync(q, page ?? 1, db, cancel), Query = q, Page = page ?? 1 })).Allow(Right.ReadAgreements);
        pages.MapGet("/agreements/{agreement:guid}/term", ShowTermAsync).Allow(Right.ConfirmAgreements);
        pages.MapForm("/agreements/{agreement:guid}/term", PutTermAsync, TermAgainAsync).Allow(Right.ConfirmAgreements);
        pages.MapForm("/agreements/{agreement:guid}/terminate", TerminateAsync, TermAgainAsync).Allow(Right.ConfirmAgreements);
    }

    private static async Task<IResult> ShowTermAsync(Guid agreement, ShirakaDb db, CancellationToken cancel) =>
        await db.Agreements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == agreement, cancel) is { } known ? Pages.Show<TermPage>(new { Known = known }) : TypedResults.NotFound();

    private static Task<IResult> TermAgainAsync(HttpContext http) =>
        ShowTermAsync(Guid.Parse((string)http.GetRouteValue("agreement")!), http.RequestServices.GetRequiredService<ShirakaDb>(), http.RequestAborted);

    private static async Task<IResult> PutTermAsync(string language, Guid agreement, PostedForm form, ShirakaDb db, CancellationToken cancel)
    {
        var request = new SetTerm.Request(form.Day("inForceOn"), form.DayOrNull("expiresOn"), (int?)form.NumberOrNull("noticeDays"), form.TextOrNull("renewal", 30) ?? "none", form.TextOrNull("reason", 500));
        form.Check();
        return (await SetTerm.HandleAsync(agreement, request, db, cancel)).Result is Microsoft.AspNetCore.Http.HttpResults.NotFound ? TypedResults.NotFound() : new SeeOther($"/{language}/agreements/{agreement}");
    }

    private static async Task<IResult> TerminateAsync(string language, Guid agreement, PostedForm form, ShirakaDb db, CancellationToken cancel)
    {
        var request = new TerminateAgreement.Request(form.Day("lastDay"), form.Text("reason", 500));
        form.Check();
        return (await TerminateAgreement.HandleAsync(agreement, request, db, cancel)).Result is Microsoft.AspNetCore.Http.HttpResults.NotFound ? TypedResults.NotFound() : new SeeOther($"/{language}/agreements/{agreement}");
    }
}
