using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Shiraka.Shared;

/// <summary>Pages live under their language: <c>/fr/…</c>, <c>/ar/…</c>, <c>/en/…</c>.</summary>
public static partial class PageRoutes
{
    /// <summary>The group under which a module maps its pages and forms.</summary>
    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder app) => app.MapGroup("/{language:regex(^(fr|ar|en)$)}").ExcludeFromDescription();

    /// <summary>The language that a path begins with.</summary>
    public static Language LanguageOf(string? path) =>
        Segment().Match(path ?? "") is { Success: true } match && Languages.TryRead(match.Groups["language"].Value, out var language) ? language : Language.Fr;

    [GeneratedRegex("^/(?<language>fr|ar|en)(/|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Segment();
}
