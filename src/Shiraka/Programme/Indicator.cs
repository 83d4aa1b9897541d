using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>The rule of an indicator, as someone defines it. See <see cref="IndicatorDefined"/> for what each part means.</summary>
public sealed record IndicatorRule(string Title, IndicatorKind Kind, string MeasuredIn, IReadOnlyList<string> Counts, DateOnly StartsOn)
{
    public Guid? Activity { get; init; }
    public Guid? Axis { get; init; }
    public decimal? Baseline { get; init; }
    public IReadOnlyList<Target> Targets { get; init; } = [];
    public IReadOnlyList<string> Disaggregation { get; init; } = [];
    public IndicatorDirection Direction { get; init; }
    public Interpolation Expects { get; init; }
    public int? CadenceMonths { get; init; }
}

/// <summary>An indicator as it stands; its values are never stored here, they are computed from sealed facts.</summary>
public sealed class Indicator : ILedgered, IUnderAgreement
{
    private Indicator() { }

    public Guid Id { get; private set; }
    public Guid Agreement { get; private set; }
    public Guid? Commitment { get; private set; }
    public string Title { get; private set; } = "";
    public IndicatorKind Kind { get; private set; }
    public DateOnly StartsOn { get; private set; }
    public bool Retired { get; private set; }
    public long Version { get; private set; }

    private Guid Under => Commitment ?? Agreement;

    /// <summary>Refuses a rule without title, unit or types of facts, and targets out of order or before the start.</summary>
    public static (Indicator Indicator, IndicatorDefined Fact) Define(Guid agreement, Guid? commitment, IndicatorRule rule, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(rule.Title)) throw Refuse("programme.indicator-without-title", "an indicator needs a title", nameof(rule.Title));
        if (string.IsNullOrWhiteSpace(rule.MeasuredIn)) throw Refuse("programme.quantity-without-unit", "an indicator needs a unit", nameof(rule.MeasuredIn));
        if (rule.Counts.Count == 0) throw Refuse("programme.indicator-counts-nothing", "name the facts that count", nameof(rule.Counts));
        if (rule.CadenceMonths < 1)
            throw Refuse("programme.quantity-not-positive", "a rhythm is at least one month", nameof(rule.CadenceMonths), rule.CadenceMonths.Value);
        CheckTargets(rule.Targets, rule.StartsOn, rule.Kind);

        var indicator = new Indicator
        {
            Id = Guid.CreateVersion7(),
            Agreement = agreement,
            Commitment = commitment,
            Title = rule.Title.Trim(),
            Kind = rule.Kind,
            StartsOn = rule.StartsOn,
            Version = 1,
        };
        return (indicator, new IndicatorDefined
        {
            Stream = indicator.Id,
            StreamVersion = 1,
            Under = indicator.Under,
            OccurredOn = today,
            Agreement = agreement,
            Title = indicator.Title,
            Kind = rule.Kind,
            MeasuredIn = rule.MeasuredIn,
            Counts = rule.Counts,
            Activity = rule.Activity,
            Axis = rule.Axis,
            StartsOn = rule.StartsOn,
            Baseline = rule.Baseline,
            Targets = rule.Targets,
            Disaggregation = rule.Disaggregation,
            Direction = rule.Direction,
            Expects = rule.Expects,
            CadenceMonths = rule.CadenceMonths,
        });
    }

    public IndicatorRetargeted Retarget(IReadOnlyList<Target> targets, string reason, DateOnly today, decimal? baseline = null)
    {
        RequireLive();
        Reasons.Require(reason);
        CheckTargets(targets, StartsOn, Kind);
        return new() { Stream = Id, StreamVersion = ++Version, Under = Under, OccurredOn = today, Targets = targets, Reason = reason, Baseline = baseline };
    }

    public IndicatorRetired Retire(string reason, DateOnly today)
    {
        RequireLive();
        Reasons.Require(reason);
        Retired = true;
        return new() { Stream = Id, StreamVersion = ++Version, Under = Under, OccurredOn = today, Reason = reason };
    }

    private void RequireLive()
    {
        if (Retired) throw new RefusedException("programme.indicator-retired", "the indicator is retired", Title);
    }

    private static void CheckTargets(IReadOnlyList<Target> targets, DateOnly startsOn, IndicatorKind kind)
    {
        var previous = startsOn.AddDays(-1);
        foreach (var target in targets)
        {
            if (target.On <= previous) throw Refuse("programme.targets-out-of-order", "targets follow each other after the start", "Targets", target.On);
            if (target.Value < 0 || (kind is IndicatorKind.Ratio && target.Value > 100))
                throw Refuse("programme.target-out-of-range", "a target lies outside what the indicator can reach", "Targets", target.Value);
            previous = target.On;
        }
    }

    private static RefusedException Refuse(string code, string message, string field, params object[] arguments) =>
        new(code, message, arguments) { Field = field };
}
