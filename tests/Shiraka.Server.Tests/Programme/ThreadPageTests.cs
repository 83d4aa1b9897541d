using System.Net;
using System.Text;
using Shiraka.Access;

namespace Shiraka.Server.Tests.Programme;

public sealed class ThreadPageTests
{
    [Fact]
    public async Task The_thread_shows_each_promise_in_the_words_of_the_text_and_says_where_they_were_read()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var browser = await host.SignInAsync(host.Seeded.Host);

        var html = await browser.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}");
        var text = PageBrowser.Text(html);

        Assert.Contains("« Le CHU accueillera douze stagiaires »", text, StringComparison.Ordinal);
        Assert.Contains("3 engagements", text, StringComparison.Ordinal);
        Assert.Contains("Le texte signé n’a pas encore été versé.", text, StringComparison.Ordinal);
        Assert.Contains("traduction automatique", text, StringComparison.Ordinal);
        Assert.Contains("Silencieux depuis 20 mois", text, StringComparison.Ordinal);
        Assert.Contains("21 sept. 2026", text, StringComparison.Ordinal);
        Assert.Equal(1, await host.LoggedAsync("read", host.Seeded.Agreement));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/facts")]
    [InlineData("/facts/new")]
    [InlineData("/plan")]
    [InlineData("/plan/propose")]
    [InlineData("/plan/activities/new")]
    [InlineData("/plan/indicators/new")]
    public async Task To_an_organisation_that_is_no_party_the_agreement_does_not_exist(string page)
    {
        await using var host = await PartnershipHost.StartAsync();
        using var outsider = await host.SignInAsync(Guid.CreateVersion7());

        Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync($"/fr/agreements/{host.Seeded.Agreement}{page}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync($"/api/v1/agreements/{host.Seeded.Agreement}/thread")).StatusCode);
    }

    [Fact]
    public async Task A_fact_recorded_by_the_form_stands_on_the_thread_with_its_evidence_and_behind_the_figure()
    {
        await using var host = await PartnershipHost.StartAsync();
        var activity = await host.RunAsync(db => host.Seeded.PlanAsync(db, host.Seeded.Trainees, "Campagne 2026"));
        var indicator = await host.RunAsync(db => host.Seeded.MeasureAsync(db));
        using var browser = await host.SignInAsync(host.Seeded.Host);
        var form = await browser.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}/facts/new?activity={activity}");
        Assert.Contains("name=\"part_sex_female\"", form, StringComparison.Ordinal);

        var answer = await browser.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/facts/new",
            [("activity", activity.ToString()), ("Note", "9 stagiaires accueillis"), ("On", "2026-05-29"), ("StartedOn", "2026-03-02"), ("Quantity", "9"), ("Unit", "person"), ("part_sex_female", "5"), ("label_1", "Registre des entrées")],
            [("file_1", "registre.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF"))]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        var text = PageBrowser.Text(await browser.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}"));
        Assert.Contains("9 stagiaires accueillis, 2 mars – 29 mai 2026", text, StringComparison.Ordinal);
        Assert.Contains("Registre des entrées", text, StringComparison.Ordinal);
        Assert.Contains("9 / 12 personnes", text, StringComparison.Ordinal);
        var facts = PageBrowser.Text(await browser.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}/facts?indicator={indicator}"));
        Assert.Contains("5 femmes, 4 Non précisé", facts, StringComparison.Ordinal);
        Assert.Contains("1 fait", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_fact_comes_back_with_all_that_was_typed_and_nothing_is_kept()
    {
        await using var host = await PartnershipHost.StartAsync();
        var activity = await host.RunAsync(db => host.Seeded.PlanAsync(db, host.Seeded.Experts));
        using var browser = await host.SignInAsync(host.Seeded.Partner);

        var answer = await browser.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/facts/new",
            [("activity", activity.ToString()), ("Note", "Mission d'imagerie"), ("On", "2026-06-11"), ("Quantity", "1"), ("Unit", "mission")]);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("n’est pas encore passé", PageBrowser.Text(html), StringComparison.Ordinal);
        Assert.Contains("Mission d&#x27;imagerie", html, StringComparison.Ordinal);
        Assert.Contains("Aucun fait enregistré", PageBrowser.Text(await browser.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_record_sees_no_button_and_is_refused()
    {
        await using var host = await PartnershipHost.StartAsync();
        using var auditor = await host.SignInAsync(host.Seeded.Host, Role.Auditor);

        Assert.DoesNotContain("/facts/new", await auditor.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync($"/fr/agreements/{host.Seeded.Agreement}/facts/new")).StatusCode);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task Every_page_of_the_thread_opens_in_each_language(string language)
    {
        await using var host = await PartnershipHost.StartAsync();
        var activity = await host.RunAsync(db => host.Seeded.PlanAsync(db, host.Seeded.Experts));
        var indicator = await host.RunAsync(db => host.Seeded.MeasureAsync(db));
        using var browser = await host.SignInAsync(host.Seeded.Host);
        var about = $"/{language}/agreements/{host.Seeded.Agreement}";

        foreach (var path in new[] { about, $"{about}?show=late", $"{about}?at=1", $"{about}/facts", $"{about}/facts?indicator={indicator}", $"{about}/facts/new", $"/{language}/facts/0" })
            Assert.Contains($"<html lang=\"{language}\"", await browser.ReadAsync(path), StringComparison.Ordinal);
        Assert.Contains(activity.ToString(), await browser.ReadAsync(about), StringComparison.Ordinal);
    }
}
