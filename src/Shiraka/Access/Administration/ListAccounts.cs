using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.Administration;

/// <summary>One line of the list of accounts.</summary>
public sealed record AccountLine(Guid Id, string DisplayName, string Email, IReadOnlyList<Role> Roles, string State);

/// <summary>The people of the organisation and their roles today.</summary>
internal static class ListAccounts
{
    public static void Map(RouteGroupBuilder accounts) => accounts.MapGet("", HandleAsync);

    private static async Task<IResult> HandleAsync(ShirakaDb db, CancellationToken cancel)
    {
        var memberships = await db.Memberships.AsNoTracking().Where(m => m.Organisation == db.Organisation).ToListAsync(cancel);
        var ids = memberships.Select(m => m.Account).Distinct().ToList();
        var accounts = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.DisplayName).ThenBy(a => a.Id).ToListAsync(cancel);
        var lines = accounts.Select(account =>
        {
            var held = memberships.Where(m => m.Account == account.Id && m.IsHeldOn(db.Today)).ToList();
            return new AccountLine(account.Id, account.DisplayName, account.Email, [.. held.Select(m => m.Role).Order()], StateOf(held));
        });
        return Pages.Show<AccountsPage>(new { Accounts = (IReadOnlyList<AccountLine>)[.. lines] });
    }

    internal static string StateOf(IReadOnlyCollection<Membership> held) =>
        held.Count == 0 ? "ended" : held.All(m => m.SuspendedAt is not null) ? "suspended" : "active";
}
