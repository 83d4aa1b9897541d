using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Server.Tests.Access;
using Shiraka.Tests.Stores;

namespace Shiraka.Server.Tests.Agreements;

/// <summary>The file a text came from stays as long as something rests on it.</summary>
public sealed class OriginalTests
{
    [Theory, OnBothStores]
    public async Task An_uploaded_original_is_cited_by_the_draft_and_by_the_agreement_and_is_never_swept(StoreKind kind)
    {
        var clock = new SettableClock();
        await using var host = await RunningHost.StartAsync(kind, clock: clock);
        var desk = await new Desk(host).OpenAsync();
        using var officer = await desk.OfficerAsync();

        var draft = await Desk.UploadAsync(officer);
        Assert.Equal(["communiqué.html"], await desk.CitedByAsync(draft));
        clock.Advance(TimeSpan.FromHours(26));
        Assert.Equal(0, await desk.SweepAsync());

        using var again = await desk.OfficerAsync();
        var agreement = await desk.ConfirmAsync(again, draft);
        Assert.Equal(["communiqué.html"], await desk.CitedByAsync(agreement));
        Assert.Equal(0, await desk.SweepAsync());

        var sha256 = await host.RowsAsync("SELECT document FROM sources");
        using var partner = await host.SignedInAsync(desk.Partner, Role.Coordinator);
        var download = await partner.GetAsync("/fr/documents/" + Assert.Single(sha256));
        Assert.Equal((HttpStatusCode.OK, "attachment"), (download.StatusCode, download.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(Desk.Html, await download.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal([agreement], await RecordsReadAsync(host));
    }

    [Theory, OnBothStores]
    public async Task Without_its_citations_the_same_file_would_be_swept(StoreKind kind)
    {
        var clock = new SettableClock();
        await using var host = await RunningHost.StartAsync(kind, clock: clock);
        var desk = await new Desk(host).OpenAsync();
        using var officer = await desk.OfficerAsync();
        var draft = await Desk.UploadAsync(officer);
        await desk.ConfirmAsync(officer, draft);
        clock.Advance(TimeSpan.FromHours(26));

        await host.Store.WriteAsync(batch => batch.Add("DELETE FROM document_citations"), TestContext.Current.CancellationToken);

        Assert.Equal(1, await desk.SweepAsync());
        Assert.Null(host.App.Services.GetRequiredService<DocumentFolder>().Find((await host.RowsAsync("SELECT document FROM sources"))[0]));
    }

    [Fact]
    public async Task A_file_that_was_refused_is_cited_by_nothing_and_goes()
    {
        var clock = new SettableClock();
        await using var host = await RunningHost.StartAsync(clock: clock);
        var desk = await new Desk(host).OpenAsync();
        using var officer = await desk.OfficerAsync();

        var refused = await Desk.PostFileAsync(officer, "/fr/import", "météo.txt", "Il pleuvra dimanche."u8.ToArray());

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        clock.Advance(TimeSpan.FromHours(26));
        Assert.Equal(1, await desk.SweepAsync());
    }

    private static Task<List<Guid>> RecordsReadAsync(RunningHost host) => ReadAsync(host, "SELECT record FROM access_log WHERE resource = 'document'");

    private static async Task<List<Guid>> ReadAsync(RunningHost host, string query)
    {
        await host.App.Services.GetRequiredService<AccessLog>().FlushAsync(TestContext.Current.CancellationToken);
        return await host.Store.ReadAsync(query, row => row.Id(0), TestContext.Current.CancellationToken);
    }
}
