namespace Shiraka.Exchange;

/// <summary>Looks for anything that breaks an outcome, from the definitions.</summary>
internal sealed class CheckedBlocking(CheckedProblem problem, CheckedOutcome outcome)
{
    private readonly MatchingProblem _problem = problem.Problem;
    private readonly int[] _couple = problem.Problem.CoupleOf();
    private int _tried;

    /// <param name="joint">Whether to look for groups with couples too: a search over sets.</param>
    public IReadOnlyList<(int Trainee, int Seat)>? Find(bool joint = true) => Pair() ?? Couple() ?? Group() ?? (joint && _problem.HasMinima && _problem.Couples.Count > 0 ? Joint() : null);

    /// <summary>Seats that a trainee on their own would rather have.</summary>
    public IEnumerable<int> Better(int trainee) => _problem.Preferences[trainee].TakeWhile(seat => seat != outcome.SeatOf[trainee]);

    /// <summary>Pairs that a couple would rather have; all of them where theirs is not in the list.</summary>
    public IEnumerable<(int First, int Second)> Better(Couple couple) => couple.Options.TakeWhile(option => option != (outcome.SeatOf[couple.First], outcome.SeatOf[couple.Second]));

    /// <summary>Whether all who move gain by it, members of couples together.</summary>
    public bool AllGain(IReadOnlyList<(int Trainee, int Seat)> moves) => moves.Count > 0 && moves.All(move =>
    {
        if (_couple[move.Trainee] < 0) return Better(move.Trainee).Contains(move.Seat);
        var couple = _problem.Couples[_couple[move.Trainee]];
        (int First, int Second) pair = (moves.Where(other => other.Trainee == couple.First).Select(other => other.Seat).DefaultIfEmpty(-2).First(), moves.Where(other => other.Trainee == couple.Second).Select(other => other.Seat).DefaultIfEmpty(-2).First());
        return Better(couple).Contains(pair);
    });

    private IReadOnlyList<(int, int)>? Pair()
    {
        var worst = Enumerable.Range(0, _problem.Seats.Count).Select(s => outcome.Holders[s].Count < _problem.Seats[s].Capacity ? int.MaxValue : problem.Position(s, outcome.Worst(s))).ToArray();
        for (var t = 0; t < _couple.Length; t++)
            if (_couple[t] < 0)
                foreach (var seat in Better(t))
                    if (!outcome.IsClosed(seat) && problem.Accepts(seat, t) && problem.Position(seat, t) < worst[seat] && outcome.CanMove([(t, seat)])) return [(t, seat)];
        return null;
    }

    private IReadOnlyList<(int, int)>? Couple() => _problem.Couples
        .SelectMany(couple => Better(couple).Where(option => !Closed(option)).Select(option => ((int, int)[])[(couple.First, option.First), (couple.Second, option.Second)]))
        .FirstOrDefault(outcome.CanMove);

    private IReadOnlyList<(int, int)>? Group()
    {
        if (!_problem.HasMinima) return null;
        var willing = Enumerable.Range(0, _couple.Length).Where(t => _couple[t] < 0).SelectMany(t => Better(t).Where(seat => outcome.IsClosed(seat) && problem.Accepts(seat, t)).Select(seat => (t, seat)))
            .ToLookup(one => one.seat, one => one.t);
        foreach (var comers in willing)
            if (comers.Count() >= _problem.Seats[comers.Key].Minimum && Chosen(comers.Key, [.. comers]) is { } moves && outcome.CanMove(moves)) return moves;
        return null;
    }

    // Those already in the region first, each time from the seat that is most above its target.
    private List<(int, int)> Chosen(int seat, List<int> comers)
    {
        var (region, moves, left) = (_problem.Seats[seat].Region, new List<(int, int)>(), new Dictionary<int, int>());
        var inside = region < 0 ? [] : comers.Where(t => outcome.SeatOf[t] >= 0 && _problem.Seats[outcome.SeatOf[t]].Region == region).ToList();
        while (moves.Count < _problem.Seats[seat].Minimum)
        {
            var from = inside.Count > 0 ? inside : comers;
            var next = from == inside ? inside.MaxBy(t => outcome.Holders[outcome.SeatOf[t]].Count - left.GetValueOrDefault(outcome.SeatOf[t]) - _problem.Seats[outcome.SeatOf[t]].Target) : comers[0];
            if (from == inside) left[outcome.SeatOf[next]] = left.GetValueOrDefault(outcome.SeatOf[next]) + 1;
            inside.Remove(next);
            comers.Remove(next);
            moves.Add((next, seat));
        }

        return moves;
    }

    private List<(int, int)>? Joint()
    {
        var agents = _problem.Couples.Select(couple => Better(couple).Where(Closed).Select(option => ((int, int)[])[(couple.First, option.First), (couple.Second, option.Second)]).ToList())
            .Concat(Enumerable.Range(0, _couple.Length).Where(t => _couple[t] < 0).Select(t => Better(t).Where(outcome.IsClosed).Select(seat => ((int, int)[])[(t, seat)]).ToList()))
            .Where(options => options.Count > 0).ToList();
        return Joint(agents, 0, []);
    }

    private List<(int, int)>? Joint(List<List<(int, int)[]>> agents, int at, List<(int, int)> moves)
    {
        if (++_tried > ClosedGroups.MostTried) return null;
        if (moves.Count > 0 && outcome.CanMove(moves)) return moves;
        if (at == agents.Count) return null;
        return agents[at].Select(option => Joint(agents, at + 1, [.. moves, .. option])).FirstOrDefault(found => found is not null) ?? Joint(agents, at + 1, moves);
    }

    private bool Closed((int First, int Second) option) => (option.First >= 0 && outcome.IsClosed(option.First)) || (option.Second >= 0 && outcome.IsClosed(option.Second));
}
