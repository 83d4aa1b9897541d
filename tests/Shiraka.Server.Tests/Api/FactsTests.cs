using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Server.Tests.Access;
using Shiraka.Tests.Stores;

namespace Shiraka.Server.Tests.Api;

public sealed class FactsTests
{
    private static readonly Guid Ours = Guid.CreateVersion7();
    private static readonly Guid Others = Guid.CreateVersion7();

    [Theory, OnBothStores]
    public async Task A_follower_gets_each_fact_it_may_see_once_and_no_other(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        var (ours, theirs, commitment) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await CommitmentAsync(host, ours, commitment);
        await RecordAsync(host, db =>
        {
            db.Show(ours, Ours, "party");
            db.Show(theirs, Others, "party");
            for (var i = 0; i < 30; i++) db.Record(Fact(i % 3 == 0 ? ours : i % 3 == 1 ? commitment : theirs, "note " + i));
            db.Record(Fact(null, "of nobody"));
        });
        using var browser = await host.SignedInAsync(Ours, Role.Auditor, Role.Coordinator);

        var notes = new List<string>();
        var after = -1L;
        for (var more = true; more;)
        {
            using var page = JsonDocument.Parse(await browser.ReadAsync($"/api/v1/facts?after={after}&most=7"));
            notes.AddRange(page.RootElement.GetProperty("facts").EnumerateArray().Select(fact => fact.GetProperty("body").GetProperty("note").GetString()!));
            (after, more) = (page.RootElement.GetProperty("next").GetInt64(), page.RootElement.GetProperty("more").GetBoolean());
        }

        Assert.Equal(Enumerable.Range(0, 30).Where(i => i % 3 != 2).Select(i => "note " + i), notes);
    }

    [Theory]
    [InlineData("/api/v1/facts?after=-2", 400)]
    [InlineData("/api/v1/facts?most=0", 400)]
    [InlineData("/api/v1/facts?most=1001", 400)]
    [InlineData("/api/v1/facts?after=x", 400)]
    [InlineData("/api/v1/facts?after=9223372036854775807", 200)]
    [InlineData("/api/v1/ledger/proof/-1", 404)]
    [InlineData("/api/v1/ledger/proof/99999999", 404)]
    [InlineData("/api/v1/ledger/proof/x", 404)]
    public async Task A_bad_cursor_is_answered_as_such(string path, int status)
    {
        await using var host = await RunningHost.StartAsync();
        using var browser = await host.SignedInAsync(Ours, Role.Coordinator);

        Assert.Equal(status, (int)(await browser.GetAsync(path)).StatusCode);
    }

    [Theory, OnBothStores]
    public async Task The_export_is_a_table_without_formulas_and_is_noted(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        var agreement = Guid.CreateVersion7();
        await RecordAsync(host, db =>
        {
            db.Show(agreement, Ours, "party");
            db.Record(Fact(agreement, "=HYPERLINK(\"http://x\")", "=cmd|'/c calc'!A1"));
            db.Record(Fact(agreement, "تكوين، «جراحة»\nسطر ثان", "person"));
        });
        using var browser = await host.SignedInAsync(Ours, Role.Auditor);

        var answer = await browser.GetAsync("/api/v1/facts.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("تكوين", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=", text, StringComparison.Ordinal);
        Assert.Contains("'=cmd", text, StringComparison.Ordinal);
        Assert.Contains(await host.RowsAsync("SELECT action, resource FROM access_log"), row => row == "export | facts");
    }

    [Theory, OnBothStores]
    public async Task A_proof_leads_from_the_fact_to_the_signed_head(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        var agreement = Guid.CreateVersion7();
        await RecordAsync(host, db =>
        {
            db.Show(agreement, Ours, "party");
            db.Record(Fact(Guid.CreateVersion7(), "not ours"));
            for (var i = 0; i < 5; i++) db.Record(Fact(agreement, "ours"));
        });
        using var browser = await host.SignedInAsync(Ours, Role.Coordinator);
        var mine = (await host.App.Services.GetRequiredService<SealedFacts>().UnderAsync([agreement]))[2];

        var proof = JsonSerializer.Deserialize<FactProof>(await browser.ReadAsync($"/api/v1/ledger/proof/{mine.Seq}"), JsonSerializerOptions.Web)!;
        var note = await browser.ReadAsync("/api/v1/ledger/checkpoint");

        Assert.True(Proofs.VerifyInclusion(proof.Seq, proof.Size, proof.LeafHash, proof.Proof, proof.Root));
        using var key = VerifyingKey.Parse(proof.PublicKey);
        Assert.True(Checkpoint.Parse(proof.Checkpoint).IsSignedBy(key));
        Assert.True(Checkpoint.Parse(note).IsSignedBy(key));
        var hidden = (await host.App.Services.GetRequiredService<SealedFacts>().AfterAsync(-1, 1000)).First(fact => fact.Json!.Contains("not ours", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/api/v1/ledger/proof/{hidden.Seq}")).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/facts", Role.Administrator)]
    [InlineData("/api/v1/facts.csv", Role.Coordinator)]
    [InlineData("/api/v1/ledger/checkpoint", Role.Administrator)]
    [InlineData("/metrics", Role.Auditor)]
    public async Task Without_the_right_nothing_is_told(string path, Role role)
    {
        await using var host = await RunningHost.StartAsync();
        using var browser = await host.SignedInAsync(Ours, role);
        using var stranger = host.Browser();

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(path)).StatusCode);
    }

    internal static async Task RecordAsync(RunningHost host, Action<ShirakaDb> work)
    {
        await using var scope = host.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(Guid.CreateVersion7(), Ours, new DateOnly(2026, 6, 10));
        await host.App.Services.GetRequiredService<Shiraka.Ledger.Commands>().RunAsync(db, async () =>
        {
            work(db);
            await db.SaveChangesAsync();
            return true;
        }, waitForSeal: true);
    }

    private static ThingNoted Fact(Guid? under, string note, string? unit = null) => new()
    {
        Stream = Guid.CreateVersion7(),
        StreamVersion = 1,
        Under = under,
        Quantity = 1,
        Unit = unit,
        OccurredOn = new DateOnly(2026, 3, 1),
        Note = note,
    };

    // What another module's command does when it confirms an agreement; only the two rows that visibility rests on.
    private static Task CommitmentAsync(RunningHost host, Guid agreement, Guid commitment) => host.Store.WriteAsync(batch =>
    {
        var source = Guid.CreateVersion7();
        batch.Add("INSERT INTO sources (id, digest, kind, name, text, language, organisation, imported_by, imported_at) VALUES (@id, @digest, 'txt', 'n', 't', 'fr', @id, @id, 0)",
            ("id", source), ("digest", new byte[32]));
        batch.Add("INSERT INTO agreements (id, title, kind, language, source, renewal, version, confirmed_on) VALUES (@id, 't', 'convention', 'fr', @source, 'none', 1, @day)",
            ("id", agreement), ("source", source), ("day", new DateOnly(2026, 1, 1)));
        batch.Add("INSERT INTO commitments (id, agreement, ordinal, kind, title) VALUES (@id, @agreement, 1, 'training_course', 't')", ("id", commitment), ("agreement", agreement));
    }, CancellationToken.None);
}

/// <summary>A fact of these tests.</summary>
[FactType("thing.noted")]
public sealed record ThingNoted : Fact
{
    public required string Note { get; init; }
}
