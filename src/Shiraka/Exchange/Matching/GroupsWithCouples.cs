namespace Shiraka.Exchange;

/// <summary>Groups with at least one couple that would open closed seats. A search over sets of agents, bounded.</summary>
internal sealed class GroupsWithCouples
{
    private readonly Outcome _outcome;
    private readonly List<List<(int Trainee, int Ask)[]>> _agents = [];
    private readonly List<(int Trainee, int Ask)> _moves = [];
    private readonly int _couples;
    private readonly int _most;
    private int _tried;

    private GroupsWithCouples(Outcome outcome)
    {
        _outcome = outcome;
        _most = Candidates.AtMost(outcome.Instance) <= Solver.MostCandidates ? ClosedGroups.MostTried : ClosedGroups.MostTriedInSearch;
        var (problem, market) = (outcome.Instance.Problem, outcome.Instance.Market);
        for (var c = 0; c < problem.Couples.Count; c++)
        {
            var couple = problem.Couples[c];
            Add([.. Enumerable.Range(0, Math.Max(0, outcome.OptionOf(c))).Where(option => Blocking.TouchesClosed(outcome, couple.Options[option]))
                .Select(option => ((int, int)[])[(couple.First, market.Options[c][option].First), (couple.Second, market.Options[c][option].Second)])]);
        }

        if (_agents.Count == 0) return;
        var couples = _agents.Count;
        for (var t = 0; t < market.Trainees; t++)
        {
            if (outcome.Instance.CoupleOf[t] >= 0) continue;
            var end = outcome.Asks[t] < 0 ? market.Rows[t + 1] : outcome.Asks[t];
            Add([.. Enumerable.Range(market.Rows[t], Math.Max(0, end - market.Rows[t])).Where(at => market.Asks[at].Slot >= 0 && outcome.IsClosed(market.Asks[at].Seat))
                .Select(at => ((int, int)[])[(t, at)])]);
        }

        while (DropHopeless()) { }
        _couples = _agents.Take(couples).Count(options => options.Count > 0);
        _agents.RemoveAll(options => options.Count == 0);
    }

    /// <summary>A group, if one was found; and whether every set was tried.</summary>
    public static (Coalition? Found, bool Complete) Find(Outcome outcome)
    {
        var search = new GroupsWithCouples(outcome);
        var found = search._couples > 0 && search.Try(0);
        return (found ? ClosedGroups.Group(outcome, search._moves) : null, search._tried < search._most);
    }

    private void Add(List<(int, int)[]> options)
    {
        if (options.Count > 0) _agents.Add(options);
    }

    // A closed seat that could not reach its minimum even if all who may would come is no reason to move.
    private bool DropHopeless()
    {
        var (seats, asks) = (_outcome.Instance.Problem.Seats, _outcome.Instance.Market.Asks);
        var coming = new int[seats.Count];
        foreach (var options in _agents)
            foreach (var (seat, most) in options.SelectMany(option => option.Where(move => move.Ask >= 0).CountBy(move => asks[move.Ask].Seat)).GroupBy(count => count.Key, count => count.Value).Select(counts => (counts.Key, counts.Max()))) coming[seat] += most;
        return _agents.Sum(options => options.RemoveAll(option => option.Any(move => move.Ask >= 0 && asks[move.Ask].Seat is var seat && _outcome.IsClosed(seat) && coming[seat] < seats[seat].Minimum))) > 0;
    }

    private bool Try(int agent)
    {
        if (++_tried >= _most) return false;
        if (_moves.Count > 0 && Deviation.IsOpen(_outcome, _moves)) return true;
        if (agent == _agents.Count || (agent == _couples && _moves.Count == 0)) return false;
        foreach (var option in _agents[agent])
        {
            _moves.AddRange(option);
            if (Try(agent + 1)) return true;
            _moves.RemoveRange(_moves.Count - option.Length, option.Length);
        }

        return Try(agent + 1);
    }
}
