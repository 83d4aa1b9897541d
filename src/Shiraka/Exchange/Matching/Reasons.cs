namespace Shiraka.Exchange;

/// <summary>The reason for each seat granted and against each one preferred, from the outcome alone.</summary>
internal sealed class Reasons(Outcome outcome)
{
    private readonly Instance _instance = outcome.Instance;
    private readonly MatchingProblem _problem = outcome.Instance.Problem;
    private readonly Market _market = outcome.Instance.Market;
    private readonly Dictionary<int, int> _willing = [];

    public static IReadOnlyList<Why> Of(Outcome outcome)
    {
        var reasons = new Reasons(outcome);
        reasons.CountWilling();
        var couples = new CoupleReasons(outcome, reasons);
        return [.. Enumerable.Range(0, outcome.Asks.Length).SelectMany(t => outcome.Instance.CoupleOf[t] < 0 ? reasons.OfSingle(t) : couples.Of(t))];
    }

    /// <summary>Why the seat does not take the trainee; null where nothing in the way can be named.</summary>
    public Why? Against(int trainee, int at)
    {
        var (slot, s) = (_market.Asks[at].Slot, _market.Asks[at].Seat);
        var seat = _problem.Seats[s];
        if (slot < 0) return Say(trainee, s, "unranked");
        if (outcome.IsClosed(s) && _willing.GetValueOrDefault(s) < seat.Minimum) return Say(trainee, s, "closed", seat.Minimum, _willing.GetValueOrDefault(s));
        if (!outcome.IsClosed(s) && outcome.Load(s) == seat.Capacity && outcome.Slots(s)[^1] is var last && last < slot)
            return Say(trainee, s, seat.Ranking is null ? "full-lottery" : "full", seat.Capacity, Rank(s, last), Rank(s, slot));
        if (seat.Region < 0 || Deviation.IsOpen(outcome, [(trainee, at)])) return null;
        var (region, now) = (_problem.Regions[seat.Region], outcome.SeatOf(trainee));
        return now >= 0 && _problem.Seats[now].Region == seat.Region && !outcome.IsClosed(s)
            ? Say(trainee, s, "balance", region.Id)
            : Say(trainee, s, "cap", region.Id, region.Cap);
    }

    public Why Say(int trainee, int seat, string code, params object[] arguments) =>
        new(_problem.Trainees[trainee], seat < 0 ? null : _problem.Seats[seat].Id, code, seat < 0 ? arguments : [_problem.Seats[seat].Id, .. arguments]);

    public int Rank(int seat, int slot) => slot - _market.Slots[seat] + 1;

    private IEnumerable<Why> OfSingle(int t)
    {
        var granted = outcome.Asks[t];
        var end = granted < 0 ? _market.Rows[t + 1] : granted;
        for (var at = _market.Rows[t]; at < end; at++) yield return Against(t, at) ?? Say(t, _market.Asks[at].Seat, "broken");
        if (granted < 0) yield return Say(t, -1, end == _market.Rows[t] ? "unasked" : "none");
        else yield return Granted(t, granted);
    }

    private Why Granted(int t, int at)
    {
        var (s, choice) = (_market.Asks[at].Seat, at - _market.Rows[t] + 1);
        if (outcome.Load(s) < _problem.Seats[s].Capacity) return Say(t, s, "room", choice);
        return Say(t, s, _problem.Seats[s].Ranking is null ? "lottery" : "rank", choice, Rank(s, _market.Asks[at].Slot), _market.Slots[s + 1] - _market.Slots[s]);
    }

    // Trainees on their own who would rather be at a closed seat that would take them.
    private void CountWilling()
    {
        if (!_problem.HasMinima) return;
        for (var t = 0; t < outcome.Asks.Length; t++)
        {
            if (_instance.CoupleOf[t] >= 0) continue;
            var end = outcome.Asks[t] < 0 ? _market.Rows[t + 1] : outcome.Asks[t];
            for (var at = _market.Rows[t]; at < end; at++)
                if (_market.Asks[at] is { Slot: >= 0 } ask && outcome.IsClosed(ask.Seat)) _willing[ask.Seat] = _willing.GetValueOrDefault(ask.Seat) + 1;
        }
    }
}
