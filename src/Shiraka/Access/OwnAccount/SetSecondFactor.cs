using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access.SigningIn;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.OwnAccount;

/// <summary>Sets up the second factor with a first code, and removes it with the password.</summary>
internal static class SetSecondFactor
{
    public static void Map(RouteGroupBuilder account)
    {
        account.MapGet("/second-factor", (HttpContext http, ShirakaDb db) => PageAsync(http, db));
        account.MapPost("/second-factor", SetAsync).AsForm(http => PageAsync(http, (ShirakaDb)http.RequestServices.GetService(typeof(ShirakaDb))!), asCommand: false);
        account.MapPost("/second-factor/remove", RemoveAsync).AsForm(MyAccount.PageAsync, asCommand: false);
    }

    // The secret goes to the browser of its owner and back: it is kept only once a code proves that it arrived.
    private static async Task<IResult> PageAsync(HttpContext http, ShirakaDb db)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == db.Actor, http.RequestAborted);
        var posted = http.Request.HasFormContentType ? http.Request.Form["secret"].ToString() : null;
        return Pages.Show<SecondFactorPage>(new { Email = account.Email, Secret = Totp.IsSecret(posted) ? posted! : Totp.NewSecret() });
    }

    private static async Task<IResult> SetAsync(PostedForm form, HttpContext http, CurrentViewer current, ShirakaDb db, SecondFactor factor, Sessions sessions, AccessLog log, CancellationToken cancel)
    {
        var secret = form.Text("secret", 64);
        var code = form.Text("code", 20);
        form.Check();
        if (!Totp.IsSecret(secret)) throw new RefusedException("sign-in.code", "The secret is not one of ours.") { Field = "code" };
        var isSet = await db.Accounts.AsNoTracking().AnyAsync(a => a.Id == db.Actor && a.TotpSecret != null, cancel);
        if (isSet) return MyAccount.ToPage(http);       // who holds an open browser must not put a key of their own in place: removing asks for the password
        if (!await factor.SetAsync(current.Viewer.Account, secret, code, cancel)) throw new RefusedException("sign-in.code", "The code is wrong.") { Field = "code" };
        await sessions.CloseAllAsync(current.Viewer.Account, keep: current.Viewer.Session, tokens: false, cancel);
        log.Write(current.Viewer, "change", "second_factor", current.Viewer.Account);
        return MyAccount.ToPage(http);
    }

    private static async Task<IResult> RemoveAsync(PostedForm form, HttpContext http, CurrentViewer current, ShirakaDb db, PasswordProof proof, SecondFactor factor, AccessLog log, CancellationToken cancel)
    {
        var typed = form.Text("password", 1000);
        form.Check();
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == db.Actor, cancel);
        await proof.RequireAsync(account, typed, "password", cancel);
        await factor.RemoveAsync(account.Id, cancel);
        log.Write(current.Viewer, "change", "second_factor", account.Id);
        return MyAccount.ToPage(http);
    }
}
