using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>What an indicator makes of the facts; the kind alone decides how values add up over periods and commitments.</summary>
public enum IndicatorKind
{
    /// <summary>Sum of quantities; a fact without a quantity is one event.</summary>
    Count,

    /// <summary>Distinct persons over the union of the facts.</summary>
    Unique,

    /// <summary>Σ quantity / Σ denominator, in percent; never a mean of ratios.</summary>
    Ratio,

    /// <summary>The last known stock.</summary>
    Cumulative,

    /// <summary>Steps reached.</summary>
    Milestone,

    /// <summary>The last degree on a qualitative scale; the lowest one over several commitments.</summary>
    Level,
}

/// <summary>Whether the indicator should grow or shrink.</summary>
public enum IndicatorDirection { Up, Down }

/// <summary>What is expected between two targets: a straight line, or nothing new until the next one is due.</summary>
public enum Interpolation { Linear, Step }

/// <summary>A value promised for the end of a day, in the indicator's unit (percent for ratios).</summary>
public sealed record Target(DateOnly On, decimal Value);

/// <summary>An indicator and the rule that computes it from facts. Under the commitment it measures, or under the agreement.</summary>
[FactType("indicator.defined")]
public sealed record IndicatorDefined : Fact
{
    public required Guid Agreement { get; init; }
    public required string Title { get; init; }
    public required IndicatorKind Kind { get; init; }

    /// <summary>Only facts in this unit count; facts that carry no unit count by their type alone.</summary>
    public required string MeasuredIn { get; init; }

    /// <summary>The types of facts that count (<c>delivery.recorded</c>, <c>placement.completed</c>).</summary>
    public required IReadOnlyList<string> Counts { get; init; }

    /// <summary>Where set, only facts of this activity, or of activities of this axis, count.</summary>
    public Guid? Activity { get; init; }

    public Guid? Axis { get; init; }

    /// <summary>Facts before this day do not count; expectations start from the baseline on this day.</summary>
    public required DateOnly StartsOn { get; init; }

    public decimal? Baseline { get; init; }
    public IReadOnlyList<Target> Targets { get; init; } = [];
    public IReadOnlyList<string> Disaggregation { get; init; } = [];
    public IndicatorDirection Direction { get; init; }
    public Interpolation Expects { get; init; }

    /// <summary>Months after which a value without a newer fact is out of date; null where no rhythm was agreed.</summary>
    public int? CadenceMonths { get; init; }
}

/// <summary>New targets, and a baseline where one was measured since, for the same rule; values before it are not touched.</summary>
[FactType("indicator.retargeted")]
public sealed record IndicatorRetargeted : Fact
{
    public required IReadOnlyList<Target> Targets { get; init; }
    [FreeText] public required string Reason { get; init; }

    /// <summary>Null where it stays as it was.</summary>
    public decimal? Baseline { get; init; }
}

/// <summary>The indicator no longer measures anything: it leaves the page and the report.</summary>
[FactType("indicator.retired")]
public sealed record IndicatorRetired : Fact
{
    [FreeText] public required string Reason { get; init; }
}
