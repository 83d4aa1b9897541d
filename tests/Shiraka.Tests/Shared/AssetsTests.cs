using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Shiraka.Shared;
using Xunit;

namespace Shiraka.Tests.Shared;

public sealed partial class AssetsTests
{
    [Fact]
    public async Task The_stylesheet_is_kept_for_a_year_under_the_hash_of_its_content()
    {
        await using var host = await PageHost.StartAsync();
        using var answer = await host.Http.GetAsync(Asset.Url("shiraka.css"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", answer.Headers.GetValues("Cache-Control")));
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Accept-Encoding", Assert.Single(answer.Headers.Vary));
        Assert.Matches(@"^/assets/shiraka\.[0-9a-f]{16}\.css$", Asset.Url("shiraka.css"));
        Assert.Contains((await host.OpenAsync("/fr/sample")).QuerySelectorAll("link[rel=stylesheet]"), link => link.GetAttribute("href") == Asset.Url("shiraka.css"));
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", null)]
    public async Task It_is_sent_in_the_encoding_the_browser_takes(string accepted, string? sent)
    {
        await using var host = await PageHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Asset.Url("shiraka.css"));
        request.Headers.Add("Accept-Encoding", accepted);
        using var answer = await host.Http.SendAsync(request);

        Assert.Equal(sent, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        await using var body = await answer.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(sent switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body });
        Assert.Contains("@layer reset", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_has_it_gets_nothing_again()
    {
        await using var host = await PageHost.StartAsync();
        using var first = await host.Http.GetAsync(Asset.Url("mark.svg"));
        using var request = new HttpRequestMessage(HttpMethod.Get, Asset.Url("mark.svg"));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/assets/shiraka.css")]
    [InlineData("/assets/shiraka.0000000000000000.css")]
    [InlineData("/assets/package.json")]
    public async Task Any_other_name_is_not_found(string path)
    {
        await using var host = await PageHost.StartAsync();
        using var answer = await host.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Each_font_the_stylesheet_names_is_served()
    {
        await using var host = await PageHost.StartAsync();
        var sheet = await host.Http.GetStringAsync(Asset.Url("shiraka.css"));

        foreach (Match url in Url().Matches(sheet))
        {
            using var font = await host.Http.GetAsync("/assets/" + url.Groups["file"].Value);
            Assert.Equal(HttpStatusCode.OK, font.StatusCode);
            Assert.Equal("font/woff2", font.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public void Without_fonts_the_stylesheet_asks_for_none()
    {
        const string Sheet = "@font-face {\n  font-family: \"A\"; src: url(\"fonts/a.woff2\") format(\"woff2\");\n}\np { color: red }";

        Assert.Equal("p { color: red }", Asset.WithFonts(Sheet, new Dictionary<string, AssetFile>(StringComparer.Ordinal)));
        Assert.Contains("url(\"a.", Asset.WithFonts(Sheet, new Dictionary<string, AssetFile>(StringComparer.Ordinal) { ["a.woff2"] = new("a.woff2", [1]) }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_stylesheet_stays_in_its_budget() => Assert.InRange(Asset.Find(Asset.Url("shiraka.css")["/assets/".Length..])!.Gzip.Length, 1, 15 * 1024);

    [Fact]
    public async Task The_stylesheet_knows_no_left_or_right_so_that_Arabic_needs_no_second_one()
    {
        await using var host = await PageHost.StartAsync();

        Assert.DoesNotMatch(Physical(), await host.Http.GetStringAsync(Asset.Url("shiraka.css")));
        Assert.Matches(Physical(), ".a { margin-left: 1px }");
        Assert.Matches(Physical(), ".a { width: 1px }");
        Assert.DoesNotMatch(Physical(), "@media (max-width: 1px) { .a { inline-size: 1px } }");
    }

    [Fact]
    public async Task A_page_may_not_be_kept_framed_or_fed_from_elsewhere()
    {
        await using var host = await PageHost.StartAsync();
        using var answer = await host.Http.GetAsync("/fr/sample");

        Assert.Equal("no-store", string.Join(", ", answer.Headers.GetValues("Cache-Control")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split("; ");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("style-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
    }

    [GeneratedRegex(@"[{;\s](((margin|padding|border)-)?(left|right)|width|height)\s*:", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Physical();

    [GeneratedRegex("""url\("(?<file>[^"]+)"\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Url();
}
