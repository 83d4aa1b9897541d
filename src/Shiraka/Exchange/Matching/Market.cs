using System.Runtime.InteropServices;

namespace Shiraka.Exchange;

/// <summary>
/// One place on a trainee's list. <see cref="Slot"/> is the trainee's place in the seat's order among those who ask for it, counted through
/// all seats; -1 where the seat does not accept the trainee. The last one of a list has its seat complemented, so that no row end is looked up.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Ask(int Signed, int Slot)
{
    public int Seat => Signed < 0 ? ~Signed : Signed;

    public bool IsLast => Signed < 0;
}

/// <summary>
/// The problem laid out for memory: lists of trainees in one row of asks, orders of seats in one row of slots, each pointing at the other.
/// A proposal then reads one line of memory and one bit. Members of couples have a list of one-ask rows: they propose what they are told to.
/// </summary>
internal sealed class Market
{
    public required Ask[] Asks { get; init; }

    /// <summary>First ask of each trainee; one more at the end.</summary>
    public required int[] Rows { get; init; }

    /// <summary>First slot of each seat; one more at the end.</summary>
    public required int[] Slots { get; init; }

    /// <summary>The ask that stands in each slot.</summary>
    public required int[] AskOf { get; init; }

    public required int[] Capacities { get; init; }

    /// <summary>For each couple and option the asks of its members, -1 for none.</summary>
    public required (int First, int Second)[][] Options { get; init; }

    public int Trainees => Rows.Length - 1;

    public int Seats => Slots.Length - 1;

    /// <summary>Where everybody begins: at the top of the list; members of couples (rows that end at once) nowhere until told.</summary>
    public int[] Starts(int[] coupleOf)
    {
        var starts = new int[Trainees];
        for (var t = 0; t < starts.Length; t++) starts[t] = coupleOf[t] >= 0 || Rows[t] == Rows[t + 1] ? -1 : Rows[t];
        return starts;
    }
}
