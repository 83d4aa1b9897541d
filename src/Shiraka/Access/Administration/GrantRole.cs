using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.Administration;

/// <summary>Gives a person of the organisation one more role there, from today.</summary>
internal static class GrantRole
{
    public static void Map(RouteGroupBuilder accounts) => accounts.MapPost("/{account:guid}/roles", PostAsync).AsForm(ShowAccount.PageAsync);

    private static async Task<Results<SeeOther, NotFound>> PostAsync(Guid account, PostedForm form, HttpContext http, ShirakaDb db, CancellationToken cancel)
    {
        if (!await ShowAccount.IsOursAsync(db, account, cancel)) return TypedResults.NotFound();
        var role = form.Choice<Role>("role");
        form.Check();
        await HandleAsync(account, role, db, cancel);
        return ShowAccount.ToPage(http, account);
    }

    /// <summary>Keeps membership and fact. Runs inside a command.</summary>
    public static async Task HandleAsync(Guid account, Role role, ShirakaDb db, CancellationToken cancel)
    {
        var held = await db.Memberships.Where(m => m.Account == account && m.Organisation == db.Organisation).ToListAsync(cancel);
        if (held.Exists(m => m.Role == role && m.IsHeldOn(db.Today))) throw new RefusedException("membership.held", "The role is held already.") { Field = "role" };
        if (held.Exists(m => m.SuspendedAt is not null && m.IsHeldOn(db.Today))) throw new RefusedException("account.suspended", "Restore the access first.");

        var (membership, granted) = Membership.Grant(account, db.Organisation, role, db.Today);
        db.Memberships.Add(membership);
        db.Record(granted);
        await db.SaveChangesAsync(cancel);
    }
}
