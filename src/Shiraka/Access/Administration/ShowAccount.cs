using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.Administration;

/// <summary>An account as its organisation sees it: the roles it has there, and nothing of what it does elsewhere.</summary>
internal static class ShowAccount
{
    public static void Map(RouteGroupBuilder accounts) => accounts.MapGet("/{account:guid}", (Delegate)PageAsync);     // as a RequestDelegate the page would be dropped

    /// <summary>True where the account has, or had, a role in the organisation acted for.</summary>
    public static Task<bool> IsOursAsync(ShirakaDb db, Guid account, CancellationToken cancel) =>
        db.Memberships.AsNoTracking().AnyAsync(m => m.Account == account && m.Organisation == db.Organisation, cancel);

    public static SeeOther ToPage(HttpContext http, Guid account) => new($"/{Denied.Language(http)}/accounts/{account}");

    /// <summary>Shows the page; also after a form on it was refused.</summary>
    public static async Task<IResult> PageAsync(HttpContext http)
    {
        var db = http.RequestServices.GetRequiredService<ShirakaDb>();
        var id = Guid.Parse((string)http.GetRouteValue("account")!);
        var memberships = await db.Memberships.AsNoTracking().Where(m => m.Account == id && m.Organisation == db.Organisation)
            .OrderBy(m => m.From).ThenBy(m => m.Id).ToListAsync(http.RequestAborted);
        if (memberships.Count == 0) return TypedResults.NotFound();
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, http.RequestAborted);
        http.RequestServices.GetRequiredService<AccessLog>().Write(http.RequestServices.GetRequiredService<CurrentViewer>().Viewer, "read", "account", id);
        return Pages.Show<OneAccountPage>(new { Account = account, Memberships = memberships, Today = db.Today, IsSelf = id == db.Actor });
    }
}
