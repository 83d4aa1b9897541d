using Microsoft.AspNetCore.Http;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access;

/// <summary>How a refusal of the gate looks: a page for people, a problem for programs.</summary>
internal static class Denied
{
    public static Task SignInAsync(HttpContext http)
    {
        // Calendar programs ask for a password only when they are told that one is wanted.
        if (!IsPage(http)) http.Response.Headers.WWWAuthenticate = http.Request.Path.StartsWithSegments("/feeds", StringComparison.Ordinal) ? "Basic realm=\"Shiraka\", charset=\"UTF-8\"" : "Bearer";
        if (!IsPage(http)) return Answer.Problem(StatusCodes.Status401Unauthorized, "sign_in", "Sign in first, or send a token.").ExecuteAsync(http);
        var back = HttpMethods.IsGet(http.Request.Method) ? "?to=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString) : "";   // a form is not there to go back to
        http.Response.Redirect($"/{Language(http)}/sign-in{back}");
        return Task.CompletedTask;
    }

    public static Task ForbiddenAsync(HttpContext http, string why)
    {
        if (!IsPage(http)) return Answer.Problem(StatusCodes.Status403Forbidden, "forbidden", $"Your role does not allow this ({why}).").ExecuteAsync(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;      // the edge writes the page
        return Task.CompletedTask;
    }

    public static string Language(HttpContext http) => PageRoutes.LanguageOf(http.Request.Path).Code();

    private static bool IsPage(HttpContext http) => http.Request.Path.Value?.Split('/', 3) is [_, "fr" or "ar" or "en", ..] or ["", ""];
}
