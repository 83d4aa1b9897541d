using System.Net;
using Shiraka.Ledger;
using Shiraka.Server.Tests.Access;
using Shiraka.Tests.Stores;

namespace Shiraka.Server.Tests.Agreements;

/// <summary>The list of agreements: in the language of the page, with the days that must not pass.</summary>
public sealed class RegisterTests
{
    [Theory, OnBothStores]
    public async Task The_register_names_the_parties_as_the_reader_does_and_shows_the_last_day_for_notice(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        var desk = await new Desk(host).OpenAsync();
        using var officer = await desk.OfficerAsync();
        var agreement = await desk.ConfirmAsync(officer, await Desk.UploadAsync(officer));
        await officer.PostAsync($"/fr/directory/organisations/{desk.Partner}/names", ("language", "ar"), ("name", "المركز الاستشفائي الجامعي بكامنغي"), ("use", "Official"), ("on", "2026-01-01"));
        var starts = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-10);
        var set = await Desk.PutJsonAsync(officer, $"/api/v1/agreements/{agreement}/term", new { inForceOn = starts, duration = "P2Y", renewal = "tacit", renewalDuration = "P1Y", noticePeriod = "P3M" });
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        var notice = starts.AddYears(2).AddMonths(-3);

        Assert.Contains("Dernier jour de préavis", await officer.ReadAsync("/fr/agreements"), StringComparison.Ordinal);
        var arabic = await officer.ReadAsync("/ar/agreements");
        Assert.Contains("المركز الاستشفائي الجامعي بكامنغي", arabic, StringComparison.Ordinal);
        Assert.Contains("اتفاقية، ", Browser.Text(arabic), StringComparison.Ordinal);
        var found = Browser.Text(await officer.ReadAsync("/fr/agreements?q=KAMENGE"));
        Assert.Contains("CHU d’Oran – CHU de Kamenge", found, StringComparison.Ordinal);
        Assert.Contains("CHU de Kamenge", Browser.Text(await officer.ReadAsync("/fr/agreements?q=" + Uri.EscapeDataString("بكامنغي"))), StringComparison.Ordinal);
        Assert.DoesNotContain("CHU de Kamenge", Browser.Text(await officer.ReadAsync("/fr/agreements?q=Nouakchott")), StringComparison.Ordinal);
        Assert.Contains($"\"noticeBy\":\"{notice:yyyy-MM-dd}\"", await officer.ReadAsync("/api/v1/agreements"), StringComparison.Ordinal);
        Assert.Contains($",{notice:yyyy-MM-dd}", await officer.ReadAsync("/api/v1/agreements/export.csv"), StringComparison.Ordinal);
    }
}
