using Microsoft.AspNetCore.Http;

namespace Shiraka.Access;

/// <summary>
/// The two cookies there are: the session, and the sign-in that is half way. Over https their name begins with <c>__Host-</c>,
/// which ties them to this host and to https; browsers refuse that prefix over http, where only a laptop is served.
/// </summary>
internal static class Cookies
{
    private const string Session = "shiraka";
    private const string Step = "shiraka-step";

    public static string? SessionOf(HttpRequest request) => request.Cookies[Name(request, Session)];

    public static string? StepOf(HttpRequest request) => request.Cookies[Name(request, Step)];

    public static void SetSession(HttpContext http, string token) => Set(http, Session, token);

    public static void SetStep(HttpContext http, string token) => Set(http, Step, token);

    public static void ClearSession(HttpContext http) => http.Response.Cookies.Delete(Name(http.Request, Session), Options(http));

    public static void ClearStep(HttpContext http) => http.Response.Cookies.Delete(Name(http.Request, Step), Options(http));

    // Without an expiry: closing the browser ends it too, and the server knows when it is over.
    private static void Set(HttpContext http, string name, string token) => http.Response.Cookies.Append(Name(http.Request, name), token, Options(http));

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", Secure = http.Request.IsHttps, IsEssential = true };

    private static string Name(HttpRequest request, string name) => request.IsHttps ? "__Host-" + name : name;
}
