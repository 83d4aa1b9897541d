using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Xunit;

namespace Shiraka.Tests.Shared;

public sealed partial class DocumentTests
{
    [Theory]
    [InlineData("fr", "ltr", "Aller au contenu")]
    [InlineData("ar", "rtl", "الانتقال إلى المحتوى")]
    [InlineData("en", "ltr", "Skip to content")]
    public async Task A_page_speaks_the_language_of_its_path(string language, string direction, string skip)
    {
        await using var host = await PageHost.StartAsync();
        var page = await host.OpenAsync($"/{language}/sample");

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(direction, page.DocumentElement.GetAttribute("dir"));
        Assert.Equal(skip, page.QuerySelector("body > a.skip")!.TextContent);
        Assert.Equal("#main", page.QuerySelector("a.skip")!.GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll("main#main"));
        Assert.Equal("« Essai » & <b>", page.QuerySelector("main > h1")!.TextContent);
    }

    [Fact]
    public async Task Language_links_lead_to_the_same_page()
    {
        await using var host = await PageHost.StartAsync();
        var page = await host.OpenAsync("/ar/sample");

        Assert.Equal(["/fr/sample", "/en/sample"], page.QuerySelectorAll(".tools .lang a").Select(link => link.GetAttribute("href")));
        Assert.Equal("ع", page.QuerySelector(".tools .lang b[aria-current]")!.TextContent);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task Style_attributes_hold_custom_properties_only_and_nothing_is_inline(string language)
    {
        await using var host = await PageHost.StartAsync();
        var page = await host.OpenAsync($"/{language}/sample");

        Assert.Empty(InlineStyles(page));
        Assert.NotEmpty(page.QuerySelectorAll("[style]"));
    }

    [Theory]
    [InlineData("<p style='color:red'>")]
    [InlineData("<p style='--v:1,5%'>")]
    [InlineData("<style>p{}</style>")]
    [InlineData("<script>1</script>")]
    [InlineData("<p onclick='x()'>")]
    public void An_inline_style_or_script_would_be_found(string planted) => Assert.NotEmpty(InlineStyles(PageHost.Parse(planted)));

    [Fact]
    public async Task The_sprite_holds_each_symbol_the_page_draws_and_no_other()
    {
        await using var host = await PageHost.StartAsync();
        var page = await host.OpenAsync("/fr/sample");

        var drawn = page.QuerySelectorAll("use").Select(use => use.GetAttribute("href")![1..]).Distinct().Order();
        Assert.Equal(drawn, page.QuerySelectorAll("body > svg > symbol").Select(symbol => symbol.Id!).Order());
    }

    [Fact]
    public async Task Only_what_the_person_may_open_is_in_the_masthead()
    {
        await using var stranger = await PageHost.StartAsync();
        await using var holder = await PageHost.StartAsync(frame => { frame.Holds = right => right == "secret"; frame.Person = "Salma El Bennis"; });

        Assert.Equal(["/fr"], Links(await stranger.OpenAsync("/fr/sample")));
        var page = await holder.OpenAsync("/fr/sample");
        Assert.Equal(["/fr", "/fr/secret"], Links(page));
        Assert.Equal("SB", page.QuerySelector(".who")!.TextContent);
        Assert.Equal("page", page.QuerySelector(".nav a")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Headings_never_skip_a_level_and_no_id_is_given_twice()
    {
        await using var host = await PageHost.StartAsync();
        var page = await host.OpenAsync("/fr/sample");

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Empty(page.QuerySelectorAll("h4, h5, h6"));
    }

    [Fact]
    public async Task A_small_page_stays_far_under_its_budget()
    {
        await using var host = await PageHost.StartAsync();
        var html = await host.Http.GetByteArrayAsync("/ar/sample");

        Assert.InRange(Shiraka.Shared.Compression.Gzip(html).Length, 1, 25 * 1024);
    }

    [Fact]
    public async Task Letters_of_every_script_are_sent_as_they_are()
    {
        await using var host = await PageHost.StartAsync();

        Assert.DoesNotContain("&#x6", await host.Http.GetStringAsync("/ar/sample"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/", "/ar")]
    [InlineData("/agreements?state=late", "/ar/agreements?state=late")]
    [InlineData("//elsewhere.example", "/ar//elsewhere.example")]
    [InlineData("#e2", "#e2")]
    [InlineData("?page=2", "?page=2")]
    [InlineData("https://www.iatistandard.org/", "https://www.iatistandard.org/")]
    [InlineData("javascript:alert(1)", "#")]
    [InlineData(" javascript:alert(1)", "#")]
    public void An_address_stays_in_the_language_and_never_runs_a_script(string path, string address) =>
        Assert.Equal(address, new Shiraka.Shared.Frame([], []) { Language = Shiraka.Shared.Language.Ar }.Url(path));

    [Theory]
    [InlineData("/fr/missing", 404, "Page introuvable", 0)]
    [InlineData("/ar/broken", 500, "وقع خطأ", 1)]
    public async Task What_went_wrong_is_told_in_the_language_of_the_page(string path, int status, string title, int traces)
    {
        await using var host = await PageHost.StartAsync();
        using var answer = await host.Http.GetAsync(path);
        var page = PageHost.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(traces, page.QuerySelectorAll("main bdi").Length);
    }

    private static IEnumerable<string?> Links(IParentNode page) => page.QuerySelectorAll(".masthead .nav a").Select(link => link.GetAttribute("href"));

    private static List<string> InlineStyles(IDocument page) =>
    [
        .. page.QuerySelectorAll("[style]").Select(element => element.GetAttribute("style")!).Where(style => !CustomProperties().IsMatch(style)),
        .. page.QuerySelectorAll("style, script:not([src])").Select(element => element.OuterHtml),
        .. page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).Select(attribute => attribute.Name),
    ];

    [GeneratedRegex(@"^(--[a-z]+:(-?\d+(\.\d+)?(%|rem)?|\.\d+rem)( -?\d*\.?\d+rem)*(;|$))+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CustomProperties();
}
