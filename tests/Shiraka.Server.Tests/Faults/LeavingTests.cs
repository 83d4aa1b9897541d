using Shiraka.Ledger;
using Shiraka.Tests.Stores;

namespace Shiraka.Server.Tests.Faults;

public sealed class LeavingTests
{
    [Theory, OnBothStores]
    public async Task A_server_told_to_stop_under_load_answers_all_it_accepted(StoreKind kind)
    {
        await using var folder = await FaultFolder.MakeAsync(kind);
        await using var server = await ServerProcess.StartAsync(folder.Seeded.Installation);
        var journal = new Journal();
        var running = new Load(folder.Seeded, journal).RunAsync(server.Address, 32, CancellationToken.None);
        await Task.Delay(2000);

        Assert.Equal(0, await server.StopAsync());

        await running;
        Assert.Equal(200, Assert.Single(journal.Statuses).Key);
        Assert.Empty(await folder.ProblemsAsync(journal));
        await using var store = (IAsyncDisposable)folder.Seeded.OpenStore();
        var kept = (await ((IStore)store).ReadAsync("SELECT count(*) FROM deliveries", row => row.GetInt64(0), CancellationToken.None))[0];
        Assert.Equal(journal.Acknowledged.Count(), kept);       // nothing was kept whose answer did not leave
        var unsealed = (await ((IStore)store).ReadAsync("SELECT count(*) FROM unsealed", row => row.GetInt64(0), CancellationToken.None))[0];
        Assert.Equal(0, unsealed);
        Assert.True(kind == StoreKind.Postgres || new FileInfo(folder.Seeded.Installation.Database + "-wal") is { Exists: false } or { Length: 0 });
    }

    [Theory, OnBothStores]
    public async Task Clients_that_go_away_leave_no_command_half_done(StoreKind kind)
    {
        await using var folder = await FaultFolder.MakeAsync(kind);
        await using var server = await ServerProcess.StartAsync(folder.Seeded.Installation);
        var journal = new Journal();
        var load = new Load(folder.Seeded, journal);

        await Task.WhenAll(Enumerable.Range(1, 60).Select(async client =>
        {
            var activity = folder.Seeded.Activities[client % folder.Seeded.Activities.Count];
            var key = Load.KeyOf(client, 0);
            journal.Ask(key, activity);
            using var wire = await Wire.OpenAsync(server.Address);
            await wire.PushAsync(load.To(server.Address, activity).With(key));
            await Task.Delay(client % 7);
        }));
        await load.RepeatAsync(server.Address, journal.Unanswered);

        await server.StopAsync();
        Assert.Equal(60, journal.Acknowledged.Count());
        Assert.Empty(await folder.ProblemsAsync(journal));
    }

    [Fact]
    public async Task A_second_process_on_the_same_file_is_refused_with_a_clear_message()
    {
        await using var folder = await FaultFolder.MakeAsync(StoreKind.Sqlite);
        await using var server = await ServerProcess.StartAsync(folder.Seeded.Installation);

        await using var second = ServerProcess.Launch(folder.Seeded.Installation);
        await second.EndedAsync();

        Assert.Equal(2, second.ExitCode);
        Assert.Contains("Another process has this installation open.", second.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_refuses_writes_with_507_goes_on_reading_and_recovers()
    {
        await using var folder = await FaultFolder.MakeAsync(StoreKind.Sqlite);
        var full = Path.Combine(folder.Path, "full");
        await using var server = await ServerProcess.StartAsync(folder.Seeded.Installation, PlantedFaults.Pages + full);
        var journal = new Journal();
        var load = new Load(folder.Seeded, journal);

        using (var before = new CancellationTokenSource(300)) await load.RunAsync(server.Address, 8, before.Token);
        await File.WriteAllTextAsync(full, "");
        using (var during = new CancellationTokenSource(3000)) await load.RunAsync(server.Address, 8, during.Token);
        using (var client = new HttpClient { BaseAddress = server.Address })
            Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync("/fr/sign-in")).StatusCode);
        Assert.True(journal.Statuses.GetValueOrDefault(507) > 0, string.Join(", ", journal.Statuses));
        Assert.All(journal.Statuses.Keys, status => Assert.True(status is 200 or 503 or 507, $"{status}"));

        File.Delete(full);
        await Task.Delay(300);
        await load.RepeatAsync(server.Address, journal.Unanswered);
        Assert.Empty(journal.Unanswered);
        await server.StopAsync();
        Assert.Empty(await folder.ProblemsAsync(journal));
    }
}
