using System.Net;
using System.Text.RegularExpressions;
using Shiraka.Access;

namespace Shiraka.Server.Tests.Programme;

public sealed class CalendarPageTests
{
    private static readonly (string, string)[] Text =
    [
        ("entry", "on_day"), ("inForceOn", "2024-09-21"), ("binds", "fixed"), ("duration", "2"), ("duration.unit", "Y"), ("renewal", "tacit"), ("renewalDuration", "1"), ("renewalDuration.unit", "Y"),
        ("renewalMax", "1"), ("noticePeriod", "3"), ("noticePeriod.unit", "M"), ("survives0", "Confidentialité"), ("survives0.for", "5"), ("survives0.for.unit", "Y"), ("_form", "term"),
    ];

    [Fact]
    public async Task What_the_text_says_becomes_the_calendar_and_what_it_does_not_say_is_shown_as_unknown()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var browser = await host.SignInAsync(host.Seeded.Host);
        await SendAsync(browser, host, "term", Text);

        var page = PageBrowser.Text(await browser.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}"));

        Assert.Contains("En vigueur depuis 21 sept. 2024", page, StringComparison.Ordinal);
        Assert.Contains("21 sept. 2024 – 20 sept. 2026", page, StringComparison.Ordinal);
        Assert.Contains("reconduit le 21 septembre 2026 par tacite reconduction, pour 1 an", page, StringComparison.Ordinal);
        Assert.Contains("Dernier jour de préavis 21 juin 2026", page, StringComparison.Ordinal);
        Assert.Contains("Dernier jour de l’accord 20 sept. 2027", page, StringComparison.Ordinal);
        Assert.Contains("Confidentialité : reste dû jusqu’au 20 septembre 2032", page, StringComparison.Ordinal);
        Assert.Contains("Ni le texte ni un acte ne le disent : la forme du préavis.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_notice_is_shown_and_changes_nothing_and_can_be_taken_back()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var browser = await host.SignInAsync(host.Seeded.Host);
        await SendAsync(browser, host, "term", [.. Text.Where(field => field.Item1 != "noticePeriod"), ("noticePeriod", "4")]);
        await SendAsync(browser, host, "notices", [("on", "2026-06-02"), ("_form", "notice")]);

        var page = await browser.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}");
        Assert.Contains("Préavis reçu le 2 juin 2026 : hors délai, sans effet", PageBrowser.Text(page), StringComparison.Ordinal);
        Assert.Contains("dépassé il y a", PageBrowser.Text(page), StringComparison.Ordinal);

        var form = await browser.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}/term");
        var act = Regex.Match(form, "/acts/([0-9a-f-]{36})/withdraw", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        await SendAsync(browser, host, $"acts/{act}/withdraw", [("reason", "saisi par erreur")]);
        Assert.DoesNotContain("hors délai", PageBrowser.Text(await browser.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_act_comes_back_with_its_form_open_and_what_was_typed()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var browser = await host.SignInAsync(host.Seeded.Host);

        var answer = await browser.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/prorogations", [("_form", "prorogation"), ("on", "2026-06-01"), ("lastDay", "2026-07-31")]);

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("La prorogation finit avant la période qu’elle prolonge.", PageBrowser.Text(html), StringComparison.Ordinal);
        Assert.Contains("<details open", html, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-07-31\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expiry_and_last_day_for_notice_are_two_families_in_the_feed_and_on_the_home_page()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var browser = await host.SignInAsync(host.Seeded.Host);
        await SendAsync(browser, host, "term", Text);

        var feed = (await browser.ReadAsync("/feeds/deadlines.ics?language=fr")).Replace("\r\n ", "", StringComparison.Ordinal);
        string Event(string family) => feed.Split("BEGIN:VEVENT").Single(one => one.Contains($"UID:{family}-", StringComparison.Ordinal));
        Assert.Contains("DTSTART;VALUE=DATE:20260621", Event("notice"), StringComparison.Ordinal);
        Assert.Contains("CATEGORIES;LANGUAGE=fr:Préavis", Event("notice"), StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20270920", Event("expiry"), StringComparison.Ordinal);
        Assert.Contains("CATEGORIES;LANGUAGE=fr:Fins d", Event("expiry"), StringComparison.Ordinal);

        var home = PageBrowser.Text(await browser.ReadAsync("/fr"));
        Assert.Contains("Dernier jour de préavis", home, StringComparison.Ordinal);
        Assert.Contains("Fin de l", home, StringComparison.Ordinal);

        await SendAsync(browser, host, "notices", [("on", "2026-06-09"), ("_form", "notice")]);
        feed = (await browser.ReadAsync("/feeds/deadlines.ics?language=fr")).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.DoesNotContain("UID:notice-", feed, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20260920", Event("expiry"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task The_pages_of_the_calendar_open_in_each_language_without_a_missing_word(string language)
    {
        await using var host = await PartnershipHost.StartAsync();
        using var browser = await host.SignInAsync(host.Seeded.Host);
        await SendAsync(browser, host, "term", Text);
        await SendAsync(browser, host, "notices", [("on", "2026-06-09")]);
        await SendAsync(browser, host, "suspensions", [("on", "2026-06-05")]);

        foreach (var page in new[] { $"/{language}/agreements/{host.Seeded.Agreement}", $"/{language}/agreements/{host.Seeded.Agreement}/term" })
            Assert.DoesNotMatch(@"\bcalendar\.[a-z]|\bagreements\.[a-z]+\.|refused\.", PageBrowser.Text(await browser.ReadAsync(page)));
    }

    [Fact]
    public async Task Who_only_reads_sees_the_calendar_and_cannot_change_it()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var auditor = await host.SignInAsync(host.Seeded.Host, Role.Auditor);

        Assert.DoesNotContain("/term\"", await auditor.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}"), StringComparison.Ordinal);
        Assert.Contains("\"inForceOn\":\"2024-09-21\"", await auditor.ReadAsync($"/api/v1/agreements/{host.Seeded.Agreement}/calendar"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/notices", [("on", "2026-06-01")])).StatusCode);
    }

    private static async Task SendAsync(PageBrowser browser, PartnershipHost host, string form, (string, string)[] fields)
    {
        var answer = await browser.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/{form}", fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{answer.StatusCode}: {PageBrowser.Text(await answer.Content.ReadAsStringAsync())}");
    }
}
