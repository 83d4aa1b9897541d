using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shiraka.Ledger;

namespace Shiraka.Access;

/// <summary>
/// The first net: finds the viewer, refuses what the route's rule does not allow, and refuses an unsafe request of a browser
/// that does not come from our own pages. Which records are seen is the second net, the audience filter.
/// </summary>
internal sealed class AccessGate(RequestDelegate next, Sessions sessions, AccessLog log, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http, CurrentViewer current, ShirakaDb db)
    {
        var endpoint = http.GetEndpoint();
        var rule = endpoint?.Metadata.GetMetadata<Rule>();
        if (rule is null)
        {
            // No route at all, or the framework's own 405 and 415: nothing of ours can be reached through them.
            if (endpoint is RouteEndpoint unruled) throw new InvalidOperationException($"{unruled.DisplayName} declares no rule.");
            await next(http);
            return;
        }

        var (token, isToken) = TokenOf(http.Request);
        if (token is not null) current.Viewer = await sessions.ViewerOfAsync(token, isToken, http.RequestAborted);
        var viewer = current.Viewer;
        db.ActFor(viewer.Account, viewer.Organisation, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

        if (!rule.IsPublic && !viewer.IsSignedIn) await Denied.SignInAsync(http);
        else if (IsUnsafe(http.Request.Method) && !viewer.IsToken && !IsOurs(http.Request)) await RefuseAsync(http, viewer, "foreign_origin");
        else if (rule.Right is { } right && !viewer.May(right)) await RefuseAsync(http, viewer, right.ToString());
        else await next(http);
    }

    private Task RefuseAsync(HttpContext http, Viewer viewer, string why)
    {
        log.Write(viewer, "refused", Named(http), null, why);
        return Denied.ForbiddenAsync(http, why);
    }

    // As the route is declared and not as it was called: a path may hold what somebody typed.
    private static string Named(HttpContext http)
    {
        var pattern = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        return http.Request.Method + " " + (pattern.StartsWith("/{language", StringComparison.Ordinal) && pattern.IndexOf('/', 1) is var second and > 0 ? pattern[second..] : pattern);
    }

    // A header wins over a cookie: a program that sends both is a program, and no page of another site can send the header.
    private static (string? Token, bool IsToken) TokenOf(HttpRequest request)
    {
        if (AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header))
        {
            if (header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)) return (header.Parameter, true);
            if (header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) return (PasswordOf(header.Parameter), true);     // calendar programs know nothing else
        }

        return (Cookies.SessionOf(request), false);
    }

    private static string? PasswordOf(string? basic)
    {
        var bytes = new byte[basic?.Length ?? 0];
        if (!Convert.TryFromBase64String(basic ?? "", bytes, out var length)) return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? pair[(colon + 1)..] : null;
    }

    private static bool IsUnsafe(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    // Browsers send one or both with every POST, and a page of another site cannot forge them.
    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
