using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shiraka.Ledger;

namespace Shiraka.Access.SigningIn;

/// <summary>Ends the session of this browser, on the server too.</summary>
internal static class SignOut
{
    public static void Map(RouteGroupBuilder pages) =>
        pages.MapPost("/sign-out", HandleAsync).AllowAnyone("to sign out twice, or after the session ended, is no mistake");

    public static SeeOther ToSignIn(HttpContext http) => new($"/{Denied.Language(http)}/sign-in");

    private static async Task<IResult> HandleAsync(HttpContext http, CurrentViewer current, Sessions sessions, AccessLog log, CancellationToken cancel)
    {
        var viewer = current.Viewer;
        if (viewer.IsSignedIn)
        {
            await sessions.CloseAsync(viewer.Account, viewer.Session, cancel);
            log.Write(viewer, "sign_out", "session", null);
        }

        Cookies.ClearSession(http);
        Cookies.ClearStep(http);
        return ToSignIn(http);
    }
}
