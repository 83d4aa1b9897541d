namespace Shiraka.Programme;

/// <summary>
/// Derives what a session has to settle: late commitments first, then silent ones, open decisions past their date, and the
/// renewal once its time has come. Owners are those of the plan, else the party that promised; dates follow the session.
/// </summary>
internal static class PointsToDecide
{
    public static IReadOnlyList<PointToDecide> Of(Partnership view, DateOnly session)
    {
        var rules = ProgrammeRules.On(view.Today);
        var decideBy = session.AddDays(rules.DecideDays);
        var points = new List<PointToDecide>();
        foreach (var thread in view.Commitments.Where(thread => thread.Standing.State is CommitmentState.Late))
        {
            var late = thread.Activities.Where(activity => activity.State is ActivityState.Late).ToList();
            points.AddRange(late.Select(activity => new PointToDecide(
                0, "late_activity", activity.Id, thread.Promise.Ordinal, activity.Title, activity.Owner, decideBy)));
            if (late.Count == 0)
                points.AddRange(thread.Indicators.Where(indicator => indicator.BehindSince is not null).Select(indicator => new PointToDecide(
                    0, "behind_plan", indicator.Definition.Id, thread.Promise.Ordinal, indicator.Definition.Title, OwnerOf(view, thread), decideBy)));
        }

        points.AddRange(view.Whole.Activities.Where(activity => activity.State is ActivityState.Late).Select(activity => new PointToDecide(
            0, "late_activity", activity.Id, null, activity.Title, activity.Owner, decideBy)));
        points.AddRange(view.Commitments.Where(thread => thread.Standing.State is CommitmentState.Silent).Select(thread => new PointToDecide(
            0, "silent", thread.Id, thread.Promise.Ordinal, thread.Promise.Title, OwnerOf(view, thread), session.AddDays(rules.RemindDays))));
        points.AddRange(view.Decisions.Where(decision => decision.State is DecisionState.Late).Select(decision => new PointToDecide(
            0, "late_decision", decision.Id, OrdinalOf(view, decision.Commitment), decision.Text, decision.Owner, decideBy)));
        if (RenewalDue(view, session) is { } renewBy) points.Add(new(0, "renewal", view.Agreement, null, view.Header.Title, null, renewBy));

        return [.. points.Select((point, i) => point with { Number = i + 1 })];
    }

    /// <summary>The day by which renewal is to be decided, once that is near; null before, and where no end is known.</summary>
    public static DateOnly? RenewalDue(Partnership view, DateOnly on)
    {
        if (view.Header.TerminatedOn is not null || (view.Header.NoticeBy is { } notice && notice >= on ? notice : view.Header.EndsOn) is not { } decideBy) return null;
        return decideBy >= on && decideBy.AddMonths(-ProgrammeRules.On(on).RenewalMonths) <= on ? decideBy : null;
    }

    private static int? OrdinalOf(Partnership view, Guid? commitment) =>
        view.Commitments.FirstOrDefault(thread => thread.Id == commitment)?.Promise.Ordinal;

    private static Owner? OwnerOf(Partnership view, CommitmentThread thread) =>
        thread.Activities.LastOrDefault(activity => activity.State is not ActivityState.Closed)?.Owner
        ?? (thread.Promise.By is { } by && view.NameOf(by) is { } name ? new(by, name) : null);
}
