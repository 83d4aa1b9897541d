namespace Shiraka.Exchange;

/// <summary>
/// Groups that would open a closed seat: at least its minimum, each of whom would rather be there (Biró, Fleiner, Irving and Manlove, 2010).
/// Couples may bring their other member along, so with them sets of agents are tried one by one.
/// </summary>
internal static class ClosedGroups
{
    /// <summary>Sets of agents tried: more than there are in a problem that is looked at whole.</summary>
    public const int MostTried = 200_000;

    /// <summary>As many in a larger one; what could then not be proved is said.</summary>
    public const int MostTriedInSearch = 10_000;

    public static IEnumerable<Coalition> Of(Outcome outcome)
    {
        var problem = outcome.Instance.Problem;
        if (!problem.HasMinima) yield break;
        var closed = Enumerable.Range(0, problem.Seats.Count).Where(outcome.IsClosed).ToArray();
        var comers = Comers(outcome);
        foreach (var seat in closed)
            if (OfSingles(outcome, seat, comers.GetValueOrDefault(seat, [])) is { } group) yield return group;
        if (GroupsWithCouples.Find(outcome).Found is { } joint) yield return joint;
    }

    /// <summary>Singles who would rather have each closed seat and whom it accepts: their asks.</summary>
    private static Dictionary<int, List<(int Trainee, int Ask)>> Comers(Outcome outcome)
    {
        var market = outcome.Instance.Market;
        var comers = new Dictionary<int, List<(int, int)>>();
        for (var t = 0; t < market.Trainees; t++)
        {
            if (outcome.Instance.CoupleOf[t] >= 0) continue;
            var end = outcome.Asks[t] < 0 ? market.Rows[t + 1] : outcome.Asks[t];
            for (var at = market.Rows[t]; at < end; at++)
            {
                if (market.Asks[at] is not { Slot: >= 0 } ask || !outcome.IsClosed(ask.Seat)) continue;
                if (!comers.TryGetValue(ask.Seat, out var list)) comers[ask.Seat] = list = [];
                list.Add((t, at));
            }
        }

        return comers;
    }

    private static Coalition? OfSingles(Outcome outcome, int s, List<(int Trainee, int Ask)> comers)
    {
        var (problem, seat) = (outcome.Instance.Problem, outcome.Instance.Problem.Seats[s]);
        if (comers.Count < seat.Minimum) return null;
        IEnumerable<(int Trainee, int Ask)> chosen = comers;
        if (seat.Region >= 0)
        {
            // Who already is in the region costs it nothing; of those, first the ones whose seats are fullest against their targets.
            var left = new int[problem.Seats.Count];
            var inside = comers.Where(comer => outcome.SeatOf(comer.Trainee) is var at && at >= 0 && problem.Seats[at].Region == seat.Region)
                .Select(comer => (Comer: comer, Above: outcome.Load(outcome.SeatOf(comer.Trainee)) - problem.Seats[outcome.SeatOf(comer.Trainee)].Target - left[outcome.SeatOf(comer.Trainee)]++))
                .OrderByDescending(comer => comer.Above).Select(comer => comer.Comer).ToList();
            chosen = inside.Concat(comers.Except(inside));
        }

        var moves = chosen.Take(seat.Minimum).ToList();
        return Deviation.IsOpen(outcome, moves) ? Group(outcome, moves) : null;
    }

    internal static Coalition Group(Outcome outcome, IEnumerable<(int Trainee, int Ask)> moves) =>
        new(CoalitionKind.Group, [.. moves.Select(move => (move.Trainee, move.Ask < 0 ? -1 : outcome.Instance.Market.Asks[move.Ask].Seat)).OrderBy(move => move.Trainee)]);
}
