using Microsoft.AspNetCore.Http.HttpResults;
using Shiraka.Ledger;
using Shiraka.Programme;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Programme;

public sealed class PlanHandlersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task The_first_plan_is_made_in_one_command_and_proposed_no_more(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var seeded = await SeedAsync(house);
        Guid[] all = [seeded.Trainees, seeded.Experts, seeded.Research];

        var made = Assert.IsType<Ok<ProposePlan.Response>>((await house.RunAsync(db =>
            ProposePlan.HandleAsync(seeded.Agreement, new(all, all, "ar"), db, house.Get<Partnerships>(), Cancel))).Result).Value!;

        Assert.Equal((3, 3), (made.Activities.Count, made.Indicators.Count));
        var view = await ThreadHandlersTests.ViewAsync(house, seeded);
        Assert.Empty(PlanProposal.For(view).Activities);
        Assert.Empty(PlanProposal.For(view).Indicators);
        Assert.All(view.Activities, activity => Assert.Contains(view.Axes, axis => axis.Id == activity.Axis));
        Assert.Equal(seeded.Partner, view.Commitments[2].Activities[0].Owner.Organisation);
        Assert.Equal(seeded.Host, view.Commitments[0].Activities[0].Owner.Organisation);
    }

    [Theory, OnBothStores]
    public async Task A_proposal_uses_the_axis_that_is_open_already(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var seeded = await SeedAsync(house);
        await house.RunAsync(db => OpenAxis.HandleAsync(seeded.Agreement, new("Formation et échanges"), db, Cancel));

        await house.RunAsync(db => ProposePlan.HandleAsync(seeded.Agreement, new([seeded.Trainees, seeded.Experts], []), db, house.Get<Partnerships>(), Cancel));

        Assert.Equal([("Formation et échanges", 1), ("Missions d’experts", 2)], (await ThreadHandlersTests.ViewAsync(house, seeded)).Axes.Select(axis => (axis.Title, axis.Ordinal)));
    }

    [Theory, OnBothStores]
    public async Task What_a_plan_names_must_belong_to_its_agreement(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var (seeded, other) = (await SeedAsync(house), await house.RunAsync(db => SeededPartnership.ConfirmAsync(db, cancel: Cancel)));

        async Task<string> RefusedAsync(AddActivity.Request request) =>
            (await Assert.ThrowsAsync<RefusedException>(() => house.RunAsync(db => AddActivity.HandleAsync(seeded.Agreement, request, db, Cancel)))).Code;

        Assert.Equal("programme.commitment-of-another-agreement", await RefusedAsync(Plan(seeded) with { Commitment = other.Experts }));
        Assert.Equal("programme.axis-of-another-agreement", await RefusedAsync(Plan(seeded) with { Axis = Guid.CreateVersion7() }));
        Assert.Equal("programme.owner-no-party", await RefusedAsync(Plan(seeded) with { Owner = other.Host }));
        Assert.Equal("programme.activity-without-title", await RefusedAsync(Plan(seeded) with { Title = " " }));
        Assert.Empty((await ThreadHandlersTests.ViewAsync(house, seeded)).Activities);
    }

    [Theory, OnBothStores]
    public async Task An_activity_moves_closes_and_opens_again_with_its_reasons_in_the_ledger(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var seeded = await SeedAsync(house);
        var activity = Assert.IsType<Ok<AddActivity.Response>>((await house.RunAsync(db => AddActivity.HandleAsync(seeded.Agreement, Plan(seeded), db, Cancel))).Result).Value!.Id;

        await house.RunAsync(db => ChangeActivity.RescheduleAsync(activity, new(new(2026, 7, 1), new(2026, 8, 1), "visas"), db, Cancel));
        await house.RunAsync(db => ChangeActivity.CloseAsync(activity, new(true, house.Today), db, Cancel));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => house.RunAsync(db => RecordDelivery.HandleAsync(activity, new("trop tard", house.Today), db, Cancel)));
        Assert.Equal("programme.activity-closed", refused.Code);
        await house.RunAsync(db => ChangeActivity.ReopenAsync(activity, new("trop tôt"), db, Cancel));

        var shown = Assert.Single((await ThreadHandlersTests.ViewAsync(house, seeded)).Activities);
        Assert.Equal(("visas", ActivityState.ToCome), (Assert.Single(shown.Moved).Reason, shown.State));
        Assert.Equal(4, (await house.Facts.OfStreamAsync(activity, Cancel)).Count);
    }

    [Theory, OnBothStores]
    public async Task An_indicator_keeps_its_rule_gets_new_targets_and_retires(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var seeded = await SeedAsync(house);
        var request = new DefineIndicator.Request("Missions", IndicatorKind.Count, "mission", SeededPartnership.Signed, seeded.Experts) { Targets = [new(new(2026, 9, 20), 4)] };
        var indicator = Assert.IsType<Ok<DefineIndicator.Response>>((await house.RunAsync(db => DefineIndicator.HandleAsync(seeded.Agreement, request, db, Cancel))).Result).Value!.Id;

        await house.RunAsync(db => ShowIndicator.RetargetAsync(indicator, new([new(new(2026, 9, 20), 6)], "avenant"), db, Cancel));
        Assert.Equal(6, Assert.Single((await ThreadHandlersTests.ViewAsync(house, seeded)).Indicators).Definition.Targets[0].Value);
        await house.RunAsync(db => ShowIndicator.RetireAsync(indicator, new("plus suivi"), db, Cancel));

        Assert.Empty((await ThreadHandlersTests.ViewAsync(house, seeded)).Indicators);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => house.RunAsync(db => ShowIndicator.RetireAsync(indicator, new("encore"), db, Cancel)));
        Assert.Equal("programme.indicator-retired", refused.Code);
    }

    private static AddActivity.Request Plan(SeededPartnership seeded) => new("Mission imagerie", new(2026, 1, 5), new(2026, 5, 31), seeded.Experts);

    private static async Task<SeededPartnership> SeedAsync(House house)
    {
        var seeded = await house.RunAsync(db => SeededPartnership.ConfirmAsync(db, cancel: Cancel));
        house.Organisation = seeded.Partner;
        return seeded;
    }
}
