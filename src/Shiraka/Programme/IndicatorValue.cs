namespace Shiraka.Programme;

/// <summary>
/// The value of an indicator on a day, with the facts it rests on.
/// </summary>
/// <param name="On">The day it stands for; later facts do not count.</param>
/// <param name="Value">In the indicator's unit, percent for ratios; null where no fact gives one.</param>
/// <param name="LastFactOn">The day of the latest fact that counts.</param>
/// <param name="Seqs">Places in the ledger of every fact that counts, ascending.</param>
public sealed record IndicatorValue(DateOnly On, decimal? Value, DateOnly? LastFactOn, IReadOnlyList<long> Seqs)
{
    /// <summary>Σ quantity and Σ denominator of a ratio; null for other kinds.</summary>
    public long? Numerator { get; init; }

    public long? Denominator { get; init; }

    /// <summary>For distinct persons: quantity recorded without a pseudonym, which nobody can tell apart and the value leaves out.</summary>
    public long Unidentified { get; init; }
}

/// <summary>
/// The running state of one indicator: facts come and go, the value is always what a full recomputation would give.
/// </summary>
/// <remarks>
/// Over periods: sums add, distinct persons are counted over the union, ratios are Σ/Σ, stocks and levels take the last.
/// Over commitments (<see cref="DoneFact.Under"/>): stocks add, levels take the lowest, milestones add their steps.
/// Of two facts of one day the one sealed later is the last.
/// </remarks>
internal sealed class IndicatorTally(IndicatorKind kind)
{
    private readonly SortedDictionary<long, DoneFact> _facts = [];
    private readonly Dictionary<string, int> _subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<(Guid Under, int Step), int> _steps = [];
    private readonly Dictionary<Guid, SortedSet<(DateOnly On, long Seq, long Value)>> _stocks = [];
    private readonly SortedSet<(DateOnly On, long Seq)> _days = [];
    private long _sum;
    private long _denominator;
    private long _unidentified;

    /// <summary>Adding the same fact twice changes nothing.</summary>
    public void Add(DoneFact fact)
    {
        if (_facts.TryAdd(fact.Seq, fact)) Change(fact, +1);
    }

    public void Withdraw(DoneFact fact)
    {
        if (_facts.Remove(fact.Seq, out var known)) Change(known, -1);
    }

    public IndicatorValue Value(DateOnly on) => new(on, Value(), _days.Count == 0 ? null : _days.Max.On, [.. _facts.Keys])
    {
        Numerator = kind is IndicatorKind.Ratio ? _sum : null,
        Denominator = kind is IndicatorKind.Ratio ? _denominator : null,
        Unidentified = _unidentified,
    };

    private decimal? Value() => kind switch
    {
        _ when _facts.Count == 0 => null,
        IndicatorKind.Count => _sum,
        IndicatorKind.Unique => _subjects.Count,
        IndicatorKind.Ratio => _denominator == 0 ? null : _sum * 100m / _denominator,
        IndicatorKind.Cumulative => _stocks.Count == 0 ? null : _stocks.Values.Sum(stock => stock.Max.Value),
        IndicatorKind.Milestone => _steps.Count,
        IndicatorKind.Level => _stocks.Count == 0 ? null : _stocks.Values.Min(stock => stock.Max.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no rule for this kind"),
    };

    private void Change(DoneFact fact, int sign)
    {
        if (sign > 0) _days.Add((fact.OccurredOn, fact.Seq));
        else _days.Remove((fact.OccurredOn, fact.Seq));

        switch (kind)
        {
            case IndicatorKind.Count:
                _sum += sign * (fact.Quantity ?? 1);
                break;
            case IndicatorKind.Unique when fact.Subject is null:
                _unidentified += sign * (fact.Quantity ?? 1);
                break;
            case IndicatorKind.Unique:
                Count(_subjects, fact.Subject, sign);
                break;
            case IndicatorKind.Ratio when fact.Denominator is { } denominator:
                _sum += sign * (fact.Quantity ?? 0);
                _denominator += sign * denominator;
                break;
            case IndicatorKind.Milestone:
                Count(_steps, (fact.Under, fact.Level ?? 1), sign);
                break;
            case IndicatorKind.Cumulative when fact.Quantity is { } stock:
                Keep(fact, stock, sign);
                break;
            case IndicatorKind.Level when fact.Level is { } level:
                Keep(fact, level, sign);
                break;
        }
    }

    private static void Count<T>(Dictionary<T, int> counts, T key, int sign) where T : notnull
    {
        var count = counts.GetValueOrDefault(key) + sign;
        if (count == 0) counts.Remove(key);
        else counts[key] = count;
    }

    private void Keep(DoneFact fact, long value, int sign)
    {
        var stock = _stocks.TryGetValue(fact.Under, out var known) ? known : _stocks[fact.Under] = [];
        if (sign > 0) stock.Add((fact.OccurredOn, fact.Seq, value));
        else stock.Remove((fact.OccurredOn, fact.Seq, value));
        if (stock.Count == 0) _stocks.Remove(fact.Under);
    }
}
