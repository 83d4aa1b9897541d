using Shiraka.Ledger;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Ledger;

public sealed class VerifyStoreTests
{
    private const int Facts = 700;      // two full tiles and a partial one

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task An_untouched_store_verifies_to_its_signed_root(StoreKind kind)
    {
        await using var house = await FilledAsync(kind, Facts);

        var result = await VerifyStore.RunAsync(house.Store, [], null, Cancel);

        var head = await house.Facts.PositionAsync(Cancel);
        Assert.Null(result.Problem);
        Assert.Equal((Facts, (long)Facts, Convert.ToBase64String(head!.Root)), (result.Facts, result.SignedSize, result.Root));
    }

    [Theory, OnBothStores]
    public async Task A_store_can_be_verified_while_facts_are_written_and_sealed(StoreKind kind)
    {
        await using var house = await FilledAsync(kind, Facts);
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested) await WriteAsync(house, 20);
        }, Cancel);

        for (var i = 0; i < 5; i++) Assert.Null((await VerifyStore.RunAsync(house.Store, [], null, Cancel)).Problem);

        await enough.CancelAsync();
        await writing;
    }

    [Theory, OnBothStores]
    public async Task A_body_that_was_changed_behind_the_triggers_is_found_at_its_place(StoreKind kind)
    {
        await using var house = await FilledAsync(kind, Facts);
        await TamperAsync(house, "fact_bodies", "fact_bodies_no_update", "UPDATE fact_bodies SET json = '{\"note\":\"other\"}' WHERE fact_id = (SELECT fact_id FROM sealed WHERE seq = 421)");

        var result = await VerifyStore.RunAsync(house.Store, [], null, Cancel);

        Assert.Equal(("body", 421L), (result.Problem!.Code, result.Problem.Seq!.Value));
    }

    [Theory, OnBothStores]
    public async Task A_quantity_that_was_raised_is_found_at_its_place(StoreKind kind)
    {
        await using var house = await FilledAsync(kind, Facts);
        await TamperAsync(house, "facts", kind == StoreKind.Sqlite ? "facts_no_update" : "facts_append_only",
            "UPDATE facts SET quantity = quantity + 1 WHERE id = (SELECT fact_id FROM sealed WHERE seq = 3)");

        var result = await VerifyStore.RunAsync(house.Store, [], null, Cancel);

        Assert.Equal(("leaf", 3L), (result.Problem!.Code, result.Problem.Seq!.Value));
    }

    [Theory, OnBothStores]
    public async Task A_tile_that_was_changed_is_found(StoreKind kind)
    {
        await using var house = await FilledAsync(kind, Facts);
        await house.Store.WriteAsync(batch => batch.Add("UPDATE tiles SET hashes = (SELECT hashes FROM tiles WHERE level = 0 AND idx = 0) WHERE level = 0 AND idx = 1"), Cancel);

        Assert.Equal("tile", (await VerifyStore.RunAsync(house.Store, [], null, Cancel)).Problem!.Code);
    }

    [Theory, OnBothStores]
    public async Task A_ledger_that_lost_its_end_does_not_fit_a_checkpoint_kept_elsewhere(StoreKind kind)
    {
        await using var longer = await FilledAsync(kind, 40);
        var kept = Checkpoint.Parse((await longer.Facts.PositionAsync(Cancel))!.Note);
        await longer.Store.WriteAsync(batch => batch.Add("DELETE FROM checkpoints WHERE size > 20"), Cancel);
        await TamperAsync(longer, "sealed", kind == StoreKind.Sqlite ? "sealed_no_delete" : "sealed_append_only", "DELETE FROM sealed WHERE seq >= 20");

        Assert.False((await VerifyStore.RunAsync(longer.Store, [kept], null, Cancel)).Ok);
    }

    [Theory, OnBothStores]
    public async Task Another_key_than_the_trusted_one_is_refused(StoreKind kind)
    {
        await using var house = await FilledAsync(kind, 5);
        using var other = SigningKey.Create("shiraka.local/ledger");

        Assert.Equal("signature", (await VerifyStore.RunAsync(house.Store, [], other.PublicKeyText, Cancel)).Problem!.Code);
    }

    private static async Task<House> FilledAsync(StoreKind kind, int facts)
    {
        var house = await House.OpenAsync(kind);
        await WriteAsync(house, facts);
        return house;
    }

    private static Task WriteAsync(House house, int facts) => house.RunAsync(db =>
    {
        for (var i = 0; i < facts; i++) db.Record(ThingHappened.On(Guid.CreateVersion7(), 1, "حدث رقم " + i, quantity: i));
        return Task.CompletedTask;
    });

    private static Task TamperAsync(House house, string table, string trigger, string text) => house.Store.WriteAsync(batch =>
    {
        batch.Add(house.Store.Kind == StoreKind.Sqlite ? $"DROP TRIGGER {trigger}" : $"DROP TRIGGER {trigger} ON {table}");
        batch.Add(text);
    }, CancellationToken.None);
}
