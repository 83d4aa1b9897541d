using Shiraka.Ledger;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Ledger;

public sealed class LedgerTests
{
    [Theory, OnBothStores]
    public async Task A_recorded_fact_is_sealed_with_its_body_and_its_place(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var (stream, under) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await house.RunAsync(db =>
        {
            db.Record(ThingHappened.On(stream, 1, "أول حدث", under, 3));
            db.Record(ThingHappened.On(stream, 2, under: under));
            return Task.CompletedTask;
        });

        var facts = await house.Facts.UnderAsync([under], cancel: TestContext.Current.CancellationToken);
        Assert.Equal([0L, 1L], facts.Select(f => f.Seq));
        Assert.Equal("أول حدث", facts[0].Body<ThingHappened>()!.Note);
        Assert.Equal((house.Actor, house.Organisation, 3L), (facts[0].Actor, facts[0].Organisation, facts[0].Quantity));
        var position = await house.Facts.PositionAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, position!.Size);
    }

    [Theory, OnBothStores]
    public async Task A_command_that_is_refused_leaves_nothing(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var stream = Guid.CreateVersion7();

        await Assert.ThrowsAsync<RefusedException>(() => house.RunAsync(db =>
        {
            db.Record(ThingHappened.On(stream, 1));
            throw new RefusedException("no", "No.");
        }));

        Assert.Empty(await house.Facts.AfterAsync(-1, 10, TestContext.Current.CancellationToken));
    }

    [Theory, OnBothStores]
    public async Task Two_writers_of_the_same_version_do_not_both_win(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var stream = Guid.CreateVersion7();
        Task Write() => house.RunAsync(db =>
        {
            db.Record(ThingHappened.On(stream, 1));
            return Task.CompletedTask;
        });

        await Write();
        await Assert.ThrowsAnyAsync<Exception>(Write);

        Assert.Single(await house.Facts.OfStreamAsync(stream, TestContext.Current.CancellationToken));
    }

    [Theory, OnBothStores]
    public async Task Facts_of_many_writers_are_sealed_densely_and_in_the_order_of_their_streams(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            var stream = Guid.CreateVersion7();
            for (var version = 1; version <= 10; version++)
                await house.RunAsync(db =>
                {
                    db.Record(ThingHappened.On(stream, version));
                    return Task.CompletedTask;
                });
        }));

        var facts = await house.Facts.AfterAsync(-1, 1000, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 160).Select(i => (long)i), facts.Select(f => f.Seq));
        Assert.All(facts.GroupBy(f => f.Stream), stream => Assert.Equal(Enumerable.Range(1, 10).Select(i => (long)i), stream.Select(f => f.StreamVersion)));
    }

    [Theory, OnBothStores]
    public async Task The_store_refuses_to_change_or_delete_a_fact(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        await house.RunAsync(db =>
        {
            db.Record(ThingHappened.On(Guid.CreateVersion7(), 1));
            return Task.CompletedTask;
        });

        foreach (var text in new[] { "UPDATE facts SET quantity = 5", "DELETE FROM facts", "UPDATE fact_bodies SET json = '{}'", "DELETE FROM sealed" })
            await Assert.ThrowsAnyAsync<Exception>(() => house.Store.WriteAsync(batch => batch.Add(text), CancellationToken.None));
    }

    [Theory, OnBothStores]
    public async Task Reading_connections_cannot_write(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        await using var reader = await house.Store.OpenReaderAsync(TestContext.Current.CancellationToken);
        await using var command = reader.CreateCommand();
        command.CommandText = "DELETE FROM audiences";
        await Assert.ThrowsAnyAsync<Exception>(() => command.ExecuteNonQueryAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.ReadAsync(db => db.SaveChangesAsync()));
    }
}
