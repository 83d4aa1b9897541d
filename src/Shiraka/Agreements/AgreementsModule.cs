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
        services.AddScoped<Provenances>().AddSingleton<IForgets, ForgetNotes>().AddNavItem(new NavItem("agreements", "/agreements", nameof(Right.ReadAgreements), 20));

    public static void MapAgreements(this IEndpointRouteBuilder app, RouteGroupBuilder pages)
    {
        var agreements = app.MapGroup("/api/v1/agreements").RunAsCommands().WithTags("Agreements");
        ListAgreements.Map(agreements);
        ExportAgreements.Map(agreements);
        SetTerm.Map(agreements);
        TerminateAgreement.Map(agreements);
        ReceiveNotice.Map(agreements);
        ProrogueAgreement.Map(agreements);
        SuspendAgreement.Map(agreements);
        ResumeAgreement.Map(agreements);
        AgreeRenewal.Map(agreements);
        WithdrawAct.Map(agreements);
        ShowCalendar.Map(agreements);
        var imports = app.MapGroup("/api/v1/imports").WithTags("Agreements");
        imports.MapPost("", async (ImportText.Request request, ShirakaDb db, Commands commands, TimeProvider clock, CancellationToken cancel) =>
            TypedResults.Ok(await ImportText.RunAsync(request, db, commands, clock, cancel))).WithSummary("Bring in a text; the same text is recognised").Allow(Right.ImportTexts);
        imports.MapPost("/files", ImportRoutes.ReceiveAsync).Accepts<ImportRoutes.Sent>("multipart/form-data").WithSummary("Bring in a file (.txt, .html, .docx, .pdf) or a text; the same text is recognised").Allow(Right.ImportTexts);
        imports.MapGroup("").RunAsCommands().MapPost("/{draft:guid}/confirm", ConfirmDraft.HandleAsync).WithSummary("Confirm what a text promises").Allow(Right.ConfirmAgreements);

        ImportRoutes.Map(pages);
        ShowProvenance.Map(pages);
        FileSignedText.Map(pages);
        VerifyAgreement.Map(agreements, pages);
        ListAgreements.MapPage(pages);
        TermPages.Map(pages);
    }
}
