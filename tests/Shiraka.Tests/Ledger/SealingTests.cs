using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Ledger;
using Shiraka.Tests.Stores;

namespace Shiraka.Tests.Ledger;

public sealed class SealingTests
{
    [Theory, OnBothStores]
    public async Task After_a_round_that_failed_sealing_goes_on(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        await RecordAsync(house, waitForSeal: true);

        await house.Store.WriteAsync(batch => batch.Add("ALTER TABLE tiles RENAME TO tiles_away"), CancellationToken.None);
        await RecordAsync(house, waitForSeal: false);
        await Task.Delay(600);
        await house.Store.WriteAsync(batch => batch.Add("ALTER TABLE tiles_away RENAME TO tiles"), CancellationToken.None);

        await house.Get<Sealer>().CaughtUpAsync();
        var position = await house.Facts.PositionAsync();
        Assert.Equal(2, position!.Size);
    }

    [Theory, OnBothStores]
    public async Task Who_waits_for_a_seal_waits_for_their_own_facts_only(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        using var stop = new CancellationTokenSource();
        var others = Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            while (!stop.IsCancellationRequested) await RecordAsync(house, waitForSeal: false);
        }));

        await Task.Delay(500);
        var start = Stopwatch.StartNew();
        for (var i = 0; i < 5; i++) await RecordAsync(house, waitForSeal: true);
        start.Stop();
        await stop.CancelAsync();
        await others;

        Assert.InRange(start.Elapsed.TotalSeconds, 0, 5);       // two seconds for each is what giving up would take
    }

    private static async Task RecordAsync(House house, bool waitForSeal)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(house.Actor, house.Organisation, house.Today);
        await house.Get<Commands>().RunAsync(db, () =>
        {
            db.Record(ThingHappened.On(Guid.CreateVersion7(), 1));
            return Task.FromResult(true);
        }, waitForSeal);
    }
}
