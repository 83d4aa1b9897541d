namespace Shiraka.Exchange;

/// <summary>An outcome as sets of holders, and whether a set of moves breaks it: the moves are made, and what comes out is looked at.</summary>
internal sealed class CheckedOutcome
{
    private readonly CheckedProblem _checked;
    private readonly MatchingProblem _problem;

    public CheckedOutcome(CheckedProblem problem, int[] seatOf)
    {
        (_checked, _problem, SeatOf) = (problem, problem.Problem, seatOf);
        Holders = [.. problem.Problem.Seats.Select(_ => new HashSet<int>())];
        for (var t = 0; t < seatOf.Length; t++)
            if (seatOf[t] >= 0) Holders[seatOf[t]].Add(t);
        InRegion = [.. _problem.Regions.Select((_, region) => Enumerable.Range(0, Holders.Length).Where(s => _problem.Seats[s].Region == region).Sum(s => (long)Holders[s].Count))];
    }

    public int[] SeatOf { get; }

    public HashSet<int>[] Holders { get; }

    public long[] InRegion { get; }

    public bool IsClosed(int seat) => Holders[seat].Count == 0 && _problem.Seats[seat].Minimum > 0;

    /// <summary>The holder that the seat likes least.</summary>
    public int Worst(int seat) => Holders[seat].MaxBy(trainee => _checked.Position(seat, trainee));

    /// <summary>Whether every seat and region would agree; that every mover gains is checked elsewhere.</summary>
    public bool CanMove(IReadOnlyList<(int Trainee, int Seat)> moves)
    {
        if (moves.Any(move => move.Seat >= 0 && !_checked.Accepts(move.Seat, move.Trainee))) return false;
        var movers = moves.Select(move => move.Trainee).ToHashSet();
        var after = new Dictionary<int, List<int>>();
        foreach (var seat in moves.SelectMany(move => (int[])[SeatOf[move.Trainee], move.Seat]).Where(seat => seat >= 0))
            after[seat] = [.. Holders[seat].Except(movers).Concat(moves.Where(move => move.Seat == seat).Select(move => move.Trainee)).OrderBy(trainee => _checked.Position(seat, trainee))];
        var newcomers = after.Keys.ToDictionary(seat => seat, seat => moves.Count(move => move.Seat == seat && SeatOf[move.Trainee] != seat));
        return CanDrop([.. newcomers.Where(seat => seat.Value > 0).Select(seat => seat.Key)], 0, after, newcomers, movers);
    }

    // A seat with newcomers may send away as many of its worst, but never one of those who move together.
    private bool CanDrop(int[] seats, int at, Dictionary<int, List<int>> after, Dictionary<int, int> newcomers, HashSet<int> movers)
    {
        if (at == seats.Length) return after.All(seat => IsWithin(seat.Key, seat.Value.Count, newcomers[seat.Key])) && RegionsHold(after);
        var (seat, all) = (seats[at], after[seats[at]]);
        var worst = all.Where(movers.Contains).Max(trainee => _checked.Position(seat, trainee));
        var behind = all.Where(trainee => !movers.Contains(trainee) && _checked.Position(seat, trainee) > worst).Reverse().ToList();
        for (var dropped = 0; dropped <= Math.Min(newcomers[seat], behind.Count); dropped++)
        {
            after[seat] = [.. all.Except(behind.Take(dropped))];
            if (CanDrop(seats, at + 1, after, newcomers, movers)) return true;
        }

        after[seat] = all;
        return false;
    }

    private bool IsWithin(int seat, int count, int newcomers) => count <= _problem.Seats[seat].Capacity && (newcomers == 0 || !IsClosed(seat) || count >= _problem.Seats[seat].Minimum);

    private bool RegionsHold(Dictionary<int, List<int>> after)
    {
        for (var region = 0; region < InRegion.Length; region++)
        {
            var here = after.Where(seat => _problem.Seats[seat.Key].Region == region).Select(seat => (seat.Key, Before: Holders[seat.Key].Count, After: seat.Value.Count)).ToList();
            if (InRegion[region] + here.Sum(seat => seat.After - seat.Before) > _problem.Regions[region].Cap && here.Count > 0) return false;
            if (InRegion[region] < _problem.Regions[region].Cap) continue;
            foreach (var gains in here.Where(seat => seat.After > seat.Before))
                foreach (var loses in here.Where(seat => seat.After < seat.Before))
                    if (gains.After - _problem.Seats[gains.Key].Target > loses.After - _problem.Seats[loses.Key].Target) return false;
        }

        return true;
    }
}
