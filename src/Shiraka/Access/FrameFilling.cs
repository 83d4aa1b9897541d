using Microsoft.AspNetCore.Http;
using Shiraka.Shared;

namespace Shiraka.Access;

/// <summary>Tells the layout whose page it is: language from the path, name and rights from the session.</summary>
internal sealed class FrameFilling(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, Frame frame, CurrentViewer current)
    {
        var path = http.Request.Path.Value ?? "/";
        var language = PageRoutes.LanguageOf(path);
        frame.Language = language;
        frame.Path = path.StartsWith('/' + language.Code(), StringComparison.Ordinal) ? path[(language.Code().Length + 1)..] + http.Request.QueryString : "/";
        if (frame.Path.Length == 0 || frame.Path[0] != '/') frame.Path = "/" + frame.Path;
        frame.SignInPath = "/sign-in";
        var viewer = current.Viewer;
        if (!viewer.IsSignedIn) return next(http);
        frame.Person = viewer.DisplayName;
        frame.Holds = right => Enum.TryParse<Right>(right, out var known) && viewer.May(known);
        frame.SignOutPath = "/sign-out";
        frame.AccountPath = "/account";
        return next(http);
    }
}
