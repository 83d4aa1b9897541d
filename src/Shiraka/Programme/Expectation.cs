namespace Shiraka.Programme;

/// <summary>How an indicator stands against its plan. Data that is too old is its own state, never red.</summary>
public enum IndicatorState { NoTarget, NoData, LateData, Red, Amber, Green }

/// <summary>Share of the way from the baseline to the next target.</summary>
/// <param name="Share">1 is reached, more is kept; null where it cannot be computed.</param>
/// <param name="NextTarget">The first target dated after the value, else the last one.</param>
/// <param name="WithoutBaseline">True where the share is value over target because no baseline was given.</param>
public sealed record Progress(decimal? Share, Target? NextTarget, bool WithoutBaseline);

/// <summary>What the plan of an indicator asks for on a day, and how a value stands against it.</summary>
internal static class Expectation
{
    /// <summary>
    /// The value the plan asks for at the end of a day: on the line between the targets around it, or the last target that
    /// is due (step). Whole-step kinds are rounded towards the baseline. Null without targets or before the start.
    /// </summary>
    public static decimal? On(IndicatorDefinition indicator, DateOnly day)
    {
        if (indicator.Targets.Count == 0 || day < indicator.StartsOn) return null;
        var start = indicator.Baseline ?? (indicator.Direction is IndicatorDirection.Down ? indicator.Targets[0].Value : 0m);
        var before = new Target(indicator.StartsOn, start);
        foreach (var target in indicator.Targets)
        {
            if (day < target.On) return Between(indicator, before, target, day);
            before = target;
        }

        return before.Value;
    }

    public static Progress Progress(IndicatorDefinition indicator, IndicatorValue value)
    {
        var next = indicator.Targets.FirstOrDefault(target => target.On > value.On) ?? (indicator.Targets.Count == 0 ? null : indicator.Targets[^1]);
        if (next is null || value.Value is not { } current) return new(null, next, indicator.Baseline is null);
        if (indicator.Baseline is not { } baseline) return new(next.Value == 0 ? null : current / next.Value, next, WithoutBaseline: true);
        return new(next.Value == baseline ? null : (current - baseline) / (next.Value - baseline), next, WithoutBaseline: false);
    }

    public static IndicatorState State(IndicatorDefinition indicator, IndicatorValue value, ProgrammeRules rules)
    {
        if (indicator.Targets.Count == 0) return IndicatorState.NoTarget;
        var expected = On(indicator, value.On);
        if (value.Value is not { } current)
        {
            // Nothing known although nothing was due is grey; nothing known when something was due is behind for what is counted.
            var due = expected is { } amount && amount > (indicator.Baseline ?? 0) && indicator is { IsWhole: true, Direction: IndicatorDirection.Up };
            return due ? IndicatorState.Red : IndicatorState.NoData;
        }

        if (indicator.CadenceMonths is { } months && value.LastFactOn is { } last && last.AddMonths(months) < value.On) return IndicatorState.LateData;
        if (expected is not { } asked) return IndicatorState.Green;
        var share = ShareOfExpected(indicator, current, asked);
        return share >= rules.GreenFrom ? IndicatorState.Green : share >= rules.AmberFrom ? IndicatorState.Amber : IndicatorState.Red;
    }

    /// <summary>True where the last target is reached, whatever its date.</summary>
    public static bool Reached(IndicatorDefinition indicator, IndicatorValue value) =>
        indicator.Targets.Count > 0 && value.Value is { } current
        && (indicator.Direction is IndicatorDirection.Up ? current >= indicator.Targets[^1].Value : current <= indicator.Targets[^1].Value);

    /// <summary>
    /// First day on which today's value fell short of the plan. Plans move one way, so the day is found by halving.
    /// </summary>
    public static DateOnly? BehindSince(IndicatorDefinition indicator, IndicatorValue value, ProgrammeRules rules)
    {
        bool Behind(DateOnly day) => State(indicator, value with { On = day, LastFactOn = null }, rules) is IndicatorState.Red or IndicatorState.Amber;
        if (!Behind(value.On)) return null;
        var (low, high) = (indicator.StartsOn.DayNumber, value.On.DayNumber);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Behind(DateOnly.FromDayNumber(middle))) high = middle;
            else low = middle + 1;
        }

        return DateOnly.FromDayNumber(low);
    }

    private static decimal ShareOfExpected(IndicatorDefinition indicator, decimal current, decimal asked)
    {
        if (indicator.Direction is IndicatorDirection.Down && indicator.Baseline is null)
            return current <= asked ? 1m : asked / current;
        var baseline = indicator.Baseline ?? 0m;
        if (asked == baseline) return indicator.Direction is IndicatorDirection.Up == current >= baseline || current == baseline ? 1m : 0m;
        return (current - baseline) / (asked - baseline);
    }

    private static decimal Between(IndicatorDefinition indicator, Target before, Target next, DateOnly day)
    {
        if (indicator.Expects is Interpolation.Step) return before.Value;
        var share = (decimal)(day.DayNumber - before.On.DayNumber) / (next.On.DayNumber - before.On.DayNumber);
        var value = before.Value + ((next.Value - before.Value) * share);
        if (!indicator.IsWhole) return value;
        return next.Value >= before.Value ? Math.Floor(value) : Math.Ceiling(value);
    }
}
