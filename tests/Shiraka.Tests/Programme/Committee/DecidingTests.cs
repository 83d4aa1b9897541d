using Microsoft.AspNetCore.Http.HttpResults;
using Shiraka.Ledger;
using Shiraka.Programme;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Programme;

public sealed class DecidingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task A_committee_is_formed_called_moved_held_decides_and_carries_out(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        var partners = await Partners.SealAsync(house);
        var partnerships = house.Get<Partnerships>();

        await house.RunAsync(db => FormCommittee.HandleAsync(partners.Agreement, new("Comité", [new(partners.Ours, "chair", "Dr A"), new(partners.Theirs, "titular")], 2), db, partnerships, Cancel));
        await house.RunAsync(db => CallSession.AgainAsync(partners.Next, new(Partners.Today, "Kamenge"), db, Cancel));
        await house.RunAsync(db => HoldSession.HandleAsync(partners.Next, new(Partners.Today, [partners.Ours]), db, Cancel));
        var taken = await house.RunAsync(db => DecideAsync(db, partnerships, partners));
        await house.RunAsync(db => ExecuteDecision.HandleAsync(taken.Decision, new(Partners.Today, "fait"), db, Cancel));

        var view = (await partnerships.ReadAsync(partners.Agreement, Partners.Today, Cancel))!;
        Assert.Equal(["chair", "titular"], view.Committee!.Seats.Select(seat => seat.Role));
        Assert.Equal((SessionState.Held, "Kamenge", 2), (view.Sessions[1].State, view.Sessions[1].Place, view.Sessions[1].Ordinal));
        var decision = view.Decisions.Single(one => one.Id == taken.Decision);
        Assert.Equal((1, DecisionState.Executed, "CHU Ibn Sina"), (decision.Number, decision.State, decision.Owner.Name));
    }

    [Theory, OnBothStores]
    public async Task Two_decisions_with_the_same_number_do_not_both_enter(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        var partners = await Partners.SealAsync(house);
        var partnerships = house.Get<Partnerships>();

        var again = await Assert.ThrowsAsync<RefusedException>(() => house.RunAsync(db => DecideAsync(db, partnerships, partners, partners.Held, 2)));
        Assert.Equal(("programme.decision-number-taken", "Number"), (again.Code, again.Field));

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                return (await house.RunAsync(db => DecideAsync(db, partnerships, partners, partners.Held, 3))).Number;
            }
            catch (RefusedException e) when (e.Code == "programme.decision-number-taken")
            {
                return 0;
            }
        }));
        Assert.Equal([0, 3], both.Order());
        Assert.Equal([1, 2, 3], (await partnerships.ReadAsync(partners.Agreement, Partners.Today, Cancel))!.Decisions.Select(one => one.Number).Order());
    }

    [Theory, OnBothStores]
    public async Task A_session_number_is_given_once(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        var partners = await Partners.SealAsync(house);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => house.RunAsync(db => CallSession.HandleAsync(partners.Agreement, new(Partners.Today, "Rabat", 2), db, Cancel)));
        Assert.Equal("programme.session-number-taken", refused.Code);
        var called = await house.RunAsync(db => CallSession.HandleAsync(partners.Agreement, new(Partners.Today, "Rabat"), db, Cancel));
        Assert.Equal(3, Assert.IsType<Ok<CallSession.Response>>(called.Result).Value!.Number);
    }

    [Theory, OnBothStores]
    public async Task Who_is_no_party_finds_nothing_and_owes_nothing(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        var partners = await Partners.SealAsync(house);
        var partnerships = house.Get<Partnerships>();
        var stranger = await Assert.ThrowsAsync<RefusedException>(() => house.RunAsync(db =>
            TakeDecision.HandleAsync(partners.Held, new("Payer", Guid.CreateVersion7(), Partners.Today), db, partnerships, Cancel)));
        Assert.Equal("programme.not-a-party", stranger.Code);

        house.Organisation = Guid.CreateVersion7();
        Assert.IsType<NotFound>((await house.RunAsync(db => CallSession.HandleAsync(partners.Agreement, new(Partners.Today, "Rabat"), db, Cancel))).Result);
        Assert.IsType<NotFound>((await house.RunAsync(db => HoldSession.HandleAsync(partners.Next, new(Partners.Today, []), db, Cancel))).Result);
        Assert.IsType<NotFound>((await house.RunAsync(db => ExecuteDecision.HandleAsync(partners.Open, new(Partners.Today), db, Cancel))).Result);
    }

    [Fact]
    public async Task A_commitment_of_another_agreement_is_refused()
    {
        await using var house = await Partners.OpenAsync(StoreKind.Sqlite);
        var partners = await Partners.SealAsync(house);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => house.RunAsync(db =>
            TakeDecision.HandleAsync(partners.Held, new("Agir", partners.Ours, Partners.Today, Commitment: Guid.CreateVersion7()), db, house.Get<Partnerships>(), Cancel)));
        Assert.Equal("programme.not-a-commitment", refused.Code);
    }

    private static async Task<TakeDecision.Response> DecideAsync(ShirakaDb db, Partnerships partnerships, Partners partners, Guid? session = null, int? number = null)
    {
        var done = await TakeDecision.HandleAsync(
            session ?? partners.Next, new("Relancer la recherche", partners.Ours, Partners.Today.AddDays(30), Commitment: partners.Promises[1], Number: number), db, partnerships, Cancel);
        return Assert.IsType<Ok<TakeDecision.Response>>(done.Result).Value!;
    }
}
