namespace Shiraka.Programme;

/// <summary>
/// The bar of an activity on the twelve months of a plan year: <paramref name="From"/> and <paramref name="To"/> in months
/// from 0 to 12, <paramref name="Share"/> of it done from 0 to 1 (null where nothing can be counted).
/// </summary>
/// <param name="Former">Bars of dates it had before it was moved.</param>
/// <param name="LateDays">Days past the due date; 0 where it is not late.</param>
public sealed record PlanBar(ActivityView Activity, decimal From, decimal To, decimal? Share, IReadOnlyList<(decimal From, decimal To)> Former, int LateDays);

/// <summary>An indicator with its value at the end of each month that has begun.</summary>
public sealed record PlanMeasure(IndicatorView Indicator, IReadOnlyList<(DateOnly On, decimal? Value)> Points);

/// <summary>Activities of one axis (null: outside any), with the indicators that measure it.</summary>
public sealed record PlanAxis(AxisView? Axis, IReadOnlyList<PlanBar> Bars, IReadOnlyList<PlanMeasure> Measures);

/// <summary>The plan of one year of the agreement, ready to be drawn.</summary>
/// <param name="Now">Where today lies, in share of the year; below 0 or above 1 outside it.</param>
/// <param name="Advance">Weighted share done of the activities that have something to count; null where none has.</param>
/// <param name="Expected">Weighted share that should be done by today, on a straight line over each activity.</param>
public sealed record PlanYear(
    int Year, DateOnly FirstDay, DateOnly LastDay, IReadOnlyList<DateOnly> Months, decimal Now, IReadOnlyDictionary<ActivityState, int> Tally,
    decimal? Advance, decimal? Expected, IReadOnlyList<PlanAxis> Axes)
{
    /// <summary>Activities without a quantity to reach, which no share of the plan can count until they are closed.</summary>
    public int Uncounted { get; init; }

    /// <summary>An activity is shown in every year it reaches into, whichever year it was planned for; one that is late reaches to today.</summary>
    public static PlanYear Of(Partnership view, int year)
    {
        var (first, last, months) = (view.Years.FirstDay(year), view.Years.LastDay(year), view.Years.Months(year));
        var shown = view.Activities.Where(activity => activity.StartsOn <= last && LastShown(activity, view.Today) >= first).ToList();
        var calendar = new YearScale(months, last);

        var axes = view.Axes.Select(axis => (AxisView?)axis).Append(null).Select(axis => new PlanAxis(
            axis,
            [.. shown.Where(activity => activity.Axis == axis?.Id).Select(activity => Bar(activity, calendar, view.Today))],
            [.. view.Indicators.Where(indicator => AxisOf(view, indicator) == axis?.Id).Select(indicator => Measure(view, indicator, calendar))]))
            .Where(axis => axis.Axis is not null || axis.Bars.Count > 0 || axis.Measures.Count > 0).ToList();

        var counted = shown.Where(activity => activity.Share is not null).ToList();
        decimal weight = counted.Sum(activity => activity.Weight);
        return new(
            year, first, last, months, (decimal)(view.Today.DayNumber - first.DayNumber) / (last.DayNumber - first.DayNumber + 1),
            Enum.GetValues<ActivityState>().ToDictionary(state => state, state => shown.Count(activity => activity.State == state)),
            weight == 0 ? null : counted.Sum(activity => activity.Weight * Math.Min(1m, activity.Share ?? 0m)) / weight,
            weight == 0 ? null : counted.Sum(activity => activity.Weight * ElapsedShare(activity, view.Today)) / weight, axes)
        {
            Uncounted = shown.Count - counted.Count,
        };
    }

    // What is late goes on until somebody closes or moves it, also into the next year.
    private static DateOnly LastShown(ActivityView activity, DateOnly today) => activity.State is ActivityState.Late ? today : activity.DueOn;

    private static PlanBar Bar(ActivityView activity, YearScale scale, DateOnly today) => new(
        activity, scale.Start(activity.StartsOn), scale.End(activity.ClosedOn is { } closed && closed >= activity.StartsOn ? closed : activity.DueOn),
        activity.Share is { } share ? Math.Min(1m, share) : null,
        [.. activity.Moved.Where(former => former.DueOn >= scale.FirstDay && former.StartsOn <= scale.LastDay)
            .Select(former => (scale.Start(former.StartsOn), scale.End(former.DueOn)))],
        activity.State is ActivityState.Late ? today.DayNumber - activity.DueOn.DayNumber : 0);

    private static PlanMeasure Measure(Partnership view, IndicatorView indicator, YearScale scale)
    {
        var facts = view.Done.ToList();
        return new(indicator, [.. scale.MonthEnds.Where(end => end < view.Today).Append(view.Today < scale.LastDay ? view.Today : scale.LastDay)
            .Where(day => day >= scale.FirstDay).Distinct().Select(day => (day, indicator.Definition.Evaluate(facts, day).Value))]);
    }

    private static Guid? AxisOf(Partnership view, IndicatorView indicator) =>
        indicator.Definition.Axis ?? view.Activities.FirstOrDefault(activity => activity.Id == indicator.Definition.Activity)?.Axis
        ?? (indicator.Definition.Under == view.Agreement ? null : view.Activities.FirstOrDefault(activity => activity.Under == indicator.Definition.Under && activity.Axis is not null)?.Axis);

    private static decimal ElapsedShare(ActivityView activity, DateOnly today)
    {
        var days = activity.DueOn.DayNumber - activity.StartsOn.DayNumber + 1;
        return Math.Clamp((decimal)(today.DayNumber - activity.StartsOn.DayNumber + 1) / days, 0m, 1m);
    }
}

/// <summary>Days as months from 0 to 12; each month has the same width whatever its length.</summary>
internal sealed class YearScale(IReadOnlyList<DateOnly> months, DateOnly lastDay)
{
    public DateOnly FirstDay => months[0];
    public DateOnly LastDay => lastDay;
    public IEnumerable<DateOnly> MonthEnds => months.Skip(1).Select(month => month.AddDays(-1)).Append(lastDay);

    public decimal Start(DateOnly day) => At(day);

    /// <summary>The end of a day: a bar of one day has a width.</summary>
    public decimal End(DateOnly day) => At(day.AddDays(1));

    private decimal At(DateOnly day)
    {
        if (day <= months[0]) return 0m;
        if (day > lastDay) return 12m;
        var month = months.Count - 1;
        while (months[month] > day) month--;
        var next = month == 11 ? lastDay.AddDays(1) : months[month + 1];
        return decimal.Round(month + ((decimal)(day.DayNumber - months[month].DayNumber) / (next.DayNumber - months[month].DayNumber)), 2);
    }
}
