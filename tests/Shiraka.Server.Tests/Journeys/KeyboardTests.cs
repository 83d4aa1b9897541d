using Microsoft.Playwright;
using Shiraka.Server.Tests.Access;

namespace Shiraka.Server.Tests.Journeys;

/// <summary>The main road without a mouse: import, confirm, plan, record a fact, open the report.</summary>
public sealed class KeyboardTests
{
    private const string French = """
        Tlemcen, le 3 mars 2025 – Le CHU de Tlemcen a signé une convention de partenariat avec le CHU de Nouakchott.

        La convention a été signée par Nadir Belkacem, directeur général du CHU de Tlemcen.

        Le CHU de Tlemcen accueillera six stagiaires du CHU de Nouakchott.
        """;

    private const string Arabic = """
        صفاقس – وقع المركز الاستشفائي الجامعي بصفاقس، يوم الاثنين 3 مارس 2025، اتفاقية شراكة مع مستشفى كيفة بموريتانيا.

        وتلتزم المؤسستان باستقبال متدربين من مستشفى كيفة.
        """;

    [Theory]
    [InlineData("fr", French, "Alg")]
    [InlineData("ar", Arabic, "تونس")]
    public async Task From_the_text_to_the_report_by_keyboard_alone(string language, string text, string country)
    {
        await using var host = await RunningHost.StartAsync();
        await using var context = await Chromium.OpenAsync(host.Address);
        var page = await JourneyTests.SignInAsync(host, context, language);
        var keyboard = new Keyboard(page);

        await page.GotoAsync("/" + language);
        await keyboard.ReachAsync("the skip link", stop => stop.Class.Contains("skip", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#main", page.Url, StringComparison.Ordinal);
        await keyboard.ReachAsync("the import", stop => stop.Html.Contains($"/{language}/import", StringComparison.Ordinal));
        await keyboard.EnterAsync();

        await keyboard.TypeAsync("text", text);
        await keyboard.ReachAsync("the button", IsMain);
        await keyboard.EnterAsync();
        Assert.Contains("/import/", page.Url, StringComparison.Ordinal);

        await keyboard.ReachAsync("the button", IsMain, async stop =>
        {
            if (stop is { Type: "checkbox", Name: "confirm", Ticked: false }) await keyboard.SpaceAsync();
            if (stop is { Tag: "select", Value: "" } && stop.Name.EndsWith(".country", StringComparison.Ordinal)) await keyboard.ChooseAsync(country);
        });
        await keyboard.EnterAsync();
        Assert.True(page.Url.EndsWith("/plan/propose", StringComparison.Ordinal), await page.Locator("main").InnerTextAsync());

        var agreement = page.Url.Split("/agreements/")[1].Split('/')[0];
        await keyboard.ReachAsync("the button", IsMain);
        await keyboard.EnterAsync();
        Assert.EndsWith("/plan", page.Url, StringComparison.Ordinal);
        await keyboard.ReachAsync("the agreement", stop => stop.Html.Contains($"href=\"/{language}/agreements/{agreement}\"", StringComparison.Ordinal));
        await keyboard.EnterAsync();

        await keyboard.ReachAsync("the fact", stop => stop.Html.Contains("/facts/new", StringComparison.Ordinal));
        await keyboard.EnterAsync();
        await keyboard.ReachAsync("the activity", stop => stop.Name == "activity");
        if (await page.Locator("select[name=activity]").InputValueAsync() == "") await page.Keyboard.PressAsync("ArrowDown");
        await keyboard.TypeAsync("Note", "Premiers stagiaires · أول المتدربين");
        await keyboard.TypeAsync("Quantity", "4");
        await keyboard.ReachAsync("the unit", stop => stop.Name == "Unit");
        if (await page.Locator("select[name=Unit]").InputValueAsync() == "") await page.Keyboard.PressAsync("ArrowDown");
        await keyboard.ReachAsync("a line of text", stop => stop.Name == "label_1");
        await keyboard.EnterAsync();      // Enter in a line of text sends its form
        Assert.False(page.Url.EndsWith("/facts/new", StringComparison.Ordinal), await page.Locator("main").InnerTextAsync());

        await page.GotoAsync($"/{language}/agreements/{agreement}");
        Assert.Contains("أول المتدربين", await page.Locator(".thread").InnerTextAsync(), StringComparison.Ordinal);
        await keyboard.ReachAsync("the report", stop => stop.Html.Contains("/report", StringComparison.Ordinal));
        await keyboard.EnterAsync();
        Assert.Contains("أول المتدربين", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(keyboard.Unseen.Distinct());
    }

    [Fact]
    public async Task A_control_that_only_a_mouse_reaches_and_one_without_a_ring_are_found()
    {
        await using var host = await RunningHost.StartAsync();
        await using var context = await Chromium.OpenAsync(host.Address);
        var page = await context.NewPageAsync();
        await page.SetContentAsync("<button name=mouse tabindex=-1>x</button><a href='#' name=hidden style='outline:none'>y</a>");
        var keyboard = new Keyboard(page);

        await Assert.ThrowsAsync<InvalidOperationException>(() => keyboard.ReachAsync("it", stop => stop.Name == "mouse"));
        Assert.Contains("hidden", Assert.Single(keyboard.Unseen.Distinct()), StringComparison.Ordinal);
    }

    private static bool IsMain(Keyboard.Stop stop) => stop.Tag == "button" && stop.Class == "btn";
}
