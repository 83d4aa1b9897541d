using Shiraka.Agreements;
using Shiraka.Agreements.Terms;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>One line of the calendar on the agreement page.</summary>
internal sealed record CalendarLine(string Name, string Value, string? Note = null);

/// <summary>The calendar of an agreement in words: what is known, and what is not known said so.</summary>
internal sealed class CalendarText(Words words, Partnership view)
{
    private readonly ConventionCalendar calendar = view.Header.Calendar;

    public IReadOnlyList<CalendarLine> Lines => [InForce(), Running(), Next(), Notice(), End()];

    public IEnumerable<string> Acts => view.Header.Acts.OrderBy(act => act.On).Select(act => words.Of(act, calendar, new(view.Header.Term, view.Header.Acts)));

    public IEnumerable<string> Survives => calendar.Survives.Select(clause => clause.Until is { } until ? words["calendar.survives.until", clause.Clause, until.AddDays(-1)] : words["calendar.survives.unknown", clause.Clause]);

    public string? Unknown => calendar.Unknown.Count == 0 ? null : string.Join(words["thread.comma"], calendar.Unknown.Select(code => words["calendar.unknown." + code]));

    private CalendarLine InForce()
    {
        var rule = view.Header.Term?.Entry is { } entry ? words["calendar.entry." + entry] : null;
        return calendar.InForceOn is not { } day ? new(words["calendar.in-force"], words["calendar.is-unknown"], rule)
            : new(words[day > view.Today ? "calendar.in-force-from" : "calendar.in-force"], words.ShortDate(day), rule);
    }

    private CalendarLine Running()
    {
        if (calendar.Current is not { } term) return new(words["calendar.current"], words[calendar.State is TermState.Unknown ? "calendar.is-unknown" : "calendar.none-runs"]);
        var number = calendar.Terms.ToList().IndexOf(term) + 1;
        var note = calendar.EarliestEnd is { } least && least > view.Today ? words["calendar.at-least-until", least.AddDays(-1)] : calendar.Terms.Count > 1 ? words["calendar.term-n", number] : null;
        return new(words["calendar.current"], words["calendar.from-to", words.ShortDate(term.From), term.To is { } to ? words.ShortDate(to.AddDays(-1)) : words[calendar.EndIsUnknown ? "calendar.unknown-end" : "thread.open-ended"]], note);
    }

    private CalendarLine Next()
    {
        var name = words["calendar.next"];
        if (calendar.Current is not { To: { } to }) return new(name, words[calendar.EndIsUnknown || calendar.State is TermState.Unknown ? "calendar.is-unknown" : calendar.Current is null ? "calendar.nothing-next" : "calendar.until-notice"]);
        if (calendar.ExpiresOn == to) return new(name, words["calendar.ends-on", to.AddDays(-1)], calendar.EndedBy is ActKind.Notice ? words["calendar.notice-given"] : view.Header.Term?.Renewal is "express" ? words["calendar.unless-agreed"] : null);
        return new(name, words["calendar.renews-on", to], TermLength.Of(view.Header.Term?.RenewalDuration) is { } length && view.Header.Term?.Renewal is "tacit" ? words["calendar.tacit-for", words.Of(length)] : null);
    }

    private CalendarLine Notice()
    {
        var name = words["calendar.last-notice"];
        if (calendar.IsEnding) return new(name, words["calendar.no-notice-needed"]);
        if (calendar.LastDayForNotice is { } last)
        {
            var left = last.DayNumber - view.Today.DayNumber;
            return new(name, words.ShortDate(last), words[left < 0 ? "calendar.notice-passed" : "calendar.notice-left", words.Relative(left)]);
        }

        return new(name, words[calendar.Unknown.Contains("notice-period") || calendar.EndIsUnknown || calendar.State is TermState.Unknown ? "calendar.is-unknown"
            : calendar.Current is not null && calendar.ExpiresOn is null ? "calendar.any-time" : "calendar.no-renewal"], view.Header.Term?.NoticeForm);
    }

    private CalendarLine End() => new(words["calendar.end"], calendar.LastDay is { } last ? words.ShortDate(last) : words[calendar.EndIsUnknown || calendar.State is TermState.Unknown ? "calendar.is-unknown" : "thread.open-ended"]);
}
