using System.Net;
using System.Text.RegularExpressions;
using Shiraka.Server.Tests.Access;
using Shiraka.Server.Tests.Agreements;

namespace Shiraka.Server.Tests.Programme;

/// <summary>What one officer accepted in French, a committee reads in Arabic; what somebody wrote stays as it was written.</summary>
public sealed class ReaderLanguageTests
{
    [Fact]
    public async Task Titles_the_product_proposed_are_read_in_the_language_of_the_reader_and_written_ones_as_written()
    {
        await using var host = await RunningHost.StartAsync();
        var desk = await new Desk(host).OpenAsync();
        using var officer = await desk.OfficerAsync();
        var agreement = await desk.ConfirmAsync(officer, await Desk.UploadAsync(officer));
        await AcceptPlanAsync(officer, agreement, "fr", 2);

        await NameAsync(officer, desk.Partner, "المركز الاستشفائي الجامعي بكامنغي");

        foreach (var page in new[] { $"/ar/agreements/{agreement}", $"/ar/agreements/{agreement}/report", $"/ar/agreements/{agreement}/report.html" })
        {
            var text = Browser.Text((await officer.ReadAsync(page)).Split("<script", 2)[0]);      // the file carries its facts as they are kept
            Assert.Contains("استقبال متدربين", text, StringComparison.Ordinal);
            Assert.Contains("Se réunir", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Accueillir des stagiaires", text, StringComparison.Ordinal);
        }

        var plan = Browser.Text(await officer.ReadAsync($"/ar/agreements/{agreement}/plan"));
        Assert.Contains("التكوين والتبادل", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Formation et échanges", plan, StringComparison.Ordinal);
        Assert.Contains("المركز الاستشفائي الجامعي بكامنغي", plan, StringComparison.Ordinal);      // in the crumbs, by the name in the directory
        Assert.Contains("المركز الاستشفائي الجامعي بكامنغي", Browser.Text(await officer.ReadAsync($"/ar/agreements/{agreement}/committee")), StringComparison.Ordinal);
        Assert.Contains("Accueillir des stagiaires", await officer.ReadAsync($"/api/v1/agreements/{agreement}/thread"), StringComparison.Ordinal);      // programs get what is kept
    }

    [Fact]
    public async Task A_report_names_the_parties_in_its_language_as_they_were_called_at_its_position()
    {
        await using var host = await RunningHost.StartAsync();
        var desk = await new Desk(host).OpenAsync();
        using var officer = await desk.OfficerAsync();
        var agreement = await desk.ConfirmAsync(officer, await Desk.UploadAsync(officer));
        await NameAsync(officer, desk.Partner, "المركز الاستشفائي الجامعي بكامنغي");
        await AcceptPlanAsync(officer, agreement, "fr", 2);
        var at = long.Parse(Regex.Match(await officer.ReadAsync("/api/v1/facts"), "\"size\":([0-9]+)", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var before = await officer.ReadAsync($"/ar/agreements/{agreement}/report.html?at={at}");
        Assert.Contains("المركز الاستشفائي الجامعي بكامنغي", before, StringComparison.Ordinal);
        Assert.Contains("CHU de Kamenge", Browser.Text((await officer.ReadAsync($"/fr/agreements/{agreement}/report")).Split("<script", 2)[0]), StringComparison.Ordinal);

        await NameAsync(officer, desk.Partner, "مستشفى كامنغي الجامعي");
        Assert.Equal(before, await officer.ReadAsync($"/ar/agreements/{agreement}/report.html?at={at}"));
        Assert.Contains("مستشفى كامنغي الجامعي", await officer.ReadAsync($"/ar/agreements/{agreement}/report"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_accepted_in_another_language_goes_on_the_axis_that_is_open()
    {
        await using var host = await RunningHost.StartAsync();
        var desk = await new Desk(host).OpenAsync();
        using var officer = await desk.OfficerAsync();
        var agreement = await desk.ConfirmAsync(officer, await Desk.UploadAsync(officer));
        await AcceptPlanAsync(officer, agreement, "fr", 1);
        await AcceptPlanAsync(officer, agreement, "ar", 1);

        Assert.Equal(["Formation et échanges"], await host.RowsAsync("SELECT DISTINCT title FROM axes"));
    }

    private static async Task NameAsync(Browser officer, Guid organisation, string name)
    {
        var named = await officer.PostAsync($"/fr/directory/organisations/{organisation}/names", ("name", name), ("language", "ar"), ("use", "Official"), ("on", "2026-01-01"));
        Assert.Equal(HttpStatusCode.SeeOther, named.StatusCode);
    }

    private static async Task AcceptPlanAsync(Browser officer, Guid agreement, string language, int most)
    {
        var proposed = await officer.ReadAsync($"/{language}/agreements/{agreement}/plan/propose");
        var ticks = Regex.Matches(proposed, "name=\"activities\" value=\"([0-9a-f-]{36})\"|value=\"([0-9a-f-]{36})\"[^>]* name=\"activities\"", RegexOptions.None, TimeSpan.FromSeconds(5)).Take(most).Select(tick => tick.Groups[1].Value + tick.Groups[2].Value);
        var answer = await officer.PostAsync($"/{language}/agreements/{agreement}/plan/propose", [.. ticks.Select(id => ("activities", id))]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }
}
