namespace Shiraka.Shared.Components;

/// <summary>What a mark on the strip is.</summary>
public enum StripKind { Event, Signature, Planned, Today, End }

/// <summary>Something that happened or will, with the date as it is to be read ("sept. 2021").</summary>
public sealed record StripEvent(DateOnly On, string? DateText, string Text, StripKind Kind = StripKind.Event);

/// <summary>
/// An event in its place: <paramref name="At"/> and <paramref name="Width"/> (room up to the next label) in percent of the strip;
/// <paramref name="Labelled"/> is false where the room is under 8 %, and the mark stays alone.
/// </summary>
public sealed record StripMark(StripEvent Event, double At, double? Width, bool Labelled)
{
    /// <summary>The label ends at the mark instead of beginning there.</summary>
    public bool Flips => Event.Kind is StripKind.End || (Event.Kind is StripKind.Today && At > 60);

    /// <summary>Today stands above the line, so that it meets no label.</summary>
    public bool Over => Event.Kind is StripKind.Today;
}

/// <summary>Lays events along time.</summary>
public static class Timeline
{
    private const double LeastRoom = 8;

    /// <summary>The events in order of time between the first day and the last, which must be later; events outside are left out.</summary>
    public static IReadOnlyList<StripMark> Lay(IEnumerable<StripEvent> events, DateOnly from, DateOnly to)
    {
        if (to <= from) throw new ArgumentOutOfRangeException(nameof(to), to, "The strip needs at least a day");

        var placed = events.Where(one => one.On >= from && one.On <= to).OrderBy(one => one.On)
            .Select(one => (Event: one, At: 100d * (one.On.DayNumber - from.DayNumber) / (to.DayNumber - from.DayNumber))).ToList();
        var below = placed.Where(one => one.Event.Kind is not StripKind.Today).ToList();

        return [.. placed.Select(one =>
        {
            if (one.Event.Kind is StripKind.Today or StripKind.End) return new StripMark(one.Event, one.At, null, true);
            var next = below.FindIndex(other => ReferenceEquals(other.Event, one.Event)) + 1;
            var room = (next < below.Count ? below[next].At : 100) - one.At;
            return new StripMark(one.Event, one.At, room, room >= LeastRoom);
        })];
    }
}
