using Shiraka.Access;

namespace Shiraka.Programme;

/// <summary>
/// Something that waits for the user, with the day it should be done by. <paramref name="Kind"/> is <c>reschedule</c>,
/// <c>behind_plan</c>, <c>remind</c>, <c>close_report</c>, <c>record_session</c>, <c>decision</c>, <c>renewal</c> or <c>evidence</c>.
/// </summary>
/// <param name="Subject">The activity, indicator, commitment, session, decision or agreement it is about.</param>
/// <param name="Months">For late and silent commitments: since how many whole months, and how many days in all (<paramref name="Days"/>).</param>
/// <param name="Missing">For reports and evidence: facts without a file.</param>
public sealed record PortfolioTask(
    string Kind, DateOnly DueOn, Guid Agreement, Guid Subject, string Title, int? Commitment = null, int Months = 0, int Days = 0, int Missing = 0)
{
    /// <summary>What its work takes: to those without it the page it leads to has nothing to press.</summary>
    internal Right Needs => Kind switch
    {
        "reschedule" or "behind_plan" => Right.PlanProgramme,
        "evidence" => Right.RecordFacts,
        "record_session" or "decision" or "renewal" => Right.DecideInCommittee,
        "close_report" => Right.ReadReports,
        _ => Right.ReadAgreements,
    };
}

/// <summary>A day to keep in mind. <paramref name="Kind"/>: <c>ends</c>, <c>notice</c> or <c>anniversary</c> (<paramref name="Number"/>: which).</summary>
public sealed record Deadline(string Kind, DateOnly On, Guid Agreement, string Title, int? Number = null);

/// <summary>A session to come, with what already stands in its report.</summary>
/// <param name="Reported">Commitments with at least one fact, out of <paramref name="Commitments"/>.</param>
public sealed record UpcomingSession(Guid Agreement, string Title, SessionView Session, int Reported, int Commitments, int MissingEvidence, int Points);

/// <summary>Everything one person follows, from the views of its agreements: what to do today and what comes up.</summary>
/// <param name="WithoutTerm">Agreements whose source gives no end.</param>
/// <param name="WithoutSession">Agreements in force whose next session is not fixed.</param>
public sealed record Portfolio(
    DateOnly Today, IReadOnlyList<PortfolioTask> Tasks, IReadOnlyDictionary<CommitmentState, int> Tally, IReadOnlyList<UpcomingSession> Sessions,
    IReadOnlyList<Deadline> Deadlines, IReadOnlyList<Guid> WithoutTerm, IReadOnlyList<Guid> WithoutSession)
{
    public int Commitments => Tally.Values.Sum();

    /// <summary>Agreements that have ended keep their decisions and evidence to settle, but ask for no new plan.</summary>
    public static Portfolio From(IReadOnlyList<Partnership> views, DateOnly today)
    {
        var live = views.Where(view => view.Header.State is not (InstrumentState.Terminated or InstrumentState.Expired)).ToList();
        return new(
            today,
            [.. views.SelectMany(view => PortfolioTasks.Of(view, today))
                .OrderBy(task => task.DueOn).ThenBy(task => task.Kind, StringComparer.Ordinal).ThenBy(task => task.Title, StringComparer.Ordinal)],
            Enum.GetValues<CommitmentState>().ToDictionary(state => state, state => live.Sum(view => view.Tally[state])),
            [.. live.Where(view => view.NextSession is not null).Select(Upcoming).OrderBy(session => session.Session.On)],
            [.. live.SelectMany(view => Coming(view, today)).OrderBy(deadline => deadline.On)],
            [.. live.Where(view => view.Header.Calendar.EndIsUnknown).Select(view => view.Agreement)],
            [.. live.Where(view => view.NextSession is null).Select(view => view.Agreement)]);
    }

    private static UpcomingSession Upcoming(Partnership view) => new(
        view.Agreement, view.Header.Title, view.NextSession!, view.Commitments.Count(thread => thread.Done.Count > 0), view.Commitments.Count,
        view.Commitments.Sum(thread => thread.WithoutEvidence.Count()), PointsToDecide.Of(view, view.NextSession!.On).Count);

    private static IEnumerable<Deadline> Coming(Partnership view, DateOnly today)
    {
        if (view.Header.EndsOn is { } end && end >= today) yield return new("ends", end, view.Agreement, view.Header.Title);
        if (view.Header.NoticeBy is { } notice && notice >= today) yield return new("notice", notice, view.Agreement, view.Header.Title);
        var year = Math.Max(1, view.Years.YearOf(today));
        var next = view.Years.FirstDay(year + 1);
        if (view.Header.EndsOn is not { } last || next <= last) yield return new("anniversary", next, view.Agreement, view.Header.Title, year);
    }
}

internal static class PortfolioTasks
{
    public static IEnumerable<PortfolioTask> Of(Partnership view, DateOnly today)
    {
        var rules = ProgrammeRules.On(today);
        foreach (var thread in view.Commitments)
        {
            var (ordinal, months, days) = (thread.Promise.Ordinal, thread.Standing.Months, thread.Standing.Days);
            foreach (var activity in thread.Activities.Where(activity => activity.State is ActivityState.Late))
                yield return new("reschedule", today, view.Agreement, activity.Id, activity.Title, ordinal, AgreementYears.WholeMonths(activity.DueOn, today), today.DayNumber - activity.DueOn.DayNumber);
            if (thread.Standing.State is CommitmentState.Late && thread.Activities.All(activity => activity.State is not ActivityState.Late))
                foreach (var behind in thread.Indicators.Where(indicator => indicator.BehindSince is not null))
                    yield return new("behind_plan", today, view.Agreement, behind.Definition.Id, behind.Definition.Title, ordinal, months, days);
            if (thread.Standing.State is CommitmentState.Silent && view.Header.State is not (InstrumentState.Terminated or InstrumentState.Expired))
                yield return new("remind", today.AddDays(rules.RemindDays), view.Agreement, thread.Id, thread.Promise.Title, ordinal, months, days);
            if (thread.WithoutEvidence.Count() is > 0 and var missing)
                yield return new(
                    "evidence", Latest(today, (view.NextSession?.On ?? today.AddDays(rules.DecideDays)).AddDays(-rules.ReportDays)), view.Agreement, thread.Id, thread.Promise.Title, ordinal, Missing: missing);
        }

        foreach (var activity in view.Whole.Activities.Where(activity => activity.State is ActivityState.Late))
            yield return new("reschedule", today, view.Agreement, activity.Id, activity.Title, Months: AgreementYears.WholeMonths(activity.DueOn, today), Days: today.DayNumber - activity.DueOn.DayNumber);
        foreach (var session in view.Sessions.Where(session => session.State is SessionState.Overdue))
            yield return new("record_session", today, view.Agreement, session.Id, view.Header.Title);
        if (view.NextSession is { } next && next.On.AddDays(-rules.DecideDays) <= today)
            yield return new(
                "close_report", Latest(today, next.On.AddDays(-rules.ReportDays)), view.Agreement, next.Id, view.Header.Title,
                Missing: view.Commitments.Sum(thread => thread.WithoutEvidence.Count()));
        foreach (var decision in view.Decisions.Where(decision =>
            decision.State is not DecisionState.Executed && decision.DueOn <= today.AddDays(rules.DecideDays)))
            yield return new("decision", Latest(today, decision.DueOn), view.Agreement, decision.Id, decision.Text);
        if (PointsToDecide.RenewalDue(view, today) is { } renewBy) yield return new("renewal", renewBy, view.Agreement, view.Agreement, view.Header.Title);
    }

    private static DateOnly Latest(DateOnly a, DateOnly b) => a > b ? a : b;
}
