using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Server.Tests.Access;
using Shiraka.Server.Tests.Api;
using Shiraka.Tests.Stores;

namespace Shiraka.Server.Tests.Operations;

public sealed class HealthTests
{
    [Theory, OnBothStores]
    public async Task A_fresh_installation_is_alive_and_ready(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        using var browser = host.Browser();

        Assert.Equal("alive", await browser.ReadAsync("/health/live"));
        using var ready = JsonDocument.Parse(await browser.ReadAsync("/health/ready"));
        Assert.True(ready.RootElement.GetProperty("ready").GetBoolean());
    }

    [Theory, OnBothStores]
    public async Task A_sealer_that_stays_behind_makes_it_unready(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        using var browser = host.Browser();
        await NoteAsync(host, waitForSeal: true);       // it runs: stopped before its first round, it would end as a failure and the host with it
        await host.App.Services.GetRequiredService<Sealer>().StopAsync(TestContext.Current.CancellationToken);
        await NoteAsync(host, waitForSeal: false);

        await Task.Delay(TimeSpan.FromSeconds(7.5), TestContext.Current.CancellationToken);

        var answer = await browser.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("seal_lag", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task NoteAsync(RunningHost host, bool waitForSeal)
    {
        await using var scope = host.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(Guid.CreateVersion7(), Guid.CreateVersion7(), new DateOnly(2026, 6, 10));
        await host.App.Services.GetRequiredService<Shiraka.Ledger.Commands>().RunAsync(db, () =>
        {
            db.Record(new ThingNoted { Stream = Guid.CreateVersion7(), StreamVersion = 1, OccurredOn = new DateOnly(2026, 3, 1), Note = "waits" });
            return Task.FromResult(true);
        }, waitForSeal, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_figures_are_told_to_those_who_hold_the_right()
    {
        await using var host = await RunningHost.StartAsync();
        using var browser = await host.SignedInAsync(Guid.CreateVersion7(), Role.Administrator);
        await FactsTests.RecordAsync(host, db => db.Record(new ThingNoted { Stream = Guid.CreateVersion7(), StreamVersion = 1, OccurredOn = new DateOnly(2026, 3, 1), Note = "x" }));
        await Assert.ThrowsAsync<RefusedException>(() => FactsTests.RecordAsync(host, _ => throw new RefusedException("some.rule", "No.")));

        var text = await browser.ReadAsync("/metrics");

        foreach (var line in new[] { "shiraka_refusals_total{code=\"some.rule\"} 1", "shiraka_store_full 0", "shiraka_queue_length 0", "# TYPE shiraka_command_duration_seconds histogram" })
            Assert.Contains(line, text, StringComparison.Ordinal);
        foreach (var name in new[] { "shiraka_commands_total ", "shiraka_seal_lag_seconds ", "shiraka_wal_size_bytes ", "http_server_request_duration_seconds_count{" })
            Assert.Contains("\n" + name, text, StringComparison.Ordinal);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(@"^(# (HELP|TYPE) .+|[a-z_]+(\{([a-z_]+=""[^""\\]*"",?)+\})? [-0-9.eE+]+)$", line));
    }
}
