using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Shiraka.Access.OwnAccount;

/// <summary>Ends one's own sessions and tokens; the id of somebody else's is not found.</summary>
internal static class EndSessions
{
    public static void Map(RouteGroupBuilder account)
    {
        account.MapPost("/sessions/{visit:guid}/end", EndAsync).DisableAntiforgery();
        account.MapPost("/sessions/end-others", EndOthersAsync).DisableAntiforgery();
    }

    private static async Task<IResult> EndAsync(Guid visit, HttpContext http, CurrentViewer current, Sessions sessions, CancellationToken cancel)
    {
        if (!(await sessions.OfAsync(current.Viewer.Account, cancel)).Exists(open => open.Id == visit)) return Results.NotFound();
        await sessions.CloseAsync(current.Viewer.Account, visit, cancel);
        return MyAccount.ToPage(http);
    }

    private static async Task<IResult> EndOthersAsync(HttpContext http, CurrentViewer current, Sessions sessions, CancellationToken cancel)
    {
        await sessions.CloseAllAsync(current.Viewer.Account, keep: current.Viewer.Session, tokens: false, cancel);
        return MyAccount.ToPage(http);
    }
}
