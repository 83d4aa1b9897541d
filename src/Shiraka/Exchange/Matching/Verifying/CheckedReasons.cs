namespace Shiraka.Exchange;

/// <summary>The reasons that must stand in a result, worked out again from the holders of the seats.</summary>
internal sealed class CheckedReasons(CheckedProblem problem, CheckedOutcome outcome)
{
    private readonly MatchingProblem _problem = problem.Problem;
    private readonly CheckedBlocking _blocking = new(problem, outcome);
    private readonly int[] _couple = problem.Problem.CoupleOf();
    private Dictionary<int, int>? _willing;

    public IEnumerable<Why> Of(int trainee) => _couple[trainee] < 0 ? OfSingle(trainee) : OfMember(trainee, _problem.Couples[_couple[trainee]]);

    private IEnumerable<Why> OfSingle(int t)
    {
        foreach (var seat in _blocking.Better(t)) yield return Against(t, seat) ?? Say(t, seat, "broken");
        var (granted, list) = (outcome.SeatOf[t], _problem.Preferences[t]);
        if (granted < 0) yield return Say(t, -1, list.Length == 0 ? "unasked" : "none");
        else if (outcome.Holders[granted].Count < _problem.Seats[granted].Capacity) yield return Say(t, granted, "room", Array.IndexOf(list, granted) + 1);
        else yield return Say(t, granted, _problem.Seats[granted].Ranking is null ? "lottery" : "rank", Array.IndexOf(list, granted) + 1, problem.RankAmongAsked(granted, t), problem.Asked(granted));
    }

    private IEnumerable<Why> OfMember(int t, Couple couple)
    {
        var isFirst = couple.First == t;
        var partner = isFirst ? couple.Second : couple.First;
        var better = 0;
        foreach (var option in _blocking.Better(couple))
        {
            better++;
            var (own, other) = isFirst ? option : (option.Second, option.First);
            if (own < 0) continue;
            if (outcome.CanMove([(t, own), (partner, other)])) yield return Say(t, own, "broken");
            else if (outcome.SeatOf[t] != own && Against(t, own) is { } against) yield return against;
            else if (other < 0) yield return Say(t, own, "couple-blocked");
            else yield return Say(t, own, outcome.SeatOf[partner] == other || Against(partner, other) is null ? "together" : "partner", _problem.Trainees[partner], _problem.Seats[other].Id);
        }

        var (mine, theirs) = (outcome.SeatOf[t], outcome.SeatOf[partner]);
        if (mine < 0 && theirs < 0) yield return Say(t, -1, couple.Options.Length == 0 ? "unasked" : "none");
        else if (mine < 0) yield return Say(t, -1, "left", better + 1, _problem.Trainees[partner], _problem.Seats[theirs].Id);
        else if (theirs < 0) yield return Say(t, mine, "couple-alone", better + 1, _problem.Trainees[partner]);
        else yield return Say(t, mine, "couple", better + 1, _problem.Trainees[partner], _problem.Seats[theirs].Id);
    }

    private Why? Against(int t, int s)
    {
        var (seat, closed) = (_problem.Seats[s], outcome.IsClosed(s));
        if (!problem.Accepts(s, t)) return Say(t, s, "unranked");
        if (closed && Willing(s) < seat.Minimum) return Say(t, s, "closed", seat.Minimum, Willing(s));
        if (!closed && outcome.Holders[s].Count == seat.Capacity && outcome.Worst(s) is var worst && problem.Position(s, worst) < problem.Position(s, t))
            return Say(t, s, seat.Ranking is null ? "full-lottery" : "full", seat.Capacity, problem.RankAmongAsked(s, worst), problem.RankAmongAsked(s, t));
        if (seat.Region < 0 || outcome.CanMove([(t, s)])) return null;
        var inside = outcome.SeatOf[t] >= 0 && _problem.Seats[outcome.SeatOf[t]].Region == seat.Region && !closed;
        return inside ? Say(t, s, "balance", _problem.Regions[seat.Region].Id) : Say(t, s, "cap", _problem.Regions[seat.Region].Id, _problem.Regions[seat.Region].Cap);
    }

    private int Willing(int seat)
    {
        _willing ??= Enumerable.Range(0, _couple.Length).Where(t => _couple[t] < 0)
            .SelectMany(t => _blocking.Better(t).Where(better => outcome.IsClosed(better) && problem.Accepts(better, t))).CountBy(better => better).ToDictionary();
        return _willing.GetValueOrDefault(seat);
    }

    private Why Say(int trainee, int seat, string code, params object[] arguments) =>
        new(_problem.Trainees[trainee], seat < 0 ? null : _problem.Seats[seat].Id, code, seat < 0 ? arguments : [_problem.Seats[seat].Id, .. arguments]);
}
