using System.Diagnostics;
using System.Security.Cryptography;
using Shiraka.Ledger;
using Shiraka.Tests.Stores;

namespace Shiraka.Server.Tests.Faults;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int Clients = 16;
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(4);

    [Theory]
    [InlineData(StoreKind.Sqlite, 50)]
    [InlineData(StoreKind.Postgres, 10)]
    public async Task A_killed_server_lost_nothing_it_acknowledged_and_kept_nothing_twice(StoreKind kind, int kills)
    {
        await using var folder = await FaultFolder.MakeAsync(kind);
        var journal = new Journal();

        var done = await KillAsync(folder.Seeded, journal, kills, plant: null);

        output.WriteLine($"{done} kills, {journal.Count} commands, statuses {string.Join(", ", journal.Statuses)}");
        Assert.True(done * 5 >= kills && journal.Count > done, "The machine is too slow for this test to say anything.");
        Assert.Equal(200, Assert.Single(journal.Statuses).Key);
        Assert.Empty(await folder.ProblemsAsync(journal));
    }

    [Fact]
    public async Task A_server_that_acknowledges_before_the_commit_is_caught()
    {
        await using var folder = await FaultFolder.MakeAsync(StoreKind.Sqlite);
        var journal = new Journal();

        await KillAsync(folder.Seeded, journal, kills: 3, PlantedFaults.Early);

        Assert.Contains(await folder.ProblemsAsync(journal), problem => problem.StartsWith("lost: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_crash_of_PostgreSQL_loses_nothing_and_the_server_goes_on_by_itself()
    {
        await using var cluster = PostgresCluster.StartNew();
        await using var folder = await FaultFolder.MakeAsync(await cluster.CreateAsync());
        await using var server = await ServerProcess.StartAsync(folder.Seeded.Installation);
        var journal = new Journal();
        var load = new Load(folder.Seeded, journal);

        for (var crash = 0; crash < 3; crash++)
        {
            using var stop = new CancellationTokenSource();
            var running = load.RunAsync(server.Address, Clients, stop.Token);
            await Task.Delay(RandomNumberGenerator.GetInt32(300, 900));
            cluster.Crash();
            await Task.Delay(100);
            await stop.CancelAsync();
            await running;
            cluster.Start();
            await load.RepeatAsync(server.Address, journal.Unanswered);
        }

        Assert.Equal(0, await server.StopAsync());
        output.WriteLine($"{journal.Count} commands, statuses {string.Join(", ", journal.Statuses)}");
        Assert.Superset(journal.Statuses.Keys.ToHashSet(), new HashSet<int> { 200, 503 });
        Assert.Empty(await folder.ProblemsAsync(journal));
    }

    private static async Task<int> KillAsync(SeededInstallation seeded, Journal journal, int kills, string? plant)
    {
        var (load, wall, done) = (new Load(seeded, journal), Stopwatch.StartNew(), 0);
        for (; done < kills && wall.Elapsed < Most; done++)
        {
            await using var server = await ServerProcess.StartAsync(seeded.Installation, plant);
            await load.RepeatAsync(server.Address, journal.Unanswered);
            await load.RepeatAsync(server.Address, plant is null ? journal.Acknowledged.Take(20) : []);      // the answers of repeated keys do not change
            var running = load.RunAsync(server.Address, Clients, CancellationToken.None);
            await Task.Delay(RandomNumberGenerator.GetInt32(50, 900));
            server.Kill();
            await running;
        }

        await using var last = await ServerProcess.StartAsync(seeded.Installation);
        if (plant is null) await load.RepeatAsync(last.Address, journal.Unanswered);
        await last.StopAsync();
        return done;
    }
}
