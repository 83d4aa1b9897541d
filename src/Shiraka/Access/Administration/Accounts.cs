using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Shiraka.Access.Administration;

/// <summary>The routes of those who administer accounts of their organisation.</summary>
internal static class Accounts
{
    public static void Map(RouteGroupBuilder pages)
    {
        var accounts = pages.MapGroup("/accounts").Allow(Right.AdministerAccounts);
        ListAccounts.Map(accounts);
        OpenAccountForm.Map(accounts);
        ShowAccount.Map(accounts);
        GrantRole.Map(accounts);
        EndRole.Map(accounts);
        SuspendAccount.Map(accounts);
        IssuePassword.Map(accounts);
    }
}
