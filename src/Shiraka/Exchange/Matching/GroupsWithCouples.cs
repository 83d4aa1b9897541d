namespace Shiraka.Exchange;

/// <summary>Groups with at least one couple that would open closed seats. A search over sets of agents, bounded.</summary>
internal sealed class GroupsWithCouples
{
    private readonly Outcome _outcome;
    private readonly List<List<(int Trainee, int Ask)[]>> _agents = [];
    private readonly List<(int Trainee, int Ask)> _moves = [];
    private readonly int _couples;
    private int _tried;

    private GroupsWithCouples(Outcome outcome)
    {
        _outcome = outcome;
        var (problem, market) = (outcome.Instance.Problem, outcome.Instance.Market);
        for (var c = 0; c < problem.Couples.Count; c++)
        {
            var couple = problem.Couples[c];
            Add([.. Enumerable.Range(0, Math.Max(0, outcome.OptionOf(c))).Where(option => Blocking.TouchesClosed(outcome, couple.Options[option]))
                .Select(option => ((int, int)[])[(couple.First, market.Options[c][option].First), (couple.Second, market.Options[c][option].Second)])]);
        }

        _couples = _agents.Count;
        if (_couples == 0) return;
        for (var t = 0; t < market.Trainees; t++)
        {
            if (outcome.Instance.CoupleOf[t] >= 0) continue;
            var end = outcome.Asks[t] < 0 ? market.Rows[t + 1] : outcome.Asks[t];
            Add([.. Enumerable.Range(market.Rows[t], Math.Max(0, end - market.Rows[t])).Where(at => market.Asks[at].Slot >= 0 && outcome.IsClosed(market.Asks[at].Seat))
                .Select(at => ((int, int)[])[(t, at)])]);
        }
    }

    /// <summary>A group, if one was found; and whether every set was tried.</summary>
    public static (Coalition? Found, bool Complete) Find(Outcome outcome)
    {
        var search = new GroupsWithCouples(outcome);
        var found = search._couples > 0 && search.Try(0);
        return (found ? ClosedGroups.Group(outcome, search._moves) : null, search._tried < ClosedGroups.MostTried);
    }

    private void Add(List<(int, int)[]> options)
    {
        if (options.Count > 0) _agents.Add(options);
    }

    private bool Try(int agent)
    {
        if (++_tried >= ClosedGroups.MostTried) return false;
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
