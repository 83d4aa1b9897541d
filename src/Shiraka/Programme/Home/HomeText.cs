using System.Globalization;
using Shiraka.Shared;
using Shiraka.Shared.Components;

namespace Shiraka.Programme;

/// <summary>Tasks, sessions and deadlines as the home page says them.</summary>
internal sealed class HomeText(Words words, Overview overview)
{
    private DateOnly Today => overview.Portfolio.Today;

    public IEnumerable<WaitingTask> Drafts() => overview.Drafts.Select(draft => new WaitingTask(
        When(Today), true, words["home.draft", draft.Source], $"/import/{draft.Id}", words["home.draft.detail", words.Date(draft.On)], words["home.act.check"]));

    public WaitingTask Task(PortfolioTask task)
    {
        var about = overview.NameOf(task.Agreement);
        if (task.Commitment is { } ordinal) about = words["home.about.promise", about, ordinal];
        var detail = Detail(task) is { } more ? words["home.detail", about, more] : about;
        var title = task.Kind is "record_session" or "close_report" or "renewal" ? overview.NameOf(task.Agreement) : StandardTitles.In(words, task.Title);
        return new(When(task.DueOn), task.DueOn <= Today, words["programme.task." + task.Kind, words.Set(title)], PathOf(task), detail, words["home.act." + task.Kind]);
    }

    public DateLeaf Session(UpcomingSession session)
    {
        var parts = new List<string> { words["home.reported", session.Reported, session.Commitments] };
        if (session.MissingEvidence > 0) parts.Add(words["programme.missing_evidence", session.MissingEvidence]);
        if (session.Points > 0) parts.Add(words["home.points", session.Points]);
        return Leaf(session.Session.On, words["home.session", overview.NameOf(session.Agreement), words["report.session", session.Session.Ordinal]],
            words["home.detail", session.Session.Place, string.Join(" · ", parts)], ends: false, $"/committee-sessions/{session.Session.Id}", words["home.open"]);
    }

    public DateLeaf Deadline(Deadline deadline)
    {
        var name = overview.NameOf(deadline.Agreement);
        var title = deadline.Number is { } number ? words["programme.deadline.anniversary", number, name] : words["programme.deadline." + deadline.Kind, name];
        return Leaf(deadline.On, title, Capital(words.Relative(deadline.On.DayNumber - Today.DayNumber)), deadline.Kind is not "anniversary", $"/agreements/{deadline.Agreement}", words["home.open"]);
    }

    public string When(DateOnly day) => day <= Today ? Capital(words["relative.today"])
        : day.Year == Today.Year ? words.DayMonth(day) : words.ShortDate(day);

    private string? Detail(PortfolioTask task) => task switch
    {
        { Kind: "reschedule" or "behind_plan" } => Lower(words.Late(task.Months, task.Days)),
        { Kind: "remind" } => Lower(words["programme.silent_months", task.Months]),
        { Missing: > 0 } => words["programme.missing_evidence", task.Missing],
        _ => null,
    };

    private static string PathOf(PortfolioTask task) => task.Kind switch
    {
        "record_session" => $"/committee-sessions/{task.Subject}",
        "close_report" => $"/agreements/{task.Agreement}/report?session={task.Subject}",
        "decision" => $"/decisions/{task.Subject}",
        "reschedule" => $"/activities/{task.Subject}",
        _ => task.Commitment is { } ordinal ? string.Create(CultureInfo.InvariantCulture, $"/agreements/{task.Agreement}#e{ordinal}") : $"/agreements/{task.Agreement}",
    };

    private DateLeaf Leaf(DateOnly on, string title, string detail, bool ends, string href, string link) => new(
        on, on.Day.ToString(CultureInfo.InvariantCulture), words.ShortMonth(on.Month), title, detail, ends, href, link);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLower(text[0], CultureInfo.InvariantCulture) + text[1..];
}
