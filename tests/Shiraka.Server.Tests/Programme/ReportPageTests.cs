using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Shiraka.Access;

namespace Shiraka.Server.Tests.Programme;

/// <summary>The report on the screen: its figures open the facts behind them, its file does not depend on this server.</summary>
public sealed partial class ReportPageTests
{
    [Fact]
    public async Task Figures_and_numbers_of_facts_lead_to_what_they_rest_on_at_the_position_of_the_report()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var officer = await host.SignInAsync(host.Seeded.Host);
        var indicator = await ReportedAsync(host, officer);

        var page = await officer.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}/report");

        var figure = Assert.Single(Links(page), link => link.Path.Contains($"indicator={indicator}", StringComparison.Ordinal));
        Assert.Equal("9", figure.Words);
        var facts = PageBrowser.Text(await officer.ReadAsync(figure.Path));
        Assert.Contains("1 fait", facts, StringComparison.Ordinal);
        Assert.Contains("9 stagiaires accueillis", facts, StringComparison.Ordinal);
        Assert.Single(Links(page), link => link.Path.Contains($"commitment={host.Seeded.Trainees}", StringComparison.Ordinal) && link.Path.EndsWith(figure.Path.Split("&at=")[1], StringComparison.Ordinal));
        var numbered = Assert.Single(Links(page), link => link.Words.StartsWith("fait n°", StringComparison.Ordinal));
        Assert.Contains("Registre des entrées", PageBrowser.Text(await officer.ReadAsync(numbered.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_leads_to_its_file_which_leads_nowhere()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var officer = await host.SignInAsync(host.Seeded.Host);
        await ReportedAsync(host, officer);
        var page = await officer.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}/report");

        var file = Assert.Single(Links(page), link => link.Path.Contains("report.html?", StringComparison.Ordinal));
        var answer = await officer.GetAsync(file.Path);

        Assert.Equal((HttpStatusCode.OK, "report.fr.html"), (answer.StatusCode, answer.Content.Headers.ContentDisposition!.FileName));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain(Links(html), link => link.Path.StartsWith('/'));
        Assert.Contains("shiraka ledger verify", html, StringComparison.Ordinal);
        await ReportedAsync(host, officer, measured: false);
        Assert.Equal(html, await (await officer.GetAsync(file.Path)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_facts_behind_a_figure_can_be_asked_for_from_a_day_on()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var officer = await host.SignInAsync(host.Seeded.Host);
        await ReportedAsync(host, officer);
        async Task<string> Facts(string after) => PageBrowser.Text(await officer.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}/facts?commitment={host.Seeded.Trainees}&after={after}"));

        Assert.Contains("9 stagiaires accueillis", await Facts("2026-05-28"), StringComparison.Ordinal);
        var none = await Facts("2026-05-29");
        Assert.Contains("Faits datés d’après le 29 mai 2026.", none, StringComparison.Ordinal);
        Assert.DoesNotContain("9 stagiaires accueillis", none, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "n retard de 1 mois")]
    [InlineData("en", "1 month late")]
    [InlineData("ar", "متأخر بشهر واحد")]
    public async Task Every_page_tells_one_lateness_in_one_way(string language, string told)
    {
        await using var host = await PartnershipHost.StartAsync();
        using var officer = await host.SignInAsync(host.Seeded.Host);
        var added = await officer.PostAsync($"/{language}/agreements/{host.Seeded.Agreement}/plan/activities/new",
            [("Title", "Mission imagerie"), ("StartsOn", "2026-01-05"), ("DueOn", "2026-04-20"), ("Commitment", host.Seeded.Experts.ToString())]);
        var about = $"/{language}/agreements/{host.Seeded.Agreement}";

        foreach (var page in new[] { $"/{language}", about, about + "/plan", about + "/report", added.Headers.Location!.ToString() })
            Assert.True(PageBrowser.Text(await officer.ReadAsync(page)).Contains(told, StringComparison.Ordinal), page);
    }

    private static async Task<Guid> ReportedAsync(PartnershipHost host, PageBrowser officer, bool measured = true)
    {
        var activity = await host.RunAsync(db => host.Seeded.PlanAsync(db, host.Seeded.Trainees, "Campagne 2026"));
        var indicator = measured ? await host.RunAsync(db => host.Seeded.MeasureAsync(db)) : Guid.Empty;
        var answer = await officer.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/facts/new",
            [("activity", activity.ToString()), ("Note", "9 stagiaires accueillis"), ("On", "2026-05-29"), ("Quantity", "9"), ("Unit", "person"), ("label_1", "Registre des entrées")],
            [("file_1", "registre.pdf", Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"%PDF-1.7\n% {activity}\n%%EOF")))]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return indicator;
    }

    private static List<(string Path, string Words)> Links(string html) =>
        [.. Anchors().Matches(html).Select(match => (WebUtility.HtmlDecode(match.Groups["path"].Value), PageBrowser.Text(match.Groups["words"].Value).Trim()))];

    [GeneratedRegex("<a [^>]*href=\"(?<path>[^\"]*)\"[^>]*>(?<words>.*?)</a>", RegexOptions.Singleline, 1000)]
    private static partial Regex Anchors();
}
