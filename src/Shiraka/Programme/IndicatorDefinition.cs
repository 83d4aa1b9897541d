namespace Shiraka.Programme;

/// <summary>The rule of an indicator as the fold knows it: the definition with its latest targets.</summary>
/// <param name="Under">The commitment it measures, or the agreement: then facts under any of its commitments count.</param>
public sealed record IndicatorDefinition(
    Guid Id, Guid Agreement, Guid Under, string Title, IndicatorKind Kind, string Unit, IReadOnlyList<string> Counts, DateOnly StartsOn)
{
    public Guid? Activity { get; init; }
    public Guid? Axis { get; init; }
    public decimal? Baseline { get; init; }
    public IReadOnlyList<Target> Targets { get; init; } = [];
    public IReadOnlyList<string> Disaggregation { get; init; } = [];
    public IndicatorDirection Direction { get; init; }
    public Interpolation Expects { get; init; }
    public int? CadenceMonths { get; init; }

    public static IndicatorDefinition Of(Guid id, Guid under, IndicatorDefined fact) =>
        new(id, fact.Agreement, under, fact.Title, fact.Kind, fact.MeasuredIn, fact.Counts, fact.StartsOn)
        {
            Activity = fact.Activity,
            Axis = fact.Axis,
            Baseline = fact.Baseline,
            Targets = fact.Targets,
            Disaggregation = fact.Disaggregation,
            Direction = fact.Direction,
            Expects = fact.Expects,
            CadenceMonths = fact.CadenceMonths,
        };

    /// <summary>Whether a fact counts: its type, its unit where it has one, and what it serves.</summary>
    public bool Includes(DoneFact fact) =>
        fact.OccurredOn >= StartsOn
        && (Under == Agreement || fact.Under == Under)
        && (Activity is null || fact.Activity == Activity)
        && (Axis is null || fact.Axis == Axis)
        && (fact.Unit is null || string.Equals(fact.Unit, Unit, StringComparison.Ordinal) || Kind is IndicatorKind.Milestone or IndicatorKind.Level)
        && Counts.Contains(fact.Type, StringComparer.Ordinal);

    /// <summary>The value on a day over all facts since the start; from a later first day, the value of that period.</summary>
    public IndicatorValue Evaluate(IEnumerable<DoneFact> facts, DateOnly on, DateOnly? from = null)
    {
        // A stock or a level holds until the next one is known, so its period has no beginning.
        var start = Kind is IndicatorKind.Cumulative or IndicatorKind.Level ? null : from;
        var tally = new IndicatorTally(Kind);
        foreach (var fact in facts)
            if (fact.OccurredOn <= on && (start is null || fact.OccurredOn >= start) && Includes(fact))
                tally.Add(fact);
        return tally.Value(on);
    }

    /// <summary>True for kinds that move by whole steps: a third of a mission is not expected yet.</summary>
    public bool IsWhole => Kind is IndicatorKind.Count or IndicatorKind.Unique or IndicatorKind.Milestone or IndicatorKind.Level;
}
