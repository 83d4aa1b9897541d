using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shiraka.Shared;
using Shiraka.Shared.Forms;

namespace Shiraka.Access.SigningIn;

/// <summary>For whom one works now, where a person has roles in several organisations.</summary>
internal static class ChooseOrganisation
{
    private const string Reason = "half way through the sign-in: the cookie of the step says whose";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/sign-in/organisation", (string? to, HttpContext http, SignInFlow flow) => PageAsync(http, to, flow)).AllowAnyone(Reason);
        pages.MapPost("/sign-in/organisation", HandleAsync).AsForm(AgainAsync, asCommand: false).AllowAnyone(Reason);
    }

    /// <summary>Organisations by name, to choose from.</summary>
    public static async Task<IReadOnlyList<Choice>> ChoicesAsync(IReadOnlyCollection<Guid> organisations, IOrganisationNames directory, Language language, CancellationToken cancel)
    {
        var names = await directory.NamesAsync(organisations, language, cancel);
        return [.. organisations.Select(id => new Choice(id.ToString(), names.GetValueOrDefault(id, id.ToString("N")[^8..]))).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)];
    }

    private static Task<IResult> AgainAsync(HttpContext http) =>
        PageAsync(http, http.Request.Form["to"], (SignInFlow)http.RequestServices.GetService(typeof(SignInFlow))!);

    private static async Task<IResult> PageAsync(HttpContext http, string? to, SignInFlow flow)
    {
        if (await flow.FindAsync(http) is not var (_, account)) return SignOut.ToSignIn(http);
        var directory = (IOrganisationNames)http.RequestServices.GetService(typeof(IOrganisationNames))!;
        var organisations = await flow.OrganisationsOfAsync(account.Id, http.RequestAborted);
        var choices = await ChoicesAsync(organisations, directory, PageRoutes.LanguageOf(http.Request.Path), http.RequestAborted);
        return Pages.Show<OrganisationPage>(new { To = to ?? "", Organisations = choices });
    }

    private static async Task<IResult> HandleAsync(PostedForm form, HttpContext http, SignInFlow flow)
    {
        if (await flow.FindAsync(http) is not var (step, account)) return SignOut.ToSignIn(http);
        var organisation = form.Id("organisation");
        form.Check();
        return await flow.GoOnAsync(http, account, step, form.TextOrNull("to"), organisation);
    }
}
