using Shiraka.Programme;
using Xunit;

namespace Shiraka.Tests.Programme;

public sealed class StandingTests
{
    private static DateOnly Day(int year, int month, int day) => new(year, month, day);

    [Theory]
    [InlineData("2024-06-30", CommitmentState.Open)]
    [InlineData("2024-07-01", CommitmentState.Silent)]
    public void Without_a_fact_silence_begins_six_months_after_the_first_day(string today, CommitmentState state) =>
        Assert.Equal(state, new SealedHistory().Standing(DateOnly.Parse(today)).State);

    [Theory]
    [InlineData("2024-12-30", CommitmentState.OnTrack, 0)]
    [InlineData("2025-02-27", CommitmentState.OnTrack, 0)]
    [InlineData("2025-02-28", CommitmentState.Silent, 6)]
    [InlineData("2025-10-31", CommitmentState.Silent, 14)]
    public void Silence_counts_from_the_last_fact_also_from_a_31st(string today, CommitmentState state, int months)
    {
        var history = new SealedHistory();
        var activity = history.Plan(Day(2024, 8, 1), Day(2024, 9, 1));
        history.Deliver(activity, Day(2024, 8, 31));
        history.Seal(activity.Close(done: false, "given up", Day(2024, 8, 31), Day(2024, 8, 31)));
        var standing = history.Standing(DateOnly.Parse(today));
        Assert.Equal((state, months), (standing.State, standing.Months));
    }

    [Theory]
    [InlineData("2024-04-10", CommitmentState.OnTrack, 0)]
    [InlineData("2024-04-11", CommitmentState.Late, 0)]
    [InlineData("2024-06-10", CommitmentState.Late, 2)]
    public void The_day_something_is_due_is_not_late_yet(string today, CommitmentState state, int months)
    {
        var history = new SealedHistory();
        history.Deliver(history.Plan(Day(2024, 2, 1), Day(2024, 4, 10)), Day(2024, 2, 2));
        var standing = history.Standing(DateOnly.Parse(today));
        Assert.Equal((state, months), (standing.State, standing.Months));
    }

    [Fact]
    public void Late_wins_over_silent()
    {
        var history = new SealedHistory();
        history.Plan(Day(2024, 2, 1), Day(2024, 3, 1));
        Assert.Equal(CommitmentState.Late, history.Standing(Day(2025, 6, 1)).State);
    }

    [Fact]
    public void An_activity_to_come_holds_silence_back()
    {
        var history = new SealedHistory();
        history.Plan(Day(2025, 3, 1), Day(2025, 12, 1));
        Assert.Equal(CommitmentState.Open, history.Standing(Day(2025, 2, 1)).State);
        Assert.Equal(CommitmentState.Open, history.Standing(Day(2025, 8, 31)).State);
        Assert.Equal(CommitmentState.Silent, history.Standing(Day(2025, 9, 1)).State);
    }

    [Fact]
    public void A_commitment_is_kept_when_its_last_target_is_reached_and_nothing_is_open()
    {
        var history = new SealedHistory();
        history.Measure(history.First, new Target(Day(2024, 12, 31), 2));
        var activity = history.Plan(Day(2024, 2, 1), Day(2024, 11, 1));
        history.Deliver(activity, Day(2024, 3, 1), 2);
        Assert.Equal(CommitmentState.OnTrack, history.Standing(Day(2024, 4, 1)).State);
        history.Seal(activity.Close(done: true, null, Day(2024, 4, 2), Day(2024, 4, 2)));
        Assert.Equal(CommitmentState.Kept, history.Standing(Day(2026, 1, 1)).State);
        history.Seal(activity.Reopen("one report is missing", Day(2026, 1, 1)));
        Assert.Equal(CommitmentState.Late, history.Standing(Day(2026, 1, 1)).State);
    }

    [Theory]
    [InlineData("2024-12-30", CommitmentState.OnTrack)]
    [InlineData("2024-12-31", CommitmentState.Late)]
    public void Below_the_plan_is_late_from_the_day_the_target_is_due(string today, CommitmentState state)
    {
        var history = new SealedHistory();
        history.Measure(history.First, new Target(Day(2024, 12, 31), 4));
        history.Deliver(history.Plan(Day(2024, 11, 1), Day(2025, 11, 1)), Day(2024, 11, 2), 3);
        var standing = history.Standing(DateOnly.Parse(today));
        Assert.Equal(state, standing.State);
        if (state is CommitmentState.Late) Assert.Equal(Day(2024, 12, 31), standing.Since);
    }

    [Theory]
    [InlineData(3, CommitmentState.OnTrack)]
    [InlineData(4, CommitmentState.Kept)]
    public void Without_an_indicator_the_quantity_of_the_text_decides(long delivered, CommitmentState state)
    {
        var history = new SealedHistory(null, null, ("send_experts", 4));
        var activity = history.Plan(Day(2024, 2, 1), Day(2024, 6, 1));
        history.Deliver(activity, Day(2024, 3, 1), delivered);
        history.Seal(activity.Close(done: true, null, Day(2024, 3, 2), Day(2024, 3, 2)));
        Assert.Equal(state, history.Standing(Day(2024, 4, 1)).State);
    }

    [Fact]
    public void Nobody_falls_silent_after_the_end()
    {
        var history = new SealedHistory(expires: Day(2024, 12, 31));
        var activity = history.Plan(Day(2024, 8, 1), Day(2024, 12, 1));
        history.Deliver(activity, Day(2024, 9, 1));
        history.Seal(activity.Close(done: false, "given up", Day(2024, 9, 2), Day(2024, 9, 2)));
        Assert.Equal(CommitmentState.OnTrack, history.Standing(Day(2026, 1, 1)).State);
        history.Term(new(SealedHistory.Signed, Day(2027, 12, 31)), Day(2024, 12, 1));
        Assert.Equal(CommitmentState.Silent, history.Standing(Day(2026, 1, 1)).State);
    }
}
