using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access.SigningIn;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.OwnAccount;

/// <summary>A new password ends every other session and every token of the account.</summary>
internal static class ChangePassword
{
    public static void Map(RouteGroupBuilder account) => account.MapPost("/password", HandleAsync).AsForm(MyAccount.PageAsync, asCommand: false);

    private static async Task<IResult> HandleAsync(PostedForm form, HttpContext http, ShirakaDb db, CurrentViewer current, PasswordProof proof, Passwords passwords, PasswordStore store, AccessLog log, CancellationToken cancel)
    {
        var typed = form.Text("current-password", 1000);
        var password = form.Text("new-password", 1000);
        form.Check();

        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == current.Viewer.Account, cancel);
        await proof.RequireAsync(account, typed, "current-password", cancel);
        passwords.Check(password, "new-password");
        if (password == typed) throw new RefusedException("password.same", "The new password is the old one.") { Field = "new-password" };
        await store.SetAsync(account.Id, passwords.Hash(password), mustChange: false, keep: current.Viewer.Session, cancel);
        log.Write(current.Viewer, "change", "password", account.Id);
        return MyAccount.ToPage(http);
    }
}
