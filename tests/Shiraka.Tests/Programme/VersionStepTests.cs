using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;
using Shiraka.Programme;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Programme;

/// <summary>Where a command changes nothing of a thing but its version, the step is written with the facts: still one writer at a time, still in order.</summary>
public sealed class VersionStepTests
{
    private static readonly DateOnly Done = new(2026, 6, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task Steps_of_one_command_follow_each_other_and_a_change_by_ef_after_them_holds(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var (_, activity) = await ThreadHandlersTests.OpenAsync(house);

        await house.RunAsync(async db =>
        {
            await RecordDelivery.HandleAsync(activity, new("un stagiaire", Done, 1, "person"), db, Cancel);
            await RecordDelivery.HandleAsync(activity, new("deux stagiaires", Done, 2, "person"), db, Cancel);
            var planned = await db.Activities.SingleAsync(a => a.Id == activity, Cancel);
            db.Record(planned.Close(done: true, null, Done, house.Today));
            await db.SaveChangesAsync(Cancel);
            db.Record(planned.Reopen("encore une séance", house.Today));
            await db.SaveChangesAsync(Cancel);
            await RecordDelivery.HandleAsync(activity, new("trois stagiaires", Done, 3, "person"), db, Cancel);
        });

        var facts = await house.Facts.OfStreamAsync(activity, Cancel);
        var kept = await house.ReadAsync(db => db.Activities.Where(a => a.Id == activity).Select(a => new { a.Version, a.Closed }).SingleAsync(Cancel));
        Assert.Equal(Enumerable.Range(1, facts.Count).Select(n => (long)n), facts.Select(fact => fact.StreamVersion));
        Assert.Equal((6, false), (kept.Version, kept.Closed));
        Assert.Equal(6, facts.Count);
    }

    [Theory, OnBothStores]
    public async Task A_step_that_somebody_else_has_taken_is_a_conflict_and_keeps_nothing(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var (_, activity) = await ThreadHandlersTests.OpenAsync(house);
        var before = await house.Facts.AfterAsync(-1, 1000, Cancel);

        var lost = await Assert.ThrowsAnyAsync<Exception>(() => house.RunAsync(async db =>
        {
            await RecordDelivery.HandleAsync(activity, new("un stagiaire", Done, 1, "person"), db, Cancel);
            await using var meanwhile = Statements.On(db.Connection, db.Transaction);
            meanwhile.Add("UPDATE activities SET version = version + 1 WHERE id = @id", ("id", activity));
            await meanwhile.ExecuteAsync(Cancel);
        }));

        Assert.True(lost is DbUpdateConcurrencyException or StoreUnavailableException { IsConflict: true }, lost.ToString());
        Assert.Equal(before.Count, (await house.Facts.AfterAsync(-1, 1000, Cancel)).Count);
        Assert.Equal(1, await house.ReadAsync(db => db.Activities.Where(a => a.Id == activity).Select(a => a.Version).SingleAsync(Cancel)));
    }
}
