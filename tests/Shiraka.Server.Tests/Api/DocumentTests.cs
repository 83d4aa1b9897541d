using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Server.Tests.Access;
using Shiraka.Shared;
using Shiraka.Tests.Stores;

namespace Shiraka.Server.Tests.Api;

public sealed class DocumentTests
{
    [Theory, OnBothStores]
    public async Task A_document_goes_only_to_those_who_see_a_record_that_cites_it(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        var (ours, record) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var file = await KeepAsync(host, "اتفاقية \"الشراكة\".pdf", "%PDF-1.7 texte");
        await FactsTests.RecordAsync(host, db =>
        {
            db.Show(record, ours, "party");
            db.Cite(record, file);
        });
        using var party = await host.SignedInAsync(ours, Role.Coordinator);
        using var other = await host.SignedInAsync(Guid.CreateVersion7(), Role.Coordinator);
        using var nobody = host.Browser();

        foreach (var path in new[] { "/api/v1/documents/" + file.Sha256, "/fr/documents/" + file.Sha256 })
        {
            var answer = await party.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Equal(("attachment", "اتفاقية _الشراكة_.pdf"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
            Assert.StartsWith("sandbox;", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("%PDF-1.7 texte", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, (await nobody.GetAsync(path)).StatusCode);
        }

        Assert.Equal(2, (await host.RowsAsync("SELECT action FROM access_log WHERE resource = 'document'")).Count);
    }

    [Fact]
    public async Task A_page_somebody_brought_is_never_shown_as_a_page()
    {
        await using var host = await RunningHost.StartAsync();
        var (ours, record) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var file = await KeepAsync(host, "page.html", "<script>alert(1)</script>");
        await FactsTests.RecordAsync(host, db =>
        {
            db.Show(record, ours, "party");
            db.Cite(record, file);
        });
        using var party = await host.SignedInAsync(ours, Role.Coordinator);

        var answer = await party.GetAsync("/api/v1/documents/" + file.Sha256);

        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Theory]
    [InlineData("..%2f..%2fshiraka.db")]
    [InlineData("%2e%2e")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("' OR 1=1 --")]
    public async Task What_is_not_a_cited_hash_does_not_exist(string text)
    {
        await using var host = await RunningHost.StartAsync();
        using var browser = await host.SignedInAsync(Guid.CreateVersion7(), Role.Coordinator);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/api/v1/documents/" + text)).StatusCode);
    }

    private static async Task<PostedFile> KeepAsync(RunningHost host, string name, string text) =>
        await host.App.Services.GetRequiredService<IFileIntake>().KeepAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, "x/y", TestContext.Current.CancellationToken);
}
