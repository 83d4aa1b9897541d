using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.Administration;

/// <summary>Ends a role today. Nobody ends their own last role of administrator: the organisation would be left without one.</summary>
internal static class EndRole
{
    public static void Map(RouteGroupBuilder accounts) => accounts.MapPost("/{account:guid}/roles/{membership:guid}/end", PostAsync).AsForm(ShowAccount.PageAsync);

    private static async Task<Results<SeeOther, NotFound>> PostAsync(Guid account, Guid membership, PostedForm form, HttpContext http, ShirakaDb db, CancellationToken cancel) =>
        await HandleAsync(account, membership, db, cancel) ? ShowAccount.ToPage(http, account) : TypedResults.NotFound();

    /// <summary>False where the organisation has no such membership. Runs inside a command.</summary>
    public static async Task<bool> HandleAsync(Guid account, Guid membership, ShirakaDb db, CancellationToken cancel)
    {
        var all = await db.Memberships.Where(m => m.Account == account && m.Organisation == db.Organisation).ToListAsync(cancel);
        if (all.Find(m => m.Id == membership) is not { } role) return false;
        if (role.Role == Role.Administrator && account == db.Actor && all.Count(m => m.Role == Role.Administrator && m.IsHeldOn(db.Today)) == 1)
            throw new RefusedException("administrator.last", "Nobody ends their own last role of administrator.");

        db.Record(role.End(db.Today));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
