using Shiraka.Agreements.Terms;

namespace Shiraka.Programme;

/// <summary>A stretch of days some instrument was in force; open-ended where <paramref name="Until"/> is null. Both days count.</summary>
public sealed record CoveredPeriod(DateOnly From, DateOnly? Until);

/// <summary>The days on which at least one instrument covers what is done, over a lineage of agreements with its gaps.</summary>
public sealed record Coverage(IReadOnlyList<CoveredPeriod> Periods)
{
    /// <summary>No term known: nothing can be said to lie outside it.</summary>
    public static Coverage Unknown { get; } = new([]);

    public bool Covers(DateOnly day) =>
        Periods.Count == 0 || Periods.Any(period => period.From <= day && (period.Until is not { } until || day <= until));

    /// <summary>
    /// What one instrument covers: from entry into force to its last day, or on where it renews or has no end, but for the days
    /// on which it is suspended. Where nobody said when it enters into force, from <paramref name="signedOn"/>: nothing binds before.
    /// </summary>
    public static Coverage Of(ConventionCalendar calendar, DateOnly? signedOn)
    {
        if ((calendar.InForceOn ?? signedOn) is not { } from) return calendar.LastDay is { } last ? new([new(DateOnly.MinValue, last)]) : Unknown;
        var periods = new List<CoveredPeriod>();
        foreach (var pause in calendar.Suspensions.OrderBy(pause => pause.From))
        {
            if (from < pause.From) periods.Add(new(from, pause.From.AddDays(-1)));
            if (pause.To is not { } to) return new(periods);
            from = to;
        }

        if (calendar.LastDay is not { } until || from <= until) periods.Add(new(from, calendar.LastDay));
        return new(periods);
    }
}
