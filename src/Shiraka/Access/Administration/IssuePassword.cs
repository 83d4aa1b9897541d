using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access.SigningIn;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.Administration;

/// <summary>
/// A one-time password for somebody who lost theirs. Refused where the person also works for another organisation: whoever
/// hands over a password could sign in with it, there too.
/// </summary>
internal static class IssuePassword
{
    public static void Map(RouteGroupBuilder accounts) => accounts.MapPost("/{account:guid}/password", PostAsync).AsForm(ShowAccount.PageAsync, asCommand: false);

    private static async Task<IResult> PostAsync(Guid account, PostedForm form, ShirakaDb db, CurrentViewer current, Issuing issuing, AccessLog log, CancellationToken cancel)
    {
        if (!await ShowAccount.IsOursAsync(db, account, cancel)) return TypedResults.NotFound();
        if (account == db.Actor) throw new RefusedException("account.self", "Nobody hands over a password to themselves.");
        if (await db.Memberships.AsNoTracking().AnyAsync(m => m.Account == account && m.Organisation != db.Organisation && (m.Until == null || m.Until > db.Today), cancel))
            throw new RefusedException("account.elsewhere", "The person also works for another organisation.");

        var password = await issuing.IssueAsync(account, cancel);
        log.Write(current.Viewer, "change", "password", account);
        var name = await db.Accounts.AsNoTracking().Where(a => a.Id == account).Select(a => a.DisplayName).SingleAsync(cancel);
        return Pages.Show<IssuedPage>(new { Name = name, Password = password });
    }
}

/// <summary>Puts a one-time password in place of the old one; the second factor goes with it, for the telephone may be what was lost.</summary>
internal sealed class Issuing(Passwords passwords, PasswordStore store, SecondFactor factor)
{
    public async Task<string> IssueAsync(Guid account, CancellationToken cancel)
    {
        var password = Passwords.NewInitial();
        await store.SetAsync(account, passwords.Hash(password), mustChange: true, keep: null, cancel);
        await factor.RemoveAsync(account, cancel);
        return password;
    }
}
