using System.Net;
using System.Text.RegularExpressions;
using Shiraka.Access;

namespace Shiraka.Server.Tests.Programme;

public sealed partial class PlanPageTests
{
    [Fact]
    public async Task One_click_makes_the_proposed_plan_and_only_what_stays_ticked()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var browser = await host.SignInAsync(host.Seeded.Partner);
        var plan = $"/fr/agreements/{host.Seeded.Agreement}/plan";
        Assert.Equal(6, Checked().Count(await browser.ReadAsync(plan + "/propose")));

        var answer = await browser.PostAsync(plan + "/propose",
            [("activities", host.Seeded.Trainees.ToString()), ("activities", host.Seeded.Research.ToString()), ("indicators", host.Seeded.Trainees.ToString())]);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var text = PageBrowser.Text(await browser.ReadAsync(plan));
        Assert.Contains("Formation et échanges", text, StringComparison.Ordinal);
        Assert.Contains("Lancer un sujet de recherche commun", text, StringComparison.Ordinal);
        Assert.Contains("1 engagement attend son activité.", text, StringComparison.Ordinal);
        Assert.Contains("/ 12 personnes", PageBrowser.Text(await browser.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_ticked_is_refused_on_the_same_page()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var browser = await host.SignInAsync(host.Seeded.Host);

        var answer = await browser.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/plan/propose", []);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Cochez au moins une ligne.", PageBrowser.Text(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_is_planned_moved_closed_and_reopened_by_its_forms()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var browser = await host.SignInAsync(host.Seeded.Host);
        var added = await browser.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/plan/activities/new",
            [("Title", "Mission imagerie"), ("StartsOn", "2026-01-05"), ("DueOn", "2026-05-31"), ("Commitment", host.Seeded.Experts.ToString()), ("ExpectedQuantity", "2"), ("ExpectedUnit", "mission")]);
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        var page = added.Headers.Location!.ToString();
        Assert.Contains("En retard de 10 jours", PageBrowser.Text(await browser.ReadAsync(page)), StringComparison.Ordinal);

        await Sees(browser, page, "/reschedule", [("_form", "reschedule"), ("StartsOn", "2026-06-15"), ("DueOn", "2026-07-31"), ("Reason", "Visas en attente")], "Visas en attente");
        await Sees(browser, page, "/close", [("_form", "close"), ("done", "no"), ("On", "2026-06-09"), ("Reason", "Budget retiré")], "Abandonnée");
        await Sees(browser, page, "/reopen", [("_form", "reopen"), ("Reason", "Budget rétabli")], "À venir");
    }

    [Fact]
    public async Task An_activity_given_up_without_a_word_is_refused_and_its_form_stays_open()
    {
        await using var host = await PartnershipHost.StartAsync();
        var activity = await host.RunAsync(db => host.Seeded.PlanAsync(db, host.Seeded.Experts));
        using var browser = await host.SignInAsync(host.Seeded.Host);

        var answer = await browser.PostAsync($"/fr/activities/{activity}/close", [("_form", "close"), ("done", "no"), ("On", "2026-06-09")]);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Indiquez le motif.", PageBrowser.Text(html), StringComparison.Ordinal);
        Assert.Contains("<details class=\"mt4\" open", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_indicator_is_defined_retargeted_and_retired_by_its_forms()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var browser = await host.SignInAsync(host.Seeded.Host);
        var defined = await browser.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/plan/indicators/new",
            [("Title", "Missions menées"), ("Kind", "count"), ("MeasuredIn", "mission"), ("StartsOn", "2024-09-21"), ("Commitment", host.Seeded.Experts.ToString()), ("TargetOn1", "2026-09-20"), ("Target1", "4")]);
        Assert.Equal(HttpStatusCode.SeeOther, defined.StatusCode);
        var page = defined.Headers.Location!.ToString();
        Assert.Contains("/ 4 missions", PageBrowser.Text(await browser.ReadAsync(page)), StringComparison.Ordinal);

        await Sees(browser, page, "/retarget", [("_form", "retarget"), ("TargetOn1", "2026-09-20"), ("Target1", "6"), ("Reason", "Avenant")], "/ 6 missions");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(page + "/retire", [("_form", "retire"), ("Reason", "Plus suivi")])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page)).StatusCode);
    }

    [Fact]
    public async Task The_same_fact_sent_twice_by_a_program_is_recorded_once()
    {
        await using var host = await PartnershipHost.StartAsync();
        var activity = await host.RunAsync(db => host.Seeded.PlanAsync(db, host.Seeded.Trainees));
        var indicator = await host.RunAsync(db => host.Seeded.MeasureAsync(db));
        using var browser = await host.SignInAsync(host.Seeded.Host);
        const string Fact = """{"note":"3 stagiaires","on":"2026-06-01","quantity":3,"unit":"person"}""";

        var first = await browser.PostJsonAsync($"/api/v1/activities/{activity}/deliveries", Fact, "une-seule-fois");
        var second = await browser.PostJsonAsync($"/api/v1/activities/{activity}/deliveries", Fact, "une-seule-fois");

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        await browser.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/plan/axes/new", [("Title", "Oncologie")]);
        Assert.Contains("3 / 12 personnes", PageBrowser.Text(await browser.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}/facts?indicator={indicator}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task Every_page_of_the_plan_opens_in_each_language(string language)
    {
        await using var host = await PartnershipHost.StartAsync();
        var activity = await host.RunAsync(db => host.Seeded.PlanAsync(db, host.Seeded.Experts));
        var indicator = await host.RunAsync(db => host.Seeded.MeasureAsync(db));
        using var browser = await host.SignInAsync(host.Seeded.Host);
        var plan = $"/{language}/agreements/{host.Seeded.Agreement}/plan";

        foreach (var path in new[] { plan, $"{plan}?year=1", $"{plan}/propose", $"{plan}/axes/new", $"{plan}/activities/new", $"{plan}/indicators/new", $"/{language}/activities/{activity}", $"/{language}/indicators/{indicator}" })
            Assert.Contains($"<html lang=\"{language}\"", await browser.ReadAsync(path), StringComparison.Ordinal);
    }

    private static async Task Sees(PageBrowser browser, string page, string form, (string, string)[] fields, string then)
    {
        var answer = await browser.PostAsync(page + form, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, PageBrowser.Text(await answer.Content.ReadAsStringAsync()));
        Assert.Contains(then, PageBrowser.Text(await browser.ReadAsync(page)), StringComparison.Ordinal);
    }

    [GeneratedRegex("type=\"checkbox\"[^>]* checked", RegexOptions.None, 1000)]
    private static partial Regex Checked();
}
