using System.Globalization;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>
/// What a portfolio puts into a calendar: sessions, decisions and activities due, and two families that are never mixed: the day
/// an agreement expires, and the last day on which notice can be given.
/// </summary>
internal sealed class DeadlineEntries(Words words, Overview overview, string host, Uri site)
{
    public IEnumerable<CalendarEntry> All() => overview.Views.SelectMany(Of).OrderBy(entry => entry.On).ThenBy(entry => entry.Uid, StringComparer.Ordinal);

    private IEnumerable<CalendarEntry> Of(Partnership view)
    {
        var name = overview.NameOf(view);
        foreach (var session in view.Sessions)
            yield return Entry("session", session.Id, session.Seq, session.On, words["feed.session", name, words["report.session", session.Ordinal]], "", $"/committee-sessions/{session.Id}", session.HeldOn is null ? [7, 1] : []) with { Location = session.Place };
        foreach (var decision in view.Decisions.Where(decision => decision.ExecutedOn is null))
            yield return Entry("decision", decision.Id, decision.Seq, decision.DueOn, words["feed.decision", decision.Text], Of(name, decision.Owner.Name), $"/decisions/{decision.Id}", [7]);
        foreach (var activity in view.Activities.Where(activity => activity.State is not ActivityState.Closed))
            yield return Entry("activity", activity.Id, activity.Moved.Count == 0 ? activity.Seq : activity.Moved[^1].Seq, activity.DueOn, words["feed.activity", StandardTitles.In(words, activity.Title)], Of(name, activity.Owner.Name), $"/activities/{activity.Id}", [14]);
        if (view.Header.TerminatedOn is not null) yield break;
        var agreement = $"/agreements/{view.Agreement}";
        if (view.Header.EndsOn is { } end)
            yield return Entry("expiry", view.Agreement, view.KnownUntil, end, words["feed.expiry", name], view.Header.Title, agreement, [90, 30]);
        if (view.Header.NoticeBy is { } notice)
            yield return Entry("notice", view.Agreement, view.KnownUntil, notice, words["feed.notice", name], Notice(view.Header), agreement, [60, 14]);
    }

    private string Of(string name, string owner) => words["feed.owner", name, owner];

    private string Notice(PartnershipHeader header) => header.Term?.NoticeForm is { } form ? words["feed.notice.form", header.Title, form] : header.Title;

    private CalendarEntry Entry(string family, Guid id, long sequence, DateOnly on, string summary, string description, string path, IReadOnlyList<int> alarms) => new(
        string.Create(CultureInfo.InvariantCulture, $"{family}-{id:N}@{host}"), sequence, on, summary, description, words["feed.family." + family],
        new Uri(site, $"/{words.Language.Code()}{path}"), alarms);
}
