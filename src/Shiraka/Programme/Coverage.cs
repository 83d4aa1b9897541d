using Shiraka.Agreements;

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
    /// What one instrument covers: from entry into force to expiry, or to termination where that is earlier. Tacit and
    /// open-ended terms run on past the expiry until someone ends them.
    /// </summary>
    public static Coverage Of(AgreementTerm? term, DateOnly? terminatedOn)
    {
        if (term is null) return terminatedOn is { } end ? new([new(DateOnly.MinValue, end)]) : Unknown;
        var expiry = term.Renewal is "none" ? term.ExpiresOn : null;
        var until = terminatedOn is { } ended && (expiry is not { } last || ended < last) ? ended : expiry;
        return new([new(term.InForceOn, until)]);
    }
}
