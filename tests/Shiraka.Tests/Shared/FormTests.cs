using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Shiraka.Tests.Shared;

public sealed class FormTests
{
    [Fact]
    public async Task A_form_carries_its_token_and_a_new_key_each_time()
    {
        await using var host = await PageHost.StartAsync();
        var (first, second) = (await host.OpenAsync("/fr/sample"), await host.OpenAsync("/fr/sample"));

        Assert.NotEqual(Hidden(first, "_key"), Hidden(second, "_key"));
        Assert.Equal("post", first.QuerySelector<IHtmlFormElement>("main form")!.Method);
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_everything_that_was_typed()
    {
        await using var host = await PageHost.StartAsync();
        var page = await PostAsync(host, "fr");

        Assert.Equal("après \"<b>", page.QuerySelector<IHtmlInputElement>("#essai-title")!.Value);
        Assert.Equal("\nligne 2", page.QuerySelector<IHtmlTextAreaElement>("#essai-text")!.Value);
        Assert.Equal("b", page.QuerySelector<IHtmlSelectElement>("#essai-kind")!.Value);
        Assert.Equal("2026-07-01", page.QuerySelector<IHtmlInputElement>("#essai-day")!.Value);
        Assert.Equal(["y"], Checked(page, "one"));
        Assert.Equal(["x", "y"], Checked(page, "many"));
        Assert.Empty(Checked(page, "agreed"));
        Assert.Equal("Salé", page.QuerySelector<IHtmlInputElement>("#essai-place")!.Value);
        Assert.Equal(["place"], Checked(page, "confirm"));
    }

    [Fact]
    public async Task A_password_is_never_shown_again()
    {
        await using var host = await PageHost.StartAsync();

        Assert.Equal("", (await PostAsync(host, "fr")).QuerySelector<IHtmlInputElement>("#essai-password")!.Value);
    }

    [Fact]
    public async Task Another_form_of_the_page_keeps_its_own_values()
    {
        await using var host = await PageHost.StartAsync();
        var page = await PostAsync(host, "fr");

        Assert.Equal("intact", page.QuerySelector<IHtmlInputElement>("#autre-title")!.Value);
        Assert.Single(page.QuerySelectorAll("p.error"));
    }

    [Theory]
    [InlineData("fr", "3 signes au plus.", "2 points sont à corriger")]
    [InlineData("ar", "3 أحرف على الأكثر.", "نقطتان تحتاجان إلى تصحيح")]
    public async Task The_summary_names_each_refusal_and_leads_to_its_field(string language, string reason, string title)
    {
        await using var host = await PageHost.StartAsync();
        var page = await PostAsync(host, language);

        var summary = page.QuerySelector(".errors")!;
        Assert.Equal(title, summary.QuerySelector("h2")!.TextContent);
        Assert.StartsWith("Titre", summary.QuerySelector("a[href='#essai-title']")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith(reason, summary.QuerySelector("a[href='#essai-title']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, summary.QuerySelectorAll("li").Length);
        Assert.True(summary.HasAttribute("autofocus"));

        var input = page.GetElementById("essai-title")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.All(input.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(page.GetElementById(id)));
        Assert.EndsWith(reason, page.GetElementById("essai-title-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_sure_is_ticked_at_first()
    {
        await using var host = await PageHost.StartAsync();

        Assert.Equal(["sure"], Checked(await host.OpenAsync("/fr/sample"), "confirm"));
    }

    [Fact]
    public async Task Enter_in_a_field_does_not_restore_noise()
    {
        await using var host = await PageHost.StartAsync();
        var form = (await host.OpenAsync("/fr/sample")).QuerySelector("main form")!;

        Assert.Null(form.QuerySelector("button")!.GetAttribute("name"));
        Assert.Equal("1", form.QuerySelector("button[name=restore]")!.GetAttribute("value"));
    }

    private static async Task<IHtmlDocument> PostAsync(PageHost host, string language)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("_form", "essai"), new("title", "après \"<b>"), new("password", "secret"), new("text", "\nligne 2"), new("kind", "b"),
            new("day", "2026-07-01"), new("one", "y"), new("many", "x"), new("many", "y"), new("place", "Salé"), new("confirm", "place"),
        ]);
        using var answer = await host.Http.PostAsync($"/{language}/sample", form);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return PageHost.Parse(await answer.Content.ReadAsStringAsync());
    }

    private static string? Hidden(IParentNode page, string name) => page.QuerySelector($"main input[type=hidden][name={name}]")!.GetAttribute("value");

    private static IEnumerable<string?> Checked(IParentNode page, string name) =>
        page.QuerySelectorAll($"input[name={name}][checked]").Select(input => input.GetAttribute("value"));
}
