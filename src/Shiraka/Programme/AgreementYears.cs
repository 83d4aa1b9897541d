namespace Shiraka.Programme;

/// <summary>
/// Years of the agreement, not of the calendar. Every bound counts from the anchor date itself, so a year anchored on
/// 31 August or 29 February never drifts: 29 February gives 28 February in common years and 29 again in leap years.
/// </summary>
/// <param name="Anchor">First day of year 1.</param>
public readonly record struct AgreementYears(DateOnly Anchor)
{
    public DateOnly FirstDay(int year) => Anchor.AddYears(year - 1);

    /// <summary>The day before the next year starts.</summary>
    public DateOnly LastDay(int year) => Anchor.AddYears(year).AddDays(-1);

    /// <summary>The year a day falls in: 1 from the anchor on, 0 for the twelve months before it.</summary>
    public int YearOf(DateOnly day)
    {
        var year = day.Year - Anchor.Year + 1;
        return day < FirstDay(year) ? year - 1 : year;
    }

    /// <summary>First days of the twelve months of a year, each counted from the anchor.</summary>
    public IReadOnlyList<DateOnly> Months(int year)
    {
        var anchor = Anchor;
        return [.. Enumerable.Range((year - 1) * 12, 12).Select(anchor.AddMonths)];
    }

    /// <summary>Whole months from one day to a later one; 0 where it is not later. 31 January to 28 February is one month.</summary>
    public static int WholeMonths(DateOnly from, DateOnly to)
    {
        if (to <= from) return 0;
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }
}
