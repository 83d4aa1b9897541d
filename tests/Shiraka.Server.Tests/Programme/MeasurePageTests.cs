using System.Net;
using Shiraka.Access;

namespace Shiraka.Server.Tests.Programme;

/// <summary>A figure opens the facts behind it: by year, by who recorded, by dimension; on the page, and as files.</summary>
public sealed class MeasurePageTests
{
    [Fact]
    public async Task A_value_is_cut_by_year_by_party_and_by_dimension_and_its_baseline_can_be_revised()
    {
        await using var host = await PartnershipHost.StartAsync();
        var activity = await host.RunAsync(db => host.Seeded.PlanAsync(db, host.Seeded.Trainees));
        using var browser = await host.SignInAsync(host.Seeded.Host);
        var defined = await browser.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/plan/indicators/new",
            [("Title", "Stagiaires accueillis"), ("Kind", "count"), ("MeasuredIn", "person"), ("StartsOn", "2024-01-01"), ("Commitment", host.Seeded.Trainees.ToString()), ("Baseline", "2"), ("TargetOn1", "2027-12-31"), ("Target1", "12"), ("Disaggregation", "sex")]);
        Assert.Equal(HttpStatusCode.SeeOther, defined.StatusCode);
        var page = defined.Headers.Location!.ToString();
        Assert.Contains("D’où vient la valeur Aucun fait", PageBrowser.Text(await browser.ReadAsync(page)), StringComparison.Ordinal);

        foreach (var (who, on, quantity, women) in new[] { (host.Seeded.Host, "2026-06-01", "3", "2"), (host.Seeded.Partner, "2026-06-02", "4", "1") })
        {
            using var recorder = await host.SignInAsync(who);
            var recorded = await recorder.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/facts/new",
                [("activity", activity.ToString()), ("Note", "Stagiaires"), ("On", on), ("Quantity", quantity), ("Unit", "person"), ("part_sex_female", women)]);
            Assert.Equal(HttpStatusCode.SeeOther, recorded.StatusCode);
        }

        var text = PageBrowser.Text(await browser.ReadAsync(page));
        Assert.Matches("An [0-9]+, depuis le [0-9].* 7 2 faits", text);
        Assert.Contains(" 4 1 fait", text, StringComparison.Ordinal);
        Assert.Contains(" 3 1 fait", text, StringComparison.Ordinal);
        Assert.Contains("Sexe Valeur femmes 3 Non précisé 4", text, StringComparison.Ordinal);
        Assert.Contains("valeur de départ : 2", text, StringComparison.Ordinal);

        var revised = await browser.PostAsync(page + "/retarget", [("_form", "retarget"), ("TargetOn1", "2027-12-31"), ("Target1", "12"), ("Baseline", "5"), ("Reason", "Registre retrouvé")]);
        Assert.Equal(HttpStatusCode.SeeOther, revised.StatusCode);
        Assert.Contains("valeur de départ : 5", PageBrowser.Text(await browser.ReadAsync(page)), StringComparison.Ordinal);
        await browser.PostAsync(page + "/retarget", [("_form", "retarget"), ("TargetOn1", "2027-12-31"), ("Target1", "14"), ("Reason", "Avenant")]);
        Assert.Contains("valeur de départ : 5", PageBrowser.Text(await browser.ReadAsync(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_behind_a_figure_is_taken_along_as_a_table_and_noted()
    {
        await using var host = await PartnershipHost.StartAsync();
        var activity = await host.RunAsync(db => host.Seeded.PlanAsync(db, host.Seeded.Trainees));
        using var browser = await host.SignInAsync(host.Seeded.Host);
        await browser.PostAsync($"/fr/agreements/{host.Seeded.Agreement}/facts/new", [("activity", activity.ToString()), ("Note", "=2+3 stagiaires · متدربون"), ("On", "2026-06-01"), ("Quantity", "3"), ("Unit", "person")]);

        var page = await browser.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}/facts?activity={activity}");
        Assert.Contains($"/api/v1/agreements/{host.Seeded.Agreement}/facts.csv?activity={activity}", page, StringComparison.Ordinal);
        var file = await browser.ReadAsync($"/api/v1/agreements/{host.Seeded.Agreement}/facts.csv?activity={activity}");
        var lines = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("2026-06-01,\"'=2+3 stagiaires · متدربون\",3,person", lines[1], StringComparison.Ordinal);
        Assert.Equal(1, await host.LoggedAsync("export", host.Seeded.Agreement));

        using var stranger = await host.SignInAsync(Guid.CreateVersion7());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/v1/agreements/{host.Seeded.Agreement}/facts.csv")).StatusCode);
        using var coordinator = await host.SignInAsync(host.Seeded.Host, Role.Coordinator);
        Assert.DoesNotContain("facts.csv", await coordinator.ReadAsync($"/fr/agreements/{host.Seeded.Agreement}/facts"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.GetAsync($"/api/v1/agreements/{host.Seeded.Agreement}/facts.csv")).StatusCode);
    }
}
