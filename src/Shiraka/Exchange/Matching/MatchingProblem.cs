namespace Shiraka.Exchange;

/// <summary>A seat: how many trainees it takes, from how many it opens, and its order of preference (null: anyone, by lottery).</summary>
/// <param name="Ranking">Indexes of trainees, best first. Who is not in it is not acceptable.</param>
/// <param name="Region">Index of its region, or -1.</param>
/// <param name="Target">How many of the region's places it may count on before the others; never above the capacity.</param>
public sealed record Seat(string Id, int Capacity, int Minimum, int[]? Ranking, int Region, int Target);

/// <summary>Seats that together take at most <paramref name="Cap"/> trainees.</summary>
public sealed record Region(string Id, int Cap);

/// <summary>Two trainees who rank pairs of seats together. In an option, -1 says that this member stays without a seat.</summary>
public sealed record Couple(int First, int Second, (int First, int Second)[] Options);

/// <summary>
/// What is to be matched, checked and put in the order of the ids, so that the order of the input cannot matter.
/// <see cref="Preferences"/> of a member of a couple are empty: the couple's options count.
/// </summary>
public sealed class MatchingProblem
{
    public required IReadOnlyList<Seat> Seats { get; init; }

    public required IReadOnlyList<Region> Regions { get; init; }

    public required IReadOnlyList<string> Trainees { get; init; }

    /// <summary>Indexes of seats, best first, for each trainee.</summary>
    public required IReadOnlyList<int[]> Preferences { get; init; }

    public required IReadOnlyList<Couple> Couples { get; init; }

    /// <summary>The seed that the file states, if it does.</summary>
    public long? Seed { get; init; }

    public bool HasMinima => Seats.Any(seat => seat.Minimum > 0);

    /// <summary>The couple of each trainee, or -1.</summary>
    public int[] CoupleOf()
    {
        var couple = new int[Trainees.Count];
        Array.Fill(couple, -1);
        for (var c = 0; c < Couples.Count; c++) couple[Couples[c].First] = couple[Couples[c].Second] = c;
        return couple;
    }
}
