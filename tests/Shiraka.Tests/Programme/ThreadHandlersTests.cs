using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Ledger;
using Shiraka.Programme;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Programme;

public sealed class ThreadHandlersTests
{
    private static readonly DateOnly Done = new(2026, 5, 29);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task A_recorded_fact_moves_the_figure_and_its_withdrawal_takes_it_back(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var (seeded, activity) = await OpenAsync(house);
        var recorded = await RecordAsync(house, activity, new("9 stagiaires", Done, 9, "person"));
        Assert.Equal(9, (await FigureAsync(house, seeded)).Value.Value);

        await house.RunAsync(db => WithdrawDelivery.HandleAsync(activity, recorded.Id, new("saisi deux fois"), db, Cancel));

        var after = await FigureAsync(house, seeded);
        Assert.Null(after.Value.Value);
        Assert.Empty(after.Value.Seqs);
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            house.RunAsync(db => WithdrawDelivery.HandleAsync(activity, recorded.Id, new("encore"), db, Cancel)));
        Assert.Equal("programme.delivery-already-withdrawn", refused.Code);
    }

    [Theory, OnBothStores]
    public async Task A_withdrawal_without_a_reason_is_refused_and_nothing_changes(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var (seeded, activity) = await OpenAsync(house);
        var recorded = await RecordAsync(house, activity, new("9 stagiaires", Done, 9, "person"));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => house.RunAsync(db => WithdrawDelivery.HandleAsync(activity, recorded.Id, new(" "), db, Cancel)));

        Assert.Equal("programme.reason-missing", refused.Code);
        Assert.Equal(9, (await FigureAsync(house, seeded)).Value.Value);
    }

    [Theory, OnBothStores]
    public async Task What_was_done_after_the_end_of_the_instrument_is_kept_and_marked(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var (seeded, activity) = await OpenAsync(house, expires: new(2026, 5, 1));

        Assert.True((await RecordAsync(house, activity, new("2 stagiaires", Done, 2, "person"))).Uncovered);

        var view = await ViewAsync(house, seeded);
        Assert.True(view.Done.Single().Uncovered);
        Assert.Equal(2, (await FigureAsync(house, seeded)).Value.Value);
    }

    [Theory, OnBothStores]
    public async Task Where_no_term_is_known_what_was_done_before_the_signature_is_marked(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var (seeded, activity) = await OpenAsync(house, bound: false);

        Assert.True((await RecordAsync(house, activity, new("2 stagiaires", new(2020, 1, 5), 2, "person"))).Uncovered);
        Assert.False((await RecordAsync(house, activity, new("3 stagiaires", SeededPartnership.Signed, 3, "person"))).Uncovered);

        var view = await ViewAsync(house, seeded);
        Assert.Equal([true, false], view.Done.Select(done => done.Uncovered));
        Assert.Equal((SeededPartnership.Signed, SeededPartnership.Signed), (view.Timeline[0].On, view.Timeline.Single(mark => mark.Kind is "first_fact").On));
    }

    [Theory, OnBothStores]
    public async Task To_an_organisation_that_is_no_party_neither_activity_nor_agreement_exists(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var (seeded, activity) = await OpenAsync(house);
        var recorded = await RecordAsync(house, activity, new("9 stagiaires", Done, 9, "person"));
        house.Organisation = Guid.CreateVersion7();

        Assert.IsType<NotFound>((await house.RunAsync(db => RecordDelivery.HandleAsync(activity, new("autre", Done), db, Cancel))).Result);
        Assert.IsType<NotFound>((await house.RunAsync(db => WithdrawDelivery.HandleAsync(activity, recorded.Id, new("motif"), db, Cancel))).Result);
        Assert.IsType<NotFound>((await house.RunAsync(db => AddActivity.HandleAsync(seeded.Agreement, new("autre", Done, Done), db, Cancel))).Result);
        Assert.IsType<NotFound>((await house.RunAsync(db => ProposePlan.HandleAsync(seeded.Agreement, new([seeded.Research], []), db, house.Get<Partnerships>(), Cancel))).Result);
        Assert.IsType<NotFound>((await house.RunAsync(db => OpenAxis.HandleAsync(seeded.Agreement, new("Oncologie"), db, Cancel))).Result);
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(house.Actor, house.Organisation, house.Today);
        Assert.IsType<NotFound>((await ShowFact.HandleAsync(0, db, house.Facts, house.Get<Dossiers>(), Cancel)).Result);
        Assert.IsType<NotFound>((await ShowThread.HandleAsync(seeded.Agreement, scope.ServiceProvider.GetRequiredService<SeenPartnerships>(), Cancel)).Result);
    }

    [Theory, OnBothStores]
    public async Task The_thread_as_of_a_position_leaves_out_what_was_sealed_since(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var (seeded, activity) = await OpenAsync(house);
        var before = (await house.Facts.PositionAsync(Cancel))!;
        await RecordAsync(house, activity, new("9 stagiaires", Done, 9, "person"));

        var view = (await house.Get<Partnerships>().ReadAtAsync(seeded.Agreement, before, Cancel))!;

        Assert.Empty(view.Done);
        Assert.Equal(before.Size - 1, view.KnownUntil);
    }

    [Theory, OnBothStores]
    public async Task A_dossier_of_one_fact_verifies_offline(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var (_, activity) = await OpenAsync(house);
        await RecordAsync(house, activity, new("9 stagiaires", Done, 9, "person"));
        var last = (await house.Facts.PositionAsync(Cancel))!.Size - 1;
        var fact = (await house.Facts.AtAsync(last, Cancel))!;

        var dossier = await house.Get<Dossiers>().OfAsync([fact], _ => false, Cancel);

        var file = DossierFile.Write(dossier!);
        Assert.Contains("9 stagiaires", file, StringComparison.Ordinal);
        Assert.True(DossierVerifier.Verify(file, house.Get<LedgerIdentity>().PublicKey).Ok);
    }

    internal static async Task<(SeededPartnership Seeded, Guid Activity)> OpenAsync(House house, DateOnly? expires = null, bool bound = true)
    {
        var seeded = await house.RunAsync(db => SeededPartnership.ConfirmAsync(db, expires, bound, Cancel));
        house.Organisation = seeded.Host;
        var activity = await house.RunAsync(db => seeded.PlanAsync(db, seeded.Trainees, "Campagne 2026", Cancel));
        await house.RunAsync(db => seeded.MeasureAsync(db, Cancel));
        return (seeded, activity);
    }

    internal static async Task<Partnership> ViewAsync(House house, SeededPartnership seeded) => (await house.Get<Partnerships>().ReadAsync(seeded.Agreement, house.Today, Cancel))!;

    private static async Task<IndicatorView> FigureAsync(House house, SeededPartnership seeded) => (await ViewAsync(house, seeded)).Indicators.Single();

    private static async Task<RecordDelivery.Response> RecordAsync(House house, Guid activity, RecordDelivery.Request request)
    {
        var done = await house.RunAsync(db => RecordDelivery.HandleAsync(activity, request, db, Cancel));
        return Assert.IsType<Ok<RecordDelivery.Response>>(done.Result).Value!;
    }
}
