using Shiraka.Shared;
using Shiraka.Shared.Components;

namespace Shiraka.Programme;

/// <summary>The life of an agreement on one strip.</summary>
internal static class TimelineWords
{
    /// <summary>Its marks in their places; the strip ends with the agreement, or today where no end is known.</summary>
    public static IReadOnlyList<StripMark> Marks(Partnership view, Words words)
    {
        var (from, to) = (view.Timeline.Min(mark => mark.On), view.Timeline.Max(mark => mark.On));
        return [.. Shared.Components.Timeline.Lay(view.Timeline.Select(mark => Event(mark, words)), from, to > from ? to : from.AddDays(1))
            .Select(mark => MeetsTheEnd(mark) ? mark with { Labelled = false } : mark)];
    }

    // The label of the end is written back from the end, where the label of a mark before it would run into it.
    private static bool MeetsTheEnd(StripMark mark) => mark.Event.Kind is not (StripKind.End or StripKind.Today) && mark.At > 80;

    private static StripEvent Event(TimelineMark mark, Words words) => mark.Kind switch
    {
        "signed" => new(mark.On, mark.Label ?? words.ShortMonthYear(mark.On), words["programme.mark.signed"], StripKind.Signature),
        "today" => new(mark.On, null, words["thread.today", words.DayMonth(mark.On)], StripKind.Today),
        "ends" or "ended" => new(mark.On, words.ShortDate(mark.On), words["programme.mark." + mark.Kind], StripKind.End),
        "notice" => new(mark.On, words.ShortMonthYear(mark.On), words["programme.mark.notice"], StripKind.Planned),
        _ => new(mark.On, words.ShortMonthYear(mark.On), words["programme.mark." + mark.Kind, mark.Number]),
    };
}
