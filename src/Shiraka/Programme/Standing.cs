namespace Shiraka.Programme;

public enum CommitmentState { Kept, OnTrack, Late, Silent, Open }

/// <summary>How a commitment stands.</summary>
/// <param name="Since">Late: the first day something was overdue. Silent: the day silence began. Otherwise null.</param>
/// <param name="Months">Whole months from <paramref name="Since"/> to the day it is judged on.</param>
/// <param name="Days">The same in days.</param>
public sealed record Standing(CommitmentState State, DateOnly? Since, int Months, int Days, DateOnly? LastFactOn);

/// <summary>
/// Judges one commitment. The first rule that holds wins:
/// <list type="number">
/// <item><b>kept</b>: at least one fact, every activity closed, every indicator at its last target, and at least one of
/// them reached or done; without indicators, the quantity the text promises in all is delivered where it names one;</item>
/// <item><b>late</b>: an activity past its due date and not closed, or an indicator below the share of the plan that counts
/// as on track; since the first day either was so;</item>
/// <item><b>silent</b>: no fact for the months the rules name, counted from the last fact, or from the first day of the
/// agreement where there is none; an activity to come, or begun within those months, holds silence back;</item>
/// <item><b>on track</b>: there is a fact;</item>
/// <item><b>open</b>: nothing was due yet.</item>
/// </list>
/// A day on which something is due is not late yet; the day six months after a fact is already silent. Once the instrument
/// has ended, silence is counted up to its last day: nobody falls silent after the end.
/// </summary>
internal static class CommitmentJudgement
{
    public static Standing Judge(
        Agreements.PromisedCommitment promise, IReadOnlyList<ActivityView> activities, IReadOnlyList<DoneFact> done,
        IReadOnlyList<IndicatorView> indicators, PartnershipHeader header, DateOnly today)
    {
        var rules = ProgrammeRules.On(today);
        var past = done.Where(fact => fact.OccurredOn <= today).ToList();
        DateOnly? last = past.Count == 0 ? null : past.Max(fact => fact.OccurredOn);

        if (IsKept(promise, activities, past, indicators)) return new(CommitmentState.Kept, null, 0, 0, last);
        if (LateSince(activities, indicators) is { } late) return Lasting(CommitmentState.Late, late, today, last);

        var heard = header.EndsOn is { } end && end < today ? end : today;
        var quiet = last is { } day && day > header.Anchor ? day : header.Anchor;
        var planned = activities.Any(activity => activity.State is not ActivityState.Closed && activity.StartsOn.AddMonths(rules.SilentMonths) > heard);
        if (!planned && quiet.AddMonths(rules.SilentMonths) <= heard) return Lasting(CommitmentState.Silent, quiet, heard, last);

        return new(last is null ? CommitmentState.Open : CommitmentState.OnTrack, null, 0, 0, last);
    }

    private static bool IsKept(
        Agreements.PromisedCommitment promise, IReadOnlyList<ActivityView> activities, List<DoneFact> past, IReadOnlyList<IndicatorView> indicators)
    {
        var targeted = indicators.Where(indicator => indicator.Definition.Targets.Count > 0).ToList();
        if (past.Count == 0 || activities.Any(activity => activity.State is not ActivityState.Closed)) return false;
        if (targeted.Count > 0) return targeted.TrueForAll(indicator => indicator.Reached);
        if (promise is { Quantity: { } promised, Period: null })
        {
            // The text says "stagiaires", a fact says person.
            var unit = promise.Unit is { } written ? PlanTemplates.Data.UnitOf(written) ?? written : null;
            return past.Where(fact => string.Equals(fact.Unit, unit, StringComparison.Ordinal)).Sum(fact => fact.Quantity ?? 1) >= promised;
        }

        return promise.Period is null && activities.Any(activity => activity.Done) && activities.All(activity => activity.Done);
    }

    private static DateOnly? LateSince(IReadOnlyList<ActivityView> activities, IReadOnlyList<IndicatorView> indicators)
    {
        var overdue = activities.Where(activity => activity.State is ActivityState.Late).Select(activity => (DateOnly?)activity.DueOn);
        var behind = indicators.Where(indicator => indicator.State is IndicatorState.Red or IndicatorState.Amber).Select(indicator => indicator.BehindSince);
        return overdue.Concat(behind).Min();
    }

    private static Standing Lasting(CommitmentState state, DateOnly since, DateOnly day, DateOnly? last) =>
        new(state, since, AgreementYears.WholeMonths(since, day), day.DayNumber - since.DayNumber, last);
}
