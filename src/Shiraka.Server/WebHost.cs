using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing.Constraints;
using Shiraka.Ledger;
using Shiraka.Server.Api;
using Shiraka.Server.Operations;

namespace Shiraka.Server;

/// <summary>The web application around the modules: limits, compression, telemetry, and every route.</summary>
public static class WebHost
{
    private const long MostUploadBytes = 25 * 1024 * 1024;

    /// <summary>Builds the server of an installation; <paramref name="urls"/> as Kestrel reads them (<c>http://127.0.0.1:0</c> for any free port).</summary>
    public static WebApplication Build(Installation installation, string urls, Action<WebApplicationBuilder>? also = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostUploadBytes;
            kestrel.Limits.MaxConcurrentConnections = 2000;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));      // pages lie under their language
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueLengthLimit = (int)MostUploadBytes;
            form.MultipartBodyLengthLimit = MostUploadBytes;
            form.ValueCountLimit = 4096;
        });
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;      // no page reflects a secret beside what the reader typed: decision 0006
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        builder.Services.AddShiraka(installation);
        builder.Services.AddApi();
        builder.Services.AddOperations();
        also?.Invoke(builder);
        var app = builder.Build();
        app.UseShiraka();
        app.MapApi();
        app.MapOperations();
        app.MapShiraka();
        return app;
    }
}
