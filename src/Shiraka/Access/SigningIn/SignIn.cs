using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.SigningIn;

/// <summary>The first page of the sign-in: address and password. What is wrong is not told, and whether the account exists neither.</summary>
internal static class SignIn
{
    private const string Reason = "one signs in before one is known";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/sign-in", Page).AllowAnyone(Reason);
        pages.MapPost("/sign-in", HandleAsync).AsForm(http => Task.FromResult(Page(http.Request.Form["to"])), asCommand: false).AllowAnyone(Reason);
    }

    private static IResult Page(string? to) => Pages.Show<SignInPage>(new { To = to ?? "" });

    private static async Task<IResult> HandleAsync(PostedForm form, HttpContext http, ShirakaDb db, Attempts attempts, Passwords passwords, SignInSteps steps, SignInFlow flow, AccessLog log, CancellationToken cancel)
    {
        var email = Account.EmailOf(form.Text("email", 254));
        var password = form.Text("password", 1000);
        var to = form.TextOrNull("to");
        form.Check();

        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Email == email, cancel);
        try
        {
            await attempts.BeginAsync(email, cancel);
            if (!passwords.Matches(account, password)) throw new RefusedException("sign-in.failed", "Address or password is wrong.");
            if (account!.TotpSecret is null) await attempts.SucceedAsync(email, cancel);     // with a second factor only the code is a success
            var step = await steps.OpenAsync(account.Id, cancel);
            Cookies.SetStep(http, step.Token);
            return await flow.GoOnAsync(http, account, step, to);
        }
        catch (RefusedException refused)
        {
            await LogAsync(log, db, account, refused.Code, cancel);
            throw;
        }
    }

    /// <summary>Writes a refused sign-in where the organisations of the account can read it; an unknown address leaves no trace of itself.</summary>
    public static async Task LogAsync(AccessLog log, ShirakaDb db, Account? account, string code, CancellationToken cancel)
    {
        var id = account?.Id ?? Guid.Empty;
        var organisations = await db.Memberships.AsNoTracking().Where(m => m.Account == id).Select(m => m.Organisation).Distinct().ToListAsync(cancel);
        foreach (var organisation in organisations.DefaultIfEmpty(Guid.Empty))
            log.Write(Viewer.Nobody with { Account = id, Organisation = organisation }, "refused", "sign_in", null, code);
    }
}
