using Shiraka.Programme;
using Xunit;

namespace Shiraka.Tests.Programme;

public sealed class IndicatorTests
{
    private static readonly Guid Agreement = Guid.CreateVersion7();
    private static readonly Guid Commitment = Guid.CreateVersion7();
    private static readonly ProgrammeRules Rules = ProgrammeRules.On(new(2026, 1, 1));

    private static IndicatorDefinition Of(IndicatorKind kind, params Target[] targets) =>
        new(Guid.CreateVersion7(), Agreement, Commitment, "x", kind, "person", ["delivery.recorded"], new(2024, 1, 1)) { Targets = targets };

    private static DoneFact Fact(long seq, string on, long quantity) =>
        new(seq, Guid.CreateVersion7(), "delivery.recorded", DateOnly.Parse(on), Commitment, Commitment, Agreement, quantity, "person");

    private static DateOnly Day(string day) => DateOnly.Parse(day);

    [Fact]
    public void A_ratio_is_never_the_mean_of_ratios()
    {
        var value = Of(IndicatorKind.Ratio).Evaluate([Fact(0, "2024-02-01", 1) with { Denominator = 1 }, Fact(1, "2024-03-01", 0) with { Denominator = 9 }], Day("2025-01-01"));
        Assert.Equal((10m, 1L, 10L), (value.Value, value.Numerator, value.Denominator));
    }

    [Fact]
    public void A_stock_takes_the_last_day_and_of_one_day_the_last_sealed()
    {
        DoneFact[] facts = [Fact(0, "2024-05-01", 40), Fact(1, "2024-03-01", 90), Fact(2, "2024-05-01", 38)];
        Assert.Equal(38, Of(IndicatorKind.Cumulative).Evaluate(facts, Day("2025-01-01")).Value);
        Assert.Equal(90, Of(IndicatorKind.Cumulative).Evaluate(facts, Day("2024-04-30")).Value);
    }

    [Fact]
    public void A_fact_of_another_unit_type_or_commitment_does_not_count()
    {
        var other = Guid.CreateVersion7();
        DoneFact[] facts =
        [
            Fact(0, "2024-02-01", 3), Fact(1, "2024-02-01", 5) with { Unit = "day" }, Fact(2, "2024-02-01", 7) with { Type = "placement.completed" },
            Fact(3, "2024-02-01", 11) with { Under = other }, Fact(4, "2023-12-31", 13),
        ];
        Assert.Equal([0L], Of(IndicatorKind.Count).Evaluate(facts, Day("2025-01-01")).Seqs);
    }

    [Theory]
    [InlineData(Interpolation.Linear, "2024-01-01", 0)]
    [InlineData(Interpolation.Linear, "2024-12-30", 3)]
    [InlineData(Interpolation.Linear, "2024-12-31", 4)]
    [InlineData(Interpolation.Step, "2024-12-30", 0)]
    [InlineData(Interpolation.Step, "2024-12-31", 4)]
    [InlineData(Interpolation.Linear, "2027-01-01", 10)]
    public void What_is_expected_follows_the_declared_interpolation_in_whole_steps(Interpolation expects, string day, int expected) =>
        Assert.Equal(expected, Expectation.On(Of(IndicatorKind.Count, new(Day("2024-12-31"), 4), new(Day("2025-12-31"), 10)) with { Expects = expects }, Day(day)));

    [Theory]
    [InlineData(3, IndicatorState.Green)]
    [InlineData(2, IndicatorState.Amber)]
    [InlineData(1, IndicatorState.Red)]
    public void Below_nine_tenths_is_amber_and_below_six_tenths_red(int done, IndicatorState state)
    {
        var indicator = Of(IndicatorKind.Count, new Target(Day("2024-12-31"), 3)) with { Expects = Interpolation.Step };
        Assert.Equal(state, Expectation.State(indicator, indicator.Evaluate([Fact(0, "2024-02-01", done)], Day("2025-02-01")), Rules));
    }

    [Fact]
    public void Old_data_is_its_own_state_and_no_data_is_grey_until_something_is_due()
    {
        var indicator = Of(IndicatorKind.Count, new Target(Day("2024-12-31"), 30)) with { CadenceMonths = 3, Expects = Interpolation.Step };
        IndicatorState On(string day, params DoneFact[] facts) => Expectation.State(indicator, indicator.Evaluate(facts, Day(day)), Rules);
        Assert.Equal(IndicatorState.NoData, On("2024-12-30"));
        Assert.Equal(IndicatorState.Red, On("2024-12-31"));
        Assert.Equal(IndicatorState.Green, On("2024-05-29", Fact(0, "2024-02-29", 30)));
        Assert.Equal(IndicatorState.LateData, On("2024-05-30", Fact(0, "2024-02-29", 30)));
    }

    [Fact]
    public void A_falling_indicator_progresses_downwards()
    {
        var indicator = Of(IndicatorKind.Cumulative, new Target(Day("2024-12-31"), 40)) with { Baseline = 60, Direction = IndicatorDirection.Down };
        var value = indicator.Evaluate([Fact(0, "2024-06-01", 45)], Day("2024-12-31"));
        Assert.Equal(0.75m, Expectation.Progress(indicator, value with { On = Day("2024-12-30") }).Share);
        Assert.Equal(IndicatorState.Amber, Expectation.State(indicator, value, Rules));
        Assert.False(Expectation.Reached(indicator, value));
    }

    [Fact]
    public void A_ceiling_without_a_baseline_is_kept_below_it()
    {
        var indicator = Of(IndicatorKind.Cumulative, new Target(Day("2024-12-31"), 48)) with { Direction = IndicatorDirection.Down };
        Assert.Equal(IndicatorState.Green, Expectation.State(indicator, indicator.Evaluate([Fact(0, "2024-06-01", 31)], Day("2024-07-01")), Rules));
        Assert.Equal(IndicatorState.Red, Expectation.State(indicator, indicator.Evaluate([Fact(0, "2024-06-01", 96)], Day("2024-07-01")), Rules));
    }

    [Fact]
    public void Progress_says_when_it_cannot_be_computed_and_keeps_what_exceeds()
    {
        var value = Of(IndicatorKind.Count).Evaluate([Fact(0, "2024-06-01", 6)], Day("2024-07-01"));
        Assert.Null(Expectation.Progress(Of(IndicatorKind.Count, new Target(Day("2024-12-31"), 4)) with { Baseline = 4 }, value).Share);
        var unmarked = Expectation.Progress(Of(IndicatorKind.Count, new Target(Day("2024-12-31"), 4)), value);
        Assert.Equal((1.5m, true), (unmarked.Share, unmarked.WithoutBaseline));
    }

    [Fact]
    public void Parts_and_unknown_add_up_to_the_total_and_contradictions_are_named()
    {
        static DoneFact With(DoneFact fact, string category, long part) => fact with
        {
            Breakdown = new Dictionary<string, IReadOnlyDictionary<string, long>> { ["sex"] = new Dictionary<string, long> { [category] = part } },
        };
        var cut = Disaggregation.Of("sex", [With(Fact(0, "2024-02-01", 12), "female", 9), With(Fact(1, "2024-02-01", 8), "male", 6), With(Fact(2, "2024-02-01", 1), "male", 2)]);
        Assert.Equal((21L, 6L), (cut.Total, cut.Unknown));
        Assert.Equal([2L], cut.Exceeding);
        Assert.Equal(cut.Total, cut.Parts.Sum(part => part.Quantity) + cut.Unknown);
    }

    [Fact]
    public void A_small_cell_takes_a_second_one_with_it()
    {
        var shown = new Disaggregation("site", 50, [new("a", 3), new("b", 20), new("c", 27)], 0, []).ForThePublic(5);
        Assert.Equal([null, null, 27L], shown.Parts.Select(part => part.Quantity));
        Assert.Equal(0, shown.Unknown);
        Assert.Equal([5L, 45L], new Disaggregation("site", 50, [new("a", 5), new("b", 45)], 0, []).ForThePublic(5).Parts.Select(part => part.Quantity));
    }
}
