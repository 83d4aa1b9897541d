using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Shiraka.Shared;

/// <summary>
/// What every answer tells the browser: nothing from elsewhere, no inline script, no inline style but custom properties,
/// no frame around it, no guess at types, nothing kept unless the answer itself allows it.
/// </summary>
public static class SecurityHeaders
{
    /// <summary>The content security policy. <c>style-src-attr</c> is open for the custom properties that place bars and marks.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>The camera reads barcodes at the collection unit; nothing else of the device is asked for.</summary>
    public const string PermissionsPolicy = "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    /// <summary>Adds the headers as the answer starts; the policy and <c>Cache-Control: no-store</c> only where the endpoint set none of its own.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(Add, http.Response.Headers);
        return next(http);
    });

    private static Task Add(object state)
    {
        var headers = (IHeaderDictionary)state;
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
