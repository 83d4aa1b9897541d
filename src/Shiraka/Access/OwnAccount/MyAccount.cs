using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access.SigningIn;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.OwnAccount;

/// <summary>The page of one's own account, and the routes under it. A program's token reaches none of them.</summary>
internal static class MyAccount
{
    public static void Map(RouteGroupBuilder pages)
    {
        var account = pages.MapGroup("/account").AddEndpointFilter(OnlyInBrowserAsync).AllowSignedIn();
        account.MapGet("", (Delegate)PageAsync);      // as a RequestDelegate the page would be dropped
        account.MapPost("/language", ChooseLanguageAsync).AsForm(PageAsync, asCommand: false);
        account.MapPost("/organisation", SwitchOrganisationAsync).AsForm(PageAsync, asCommand: false);
        ChangePassword.Map(account);
        SetSecondFactor.Map(account);
        EndSessions.Map(account);
        CreateToken.Map(account);
    }

    public static SeeOther ToPage(HttpContext http) => new($"/{Denied.Language(http)}/account");

    /// <summary>Shows the page; also after a form on it was refused.</summary>
    public static async Task<IResult> PageAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var (db, viewer, cancel) = (services.GetRequiredService<ShirakaDb>(), services.GetRequiredService<CurrentViewer>().Viewer, http.RequestAborted);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == viewer.Account, cancel);
        var organisations = await services.GetRequiredService<SignInFlow>().OrganisationsOfAsync(viewer.Account, cancel);
        var choices = await ChooseOrganisation.ChoicesAsync(organisations, services.GetRequiredService<IOrganisationNames>(), PageRoutes.LanguageOf(http.Request.Path), cancel);
        var sessions = await services.GetRequiredService<Sessions>().OfAsync(viewer.Account, cancel);
        return Pages.Show<AccountPage>(new { Account = account, Viewer = viewer, Organisations = choices, Sessions = sessions });
    }

    private static async ValueTask<object?> OnlyInBrowserAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        if (!call.HttpContext.RequestServices.GetRequiredService<CurrentViewer>().Viewer.IsToken) return await next(call);
        await Denied.ForbiddenAsync(call.HttpContext, "browser_only");
        return Results.Empty;
    }

    private static async Task<IResult> ChooseLanguageAsync(PostedForm form, HttpContext http, CurrentViewer current, IStore store, CancellationToken cancel)
    {
        var language = form.Choice<Language>("language");
        form.Check();
        await store.WriteAsync(batch => batch.Add("UPDATE accounts SET language = @language WHERE id = @id", ("language", language.Code()), ("id", current.Viewer.Account)), cancel);
        return new SeeOther($"/{language.Code()}/account");
    }

    private static async Task<IResult> SwitchOrganisationAsync(PostedForm form, HttpContext http, CurrentViewer current, SignInFlow flow, CancellationToken cancel)
    {
        var organisation = form.Id("organisation");
        form.Check();
        if (!(await flow.OrganisationsOfAsync(current.Viewer.Account, cancel)).Contains(organisation)) throw new RefusedException("choose-one", "No role in this organisation.") { Field = "organisation" };
        await flow.OpenAsync(http, current.Viewer.Account, organisation);
        return ToPage(http);
    }
}
