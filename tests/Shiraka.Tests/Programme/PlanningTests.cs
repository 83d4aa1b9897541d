using Shiraka.Agreements;
using Shiraka.Ledger;
using Shiraka.Programme;
using Xunit;

namespace Shiraka.Tests.Programme;

public sealed class PlanningTests
{
    private static readonly DateOnly Today = new(2024, 6, 1);
    private readonly SealedHistory _history = new();

    private static string Refused(Action action) => Assert.Throws<RefusedException>(action).Code;

    [Fact]
    public void A_plan_that_contradicts_itself_is_refused()
    {
        string With(ActivityPlan plan) => Refused(() => Activity.Plan(_history.Agreement, _history.First, plan, _history.Years, Today));
        var plan = new ActivityPlan("Mission", new(2024, 2, 1), new(2024, 3, 1), _history.Owner);
        Assert.Equal("programme.activity-without-title", With(plan with { Title = " " }));
        Assert.Equal("programme.due-before-start", With(plan with { DueOn = new(2024, 1, 31) }));
        Assert.Equal("programme.before-agreement", With(plan with { StartsOn = new(2023, 12, 31) }));
        Assert.Equal("programme.quantity-not-positive", With(plan with { ExpectedQuantity = 0, ExpectedUnit = "mission" }));
        Assert.Equal("programme.quantity-without-unit", With(plan with { ExpectedQuantity = 3 }));
    }

    [Fact]
    public void What_was_done_is_refused_where_its_numbers_contradict_each_other()
    {
        var activity = _history.Plan(new(2024, 2, 1), new(2024, 12, 1));
        string With(Done done) => Refused(() => activity.RecordDelivery(done, Coverage.Unknown, Today));
        var done = new Done("three trained", Today, 3, "person");
        Assert.Equal("programme.quantity-not-positive", With(done with { Quantity = 0 }));
        Assert.Equal("programme.date-in-future", With(done with { On = Today.AddDays(1) }));
        Assert.Equal("programme.part-over-whole", With(done with { Denominator = 2 }));
        Assert.Equal("programme.subject-is-one", With(done with { Subject = "p1" }));
        Assert.Equal("programme.parts-over-total", With(done with
        {
            Breakdown = new Dictionary<string, IReadOnlyDictionary<string, long>> { ["sex"] = new Dictionary<string, long> { ["female"] = 2, ["male"] = 2 } },
        }));
    }

    [Fact]
    public void A_delivery_is_withdrawn_once_and_by_its_own_activity()
    {
        var (activity, other) = (_history.Plan(new(2024, 2, 1), new(2024, 12, 1)), _history.Plan(new(2024, 2, 1), new(2024, 12, 1)));
        var delivery = _history.Deliver(activity, new(2024, 3, 1));
        Assert.Equal("programme.delivery-of-another-activity", Refused(() => other.WithdrawDelivery(delivery, "a mistake", Today)));
        Assert.Equal("programme.reason-missing", Refused(() => activity.WithdrawDelivery(delivery, "", Today)));
        _history.Seal(activity.WithdrawDelivery(delivery, "a mistake", Today));
        Assert.Equal("programme.delivery-already-withdrawn", Refused(() => activity.WithdrawDelivery(delivery, "again", Today)));
        Assert.Equal([1L, 2L, 3L], _history.Facts.Where(fact => fact.Stream == activity.Id).Select(fact => fact.StreamVersion));
    }

    [Fact]
    public void Nothing_is_recorded_on_a_closed_activity_until_it_is_reopened()
    {
        var activity = _history.Plan(new(2024, 2, 1), new(2024, 12, 1));
        activity.Close(done: true, null, Today, Today);
        Assert.Equal("programme.activity-closed", Refused(() => activity.RecordDelivery(new("late", Today), Coverage.Unknown, Today)));
        Assert.Equal("programme.activity-closed", Refused(() => activity.Close(done: true, null, Today, Today)));
        activity.Reopen("one more", Today);
        Assert.Equal(5, activity.RecordDelivery(new("late", Today), Coverage.Unknown, Today).StreamVersion + 1);
    }

    [Fact]
    public void A_fact_outside_every_instrument_is_kept_and_marked_and_a_prorogation_covers_it()
    {
        var history = new SealedHistory(expires: new(2024, 12, 31));
        var activity = history.Plan(new(2024, 10, 1), new(2025, 12, 1));
        history.Deliver(activity, new(2025, 2, 1), coverage: Coverage.Of(new TermRecord(new(SealedHistory.Signed, new(2024, 12, 31))).On(new(2025, 2, 1)), SealedHistory.Signed));
        Assert.True(Assert.Single(history.On(new(2025, 3, 1)).Done).Uncovered);
        history.Term(new(SealedHistory.Signed, new(2025, 12, 31)), new(2025, 3, 1));
        Assert.False(Assert.Single(history.On(new(2025, 3, 1)).Done).Uncovered);
    }

    [Fact]
    public void Where_nobody_said_when_it_enters_into_force_nothing_before_the_signature_is_covered()
    {
        Shiraka.Agreements.Terms.ConventionCalendar Calendar(DateOnly? lastDay = null) => new TermRecord(LastDay: lastDay).On(Today);
        var (before, signed) = (new DateOnly(2020, 1, 5), new DateOnly(2024, 3, 3));
        Assert.Null(Calendar().InForceOn);
        var coverage = Coverage.Of(Calendar(), signed);
        Assert.Equal([false, false, true, true], [coverage.Covers(before), coverage.Covers(signed.AddDays(-1)), coverage.Covers(signed), coverage.Covers(Today)]);
        Assert.Equal([false, true, false], [Coverage.Of(Calendar(Today), signed).Covers(before), Coverage.Of(Calendar(Today), signed).Covers(Today), Coverage.Of(Calendar(Today), signed).Covers(Today.AddDays(1))]);
        Assert.True(Coverage.Of(Calendar(), signedOn: null).Covers(before));
        Assert.True(Coverage.Of(Calendar(Today), signedOn: null).Covers(before));
    }

    [Fact]
    public void The_life_of_an_agreement_does_not_begin_with_a_fact_of_before_it()
    {
        var activity = _history.Plan(new(2024, 2, 1), new(2024, 12, 1));
        _history.Deliver(activity, new(2020, 1, 5));
        Assert.Equal(["signed", "today"], _history.On(Today).Timeline.Select(mark => mark.Kind));
        _history.Deliver(activity, new(2024, 3, 1));
        Assert.Equal([("signed", SealedHistory.Signed), ("first_fact", new DateOnly(2024, 3, 1)), ("today", Today)], _history.On(Today).Timeline.Select(mark => (mark.Kind, mark.On)));
    }

    [Fact]
    public void Erasing_the_body_of_a_withdrawal_does_not_bring_the_quantity_back()
    {
        var activity = _history.Plan(new(2024, 2, 1), new(2024, 12, 1), expected: 9);
        var delivery = _history.Deliver(activity, new(2024, 3, 1), 4);
        _history.Deliver(activity, new(2024, 3, 2), 5);
        _history.Seal(activity.WithdrawDelivery(delivery, "a mistake", Today));
        SealedFact[] erased = [.. _history.Facts.Select(fact => fact.Type.StartsWith("delivery.", StringComparison.Ordinal) ? fact with { Json = null } : fact)];
        var view = Partnership.From(erased, Today).Activities.Single();
        Assert.Equal(5, view.Delivered);
    }

    [Fact]
    public void A_fact_of_another_module_counts_and_is_netted_by_its_own_withdrawal()
    {
        var placement = Guid.CreateVersion7();
        SealedFact Other(long seq, string type, string json) => new(
            seq, Guid.CreateVersion7(), type, 1, placement, seq, _history.First, 90, "day", new(2024, 5, 1), 0, _history.Host, _history.Host, json);
        var completed = Other(10, "placement.completed", """{"subject":{"person":"x"},"level":"high","note":"ended"}""");
        var withdrawn = Other(11, "placement.completion_withdrawn", $$"""{"withdraws":"{{completed.Id}}"}""");
        var done = Assert.Single(Partnership.From(_history.Facts.Append(completed), Today).Done);
        Assert.Equal((90L, "ended", null, null), (done.Quantity, done.Note, done.Subject, done.Level));
        Assert.Empty(Partnership.From(_history.Facts.Append(completed).Append(withdrawn), Today).Done);
    }

    [Fact]
    public void Evidence_that_arrives_later_stands_beside_the_first()
    {
        var activity = _history.Plan(new(2024, 2, 1), new(2024, 12, 1));
        var delivery = _history.Deliver(activity, new(2024, 3, 1));
        Assert.Single(_history.On(Today).Commitments[0].WithoutEvidence);
        _history.Seal(activity.AttachEvidence(delivery, [new("ab", "report.pdf", "application/pdf", 12, "Mission report")], Today));
        Assert.Empty(_history.On(Today).Commitments[0].WithoutEvidence);
    }

    [Fact]
    public void A_position_of_the_ledger_shows_what_was_known_then()
    {
        var activity = _history.Plan(new(2024, 2, 1), new(2024, 4, 1));
        var known = _history.Facts.Count;
        _history.Seal(activity.Reschedule(new(2024, 9, 1), new(2024, 10, 1), "visa", _history.Years, new(2024, 4, 2)));
        Assert.Equal(ActivityState.Late, Partnership.From(_history.Facts.Take(known), Today).Activities.Single().State);
        var moved = _history.On(Today).Activities.Single();
        Assert.Equal(ActivityState.ToCome, moved.State);
        Assert.Equal(new DateOnly(2024, 4, 1), Assert.Single(moved.Moved).DueOn);
    }

    [Fact]
    public void Targets_follow_each_other() => Assert.Equal("programme.targets-out-of-order", Refused(() => _history.Measure(
        _history.First, new Target(new(2024, 12, 31), 1), new Target(new(2024, 12, 31), 2))));

    [Fact]
    public void Facts_without_a_confirmation_are_no_partnership() =>
        Assert.Equal("programme.agreement-unknown", Refused(() => Partnership.From(_history.Facts.Skip(1), Today)));
}
