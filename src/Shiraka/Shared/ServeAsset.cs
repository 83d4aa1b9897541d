using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Shiraka.Shared;

/// <summary>
/// <c>GET /assets/{name}.{hash}.{ext}</c>: the asset in the best encoding the browser takes, to be kept for a year;
/// 304 where it has it, 404 for any other hash.
/// </summary>
internal static class ServeAsset
{
    public static void Map(RouteGroupBuilder assets) => assets
        .MapMethods("/{file}", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .ExcludeFromDescription();

    internal static async Task HandleAsync(string file, HttpContext http)
    {
        if (Asset.Find(file) is not { } asset)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var encoding = asset.IsCompressible ? Best(http.Request.GetTypedHeaders()) : null;
        var tag = new EntityTagHeaderValue($"\"{asset.Hash}{(encoding is null ? "" : "-" + encoding)}\"");
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (http.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known && known.Any(one => one.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var content = encoding switch { "br" => asset.Brotli, "gzip" => asset.Gzip, _ => asset.Content };
        if (encoding is not null) http.Response.Headers.ContentEncoding = encoding;
        http.Response.ContentType = asset.ContentType;
        http.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(content, http.RequestAborted);
    }

    private static string? Best(RequestHeaders headers)
    {
        var taken = headers.AcceptEncoding.Where(one => one.Quality is null or > 0).Select(one => one.Value.Value).ToList();
        return taken.Contains("br") ? "br" : taken.Contains("gzip") ? "gzip" : null;
    }
}
