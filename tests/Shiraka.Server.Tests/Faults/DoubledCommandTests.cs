using Shiraka.Ledger;
using Shiraka.Tests.Stores;

namespace Shiraka.Server.Tests.Faults;

public sealed class DoubledCommandTests
{
    [Theory, OnBothStores]
    public async Task A_command_sent_twice_at_once_is_done_once_and_answered_twice_alike(StoreKind kind)
    {
        await using var folder = await FaultFolder.MakeAsync(kind);
        await using var server = await ServerProcess.StartAsync(folder.Seeded.Installation);
        var journal = new Journal();
        var load = new Load(folder.Seeded, journal);
        var other = 0;

        await Task.WhenAll(Enumerable.Range(1, 16).Select(async client =>
        {
            using var one = await Wire.OpenAsync(server.Address);
            using var two = await Wire.OpenAsync(server.Address);
            for (var number = 0; number < 40; number++)
            {
                var activity = folder.Seeded.Activities[(client + number) % folder.Seeded.Activities.Count];
                var key = Load.KeyOf(client, number);
                journal.Ask(key, activity);
                var first = one.SendAsync(load.To(server.Address, activity).With(key)).AsTask();
                if (number % 5 == 1) journal.Answered(key, await two.SendAsync(load.To(server.Address, activity).With(key)));
                if (number % 5 == 3)
                {
                    journal.Answered(key, await first);
                    Assert.Equal(422, (await two.SendAsync(load.To(server.Address, activity, quantity: 2).With(key))).Status);
                    Interlocked.Increment(ref other);
                }
                else
                {
                    journal.Answered(key, await first);
                }
            }
        }));

        await load.RepeatAsync(server.Address, journal.Unanswered);
        await server.StopAsync();
        Assert.Equal(16 * 8, other);
        Assert.All(journal.Statuses.Keys, status => Assert.True(status is 200 or 503));
        Assert.Empty(await folder.ProblemsAsync(journal));
    }

    [Theory, OnBothStores]
    public async Task Many_clients_on_few_activities_lose_no_update(StoreKind kind)
    {
        await using var folder = await FaultFolder.MakeAsync(kind, activities: 3);
        await using var server = await ServerProcess.StartAsync(folder.Seeded.Installation);
        var journal = new Journal();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(6));

        await new Load(folder.Seeded, journal).RunAsync(server.Address, 64, stop.Token);

        await server.StopAsync();
        Assert.Equal(200, Assert.Single(journal.Statuses).Key);
        Assert.Empty(await folder.ProblemsAsync(journal));      // versions = facts is among what it checks
    }
}
