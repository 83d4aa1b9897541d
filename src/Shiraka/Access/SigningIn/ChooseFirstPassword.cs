using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shiraka.Shared;

namespace Shiraka.Access.SigningIn;

/// <summary>At the first sign-in the password that an administrator handed over is replaced by one that only its owner knows.</summary>
internal static class ChooseFirstPassword
{
    private const string Reason = "half way through the sign-in: the cookie of the step says whose";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/sign-in/password", PageAsync).AllowAnyone(Reason);
        pages.MapPost("/sign-in/password", HandleAsync).AsForm(http => Task.FromResult(Page(http.Request.Form["to"])), asCommand: false).AllowAnyone(Reason);
    }

    private static IResult Page(string? to) => Pages.Show<FirstPasswordPage>(new { To = to ?? "" });

    private static async Task<IResult> PageAsync(string? to, HttpContext http, SignInFlow flow) =>
        await flow.FindAsync(http) is var (step, account) && IsDue(step, account) ? Page(to) : SignOut.ToSignIn(http);

    private static async Task<IResult> HandleAsync(PostedForm form, HttpContext http, Passwords passwords, PasswordStore store, SignInFlow flow, CancellationToken cancel)
    {
        if (await flow.FindAsync(http) is not var (step, account) || !IsDue(step, account)) return SignOut.ToSignIn(http);
        var password = form.Text("new-password", 1000);
        form.Check();
        passwords.Check(password, "new-password");
        if (passwords.Matches(account, password)) throw new RefusedException("password.same", "The password is the one that was handed over.") { Field = "new-password" };
        await store.SetAsync(account.Id, passwords.Hash(password), mustChange: false, keep: null, cancel);
        account.MustChangePassword = false;
        return await flow.GoOnAsync(http, account, step, form.TextOrNull("to"));
    }

    private static bool IsDue(SignInStep step, Account account) => account.MustChangePassword && (account.TotpSecret is null || step.CodeGiven);
}
