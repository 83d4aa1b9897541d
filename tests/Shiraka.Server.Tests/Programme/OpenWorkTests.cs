using System.Net;
using System.Text.RegularExpressions;
using Shiraka.Access;

namespace Shiraka.Server.Tests.Programme;

/// <summary>What pages offer to do, and to whom.</summary>
public sealed partial class OpenWorkTests
{
    [Fact]
    public async Task The_home_page_offers_only_the_work_that_its_reader_may_do()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var officer = await host.SignInAsync(host.Seeded.Host);
        await LateAndUnprovenAsync(host, officer);
        using var member = await host.SignInAsync(host.Seeded.Host, Role.CommitteeMember);
        using var coordinator = await host.SignInAsync(host.Seeded.Host, Role.Coordinator);

        Assert.Equal(["Replanifier", "Verser", "Voir le fil", "Voir l’accord"], (await ButtonsAsync(officer)).Distinct());
        Assert.Equal(["Replanifier", "Verser", "Voir le fil"], (await ButtonsAsync(coordinator)).Distinct());
        Assert.Equal(["Voir le fil", "Voir l’accord"], (await ButtonsAsync(member)).Distinct());
        Assert.Contains($"{(await ButtonsAsync(member)).Count} choses vous attendent", PageBrowser.Text(await member.ReadAsync("/fr")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Administrator, HttpStatusCode.Forbidden)]
    [InlineData(Role.Auditor, HttpStatusCode.OK)]
    public async Task The_help_page_links_the_deadlines_for_those_who_may_read_them(Role role, HttpStatusCode answered)
    {
        await using var host = await PartnershipHost.StartAsync();
        using var reader = await host.SignInAsync(host.Seeded.Host, role);

        Assert.Equal(answered, (await reader.GetAsync("/feeds/deadlines.ics")).StatusCode);
        Assert.Equal(answered is HttpStatusCode.OK, (await reader.ReadAsync("/fr/help")).Contains("deadlines.ics", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fr", "sans preuve", "Sans preuve (1)")]
    [InlineData("ar", "بلا إثبات", "بلا إثبات (1)")]
    [InlineData("en", "no evidence", "Without evidence (1)")]
    public async Task The_filter_counts_the_promises_whose_rows_say_that_proof_is_missing(string language, string row, string chip)
    {
        await using var host = await PartnershipHost.StartAsync();
        using var officer = await host.SignInAsync(host.Seeded.Host);
        await LateAndUnprovenAsync(host, officer);
        var closed = await host.RunAsync(db => host.Seeded.PlanAsync(db, host.Seeded.Trainees));
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PostAsync($"/fr/activities/{closed}/close", [("_form", "close"), ("done", "yes"), ("On", "2026-06-09")])).StatusCode);

        var all = await officer.ReadAsync($"/{language}/agreements/{host.Seeded.Agreement}");
        var few = await officer.ReadAsync($"/{language}/agreements/{host.Seeded.Agreement}?show=unproven");

        Assert.Contains(chip, PageBrowser.Text(all), StringComparison.Ordinal);
        Assert.Equal([row], Unproven().Matches(all).Select(match => match.Groups["words"].Value));
        Assert.Equal([row], Unproven().Matches(few).Select(match => match.Groups["words"].Value));
        Assert.Equal(1, few.Split("<li class=\"strand\"").Length - 1);
    }

    private static async Task LateAndUnprovenAsync(PartnershipHost host, PageBrowser officer)
    {
        var added = await officer.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/plan/activities/new",
            [("Title", "Mission imagerie"), ("StartsOn", "2026-01-05"), ("DueOn", "2026-05-01"), ("Commitment", host.Seeded.Experts.ToString())]);
        var activity = added.Headers.Location!.ToString().Split('/')[^1];
        var recorded = await officer.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/facts/new",
            [("activity", activity), ("Note", "Une mission"), ("On", "2026-05-29"), ("Quantity", "1"), ("Unit", "mission")]);
        Assert.Equal(HttpStatusCode.SeeOther, recorded.StatusCode);
    }

    private static async Task<IReadOnlyList<string>> ButtonsAsync(PageBrowser browser)
    {
        var home = await browser.ReadAsync("/fr");
        return [.. Buttons().Matches(home[home.IndexOf("<ol class=\"tasks\"", StringComparison.Ordinal)..]).Select(match => match.Groups["words"].Value).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("<a class=\"btn btn-2 btn-s\"[^>]*>(?<words>[^<]*)</a></li>", RegexOptions.None, 1000)]
    private static partial Regex Buttons();

    [GeneratedRegex("<span class=\"evi-none\">(?<words>[^<]*)</span>", RegexOptions.None, 1000)]
    private static partial Regex Unproven();
}
