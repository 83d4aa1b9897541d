using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.SigningIn;

/// <summary>The second factor, for accounts that have one.</summary>
internal static class GiveCode
{
    private const string Reason = "half way through the sign-in: the cookie of the step says whose";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/sign-in/code", PageAsync).AllowAnyone(Reason);
        pages.MapPost("/sign-in/code", HandleAsync).AsForm(http => Task.FromResult(Page(http.Request.Form["to"])), asCommand: false).AllowAnyone(Reason);
    }

    private static IResult Page(string? to) => Pages.Show<CodePage>(new { To = to ?? "" });

    private static async Task<IResult> PageAsync(string? to, HttpContext http, SignInFlow flow) =>
        await flow.FindAsync(http) is null ? SignOut.ToSignIn(http) : Page(to);

    private static async Task<IResult> HandleAsync(PostedForm form, HttpContext http, ShirakaDb db, Attempts attempts, SecondFactor factor, SignInSteps steps, SignInFlow flow, AccessLog log, CancellationToken cancel)
    {
        if (await flow.FindAsync(http) is not var (step, account)) return SignOut.ToSignIn(http);
        var code = form.Text("code", 20);
        form.Check();
        try
        {
            await attempts.BeginAsync(account.Email, cancel);
            if (!await factor.TakeAsync(account, code, cancel)) throw new RefusedException("sign-in.code", "The code is wrong or was used.") { Field = "code" };
        }
        catch (RefusedException refused)
        {
            await SignIn.LogAsync(log, db, account, refused.Code, cancel);
            throw;
        }

        await attempts.SucceedAsync(account.Email, cancel);
        return await flow.GoOnAsync(http, account, await steps.CodeGivenAsync(step, cancel), form.TextOrNull("to"));
    }
}
