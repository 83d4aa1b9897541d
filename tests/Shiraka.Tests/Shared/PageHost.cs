using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shiraka.Shared;
using Shiraka.Shared.Forms;

namespace Shiraka.Tests.Shared;

/// <summary>A server with nothing but the layout: the sample page in three languages, its form, and the assets.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PageHost(WebApplication app)
    {
        _app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public static async Task<PageHost> StartAsync(Action<Frame>? frame = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddShared().AddNavItem(new("home", "/", Order: 0)).AddNavItem(new("home", "/secret", "secret"));
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.Use((http, next) =>
        {
            Fill(http, frame);
            return next(http);
        });
        app.MapShared();
        app.MapGet("/{language}/sample", () => Pages.Show<SamplePage>(new { Heading = "« Essai » & <b>" }));
        app.MapGet("/{language}/missing", () => Pages.Show<OutcomePage>(new { Status = 404 }, 404));
        app.MapGet("/{language}/broken", () => Pages.Show<OutcomePage>(new { Status = 500, Trace = "00-4bf9" }, 500));
        app.MapPost("/{language}/sample", async (HttpRequest request, FormState state) =>
        {
            state.Posted = await request.ReadFormAsync();
            state.Refuse(new RefusedException("too-long", "too long", 3) { Field = "title" });
            state.Refuse("form-expired");
            return Pages.Show<SamplePage>(status: StatusCodes.Status409Conflict);
        });
        await app.StartAsync();
        return new(app);
    }

    public async Task<IHtmlDocument> OpenAsync(string path) => Parse(await Http.GetStringAsync(path));

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private static void Fill(HttpContext http, Action<Frame>? fill)
    {
        var frame = http.RequestServices.GetRequiredService<Frame>();
        var segments = http.Request.Path.Value!.Split('/', 3);
        if (Languages.TryRead(segments[1], out var language)) frame.Language = language;
        frame.Path = "/" + segments[^1];
        fill?.Invoke(frame);
    }
}
