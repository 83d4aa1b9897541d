namespace Shiraka.Programme;

/// <summary>An axis to open; <paramref name="TitleKey"/> names its words.</summary>
public sealed record ProposedAxis(string Code, string TitleKey);

/// <summary>An activity to plan for a commitment, on the axis of that code. The owner is the party that promised, where one did.</summary>
public sealed record ProposedActivity(
    Guid Commitment, string Axis, string TitleKey, DateOnly StartsOn, DateOnly DueOn, Owner? Owner, long? ExpectedQuantity, string? ExpectedUnit);

/// <summary>An indicator to define for a commitment; without targets where the text gives no number: none is made up.</summary>
public sealed record ProposedIndicator(
    Guid Commitment, string TitleKey, IndicatorKind Kind, string Unit, IReadOnlyList<string> Counts, DateOnly StartsOn, IReadOnlyList<Target> Targets,
    int CadenceMonths);

/// <summary>A first plan: one activity and one indicator for every commitment that has none, by the kind of the commitment.</summary>
public sealed record PlanProposal(
    IReadOnlyList<ProposedAxis> Axes, IReadOnlyList<ProposedActivity> Activities, IReadOnlyList<ProposedIndicator> Indicators)
{
    /// <summary>
    /// Activities run from today (or the first day of the agreement) to the end of its year, or of the next one where less than the
    /// months named in <c>plan-templates.json</c> remain; never past the end of the instrument. Promised quantities become
    /// targets: one in all, or where the text promises per year one at the end of each year of the instrument; one year's where nobody
    /// knows how long it lasts. A number counts what the text counts: of a unit that is not known, no target is made.
    /// </summary>
    public static PlanProposal For(Partnership view)
    {
        var data = PlanTemplates.Data;
        var starts = view.Today > view.Header.Anchor ? view.Today : view.Header.Anchor;
        var due = DueOn(view, starts, data.ShortestMonths);
        var (activities, indicators) = (new List<ProposedActivity>(), new List<ProposedIndicator>());
        foreach (var thread in view.Commitments.Where(thread => thread.Standing.State is not CommitmentState.Kept))
        {
            var promise = thread.Promise;
            var code = data.Templates.ContainsKey(promise.Kind) ? promise.Kind : "other";
            var template = data.Templates[code];
            var told = promise.Unit is null ? template.Unit : data.UnitOf(promise.Unit);
            var unit = told ?? template.Unit;
            var counted = promise.Quantity is not null && told is not null && template.Indicator is not (IndicatorKind.Milestone or IndicatorKind.Ratio or IndicatorKind.Level);
            if (!thread.Activities.Any(activity => activity.State is not ActivityState.Closed))
                activities.Add(new(
                    promise.Id, template.Axis, $"programme.template.{code}.activity", starts, due,
                    promise.By is { } by && view.NameOf(by) is { } name ? new(by, name) : null, counted && promise.Period is "year" ? promise.Quantity : null,
                    counted && promise.Period is "year" ? unit : null));
            if (thread.Indicators.Count == 0)
                indicators.Add(new(
                    promise.Id, $"programme.template.{code}.indicator", template.Indicator, unit, template.Counts, view.Header.Anchor,
                    counted ? TargetsOf(view, promise, due) : template.Steps is { } steps ? [new(due, steps)] : [], template.CadenceMonths));
        }

        var used = activities.Select(activity => activity.Axis).ToHashSet(StringComparer.Ordinal);
        return new([.. data.Axes.Where(used.Contains).Select(axis => new ProposedAxis(axis, $"programme.axis.{axis}"))], activities, indicators);
    }

    private static DateOnly DueOn(Partnership view, DateOnly starts, int shortestMonths)
    {
        var year = view.Years.YearOf(starts);
        var due = starts.AddMonths(shortestMonths) > view.Years.LastDay(year) ? view.Years.LastDay(year + 1) : view.Years.LastDay(year);
        return view.Header.EndsOn is { } end && end < due && end >= starts ? end : due;
    }

    private static IReadOnlyList<Target> TargetsOf(Partnership view, Agreements.PromisedCommitment promise, DateOnly due)
    {
        var quantity = promise.Quantity!.Value;
        var last = view.Header.EndsOn is { } end && end > due ? end : due;
        if (promise.Period is not ("year" or "month")) return [new(last, quantity)];

        var years = view.Years;
        var aYear = promise.Period is "month" ? quantity * 12 : quantity;
        if (view.Header.EndsOn is null) return [new(due, aYear)];

        return [.. Enumerable.Range(1, years.YearOf(last)).Select(year => new Target(years.LastDay(year) < last ? years.LastDay(year) : last, aYear * year))];
    }
}
