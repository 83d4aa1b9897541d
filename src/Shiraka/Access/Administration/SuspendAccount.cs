using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.Administration;

/// <summary>Suspends all roles a person holds in the organisation, and restores them. Sessions end with their next request.</summary>
internal static class SuspendAccount
{
    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapPost("/{account:guid}/suspend", (Guid account, PostedForm form, HttpContext http, ShirakaDb db, TimeProvider clock, CancellationToken cancel) =>
            PostAsync(account, http, db, m => m.Suspend(db.Today, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancel)).AsForm(ShowAccount.PageAsync);
        accounts.MapPost("/{account:guid}/restore", (Guid account, PostedForm form, HttpContext http, ShirakaDb db, CancellationToken cancel) =>
            PostAsync(account, http, db, m => m.Restore(db.Today), cancel)).AsForm(ShowAccount.PageAsync);
    }

    private static async Task<Results<SeeOther, NotFound>> PostAsync(Guid account, HttpContext http, ShirakaDb db, Func<Membership, Fact> change, CancellationToken cancel)
    {
        if (!await ShowAccount.IsOursAsync(db, account, cancel)) return TypedResults.NotFound();
        await HandleAsync(account, db, change, cancel);
        return ShowAccount.ToPage(http, account);
    }

    /// <summary>Changes every role held today, each with its fact. Runs inside a command.</summary>
    public static async Task HandleAsync(Guid account, ShirakaDb db, Func<Membership, Fact> change, CancellationToken cancel)
    {
        if (account == db.Actor) throw new RefusedException("account.self", "Nobody suspends their own account.");
        var all = await db.Memberships.Where(m => m.Account == account && m.Organisation == db.Organisation).ToListAsync(cancel);
        foreach (var membership in all.Where(m => m.IsHeldOn(db.Today))) db.Record(change(membership));
        await db.SaveChangesAsync(cancel);
    }
}
