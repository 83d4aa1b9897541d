namespace Shiraka.Exchange;

/// <summary>
/// Every candidate outcome of a small problem: feasible (capacities, caps, minima or nobody) and nobody with a seat they did not ask for.
/// </summary>
internal sealed class Candidates
{
    private readonly Instance _instance;
    private readonly List<(int Trainee, int Ask)[][]> _agents = [];
    private readonly int[] _asks;
    private readonly int[] _loads;
    private readonly long[] _regions;

    private Candidates(Instance instance)
    {
        _instance = instance;
        var market = instance.Market;
        (_asks, _loads, _regions) = (new int[market.Trainees], new int[market.Seats], new long[instance.Problem.Regions.Count]);
        Array.Fill(_asks, -1);
        for (var t = 0; t < market.Trainees; t++)
            if (instance.CoupleOf[t] < 0) _agents.Add([.. Enumerable.Range(market.Rows[t], market.Rows[t + 1] - market.Rows[t]).Select(at => new[] { (t, at) }), [(t, -1)]]);
        for (var c = 0; c < market.Options.Length; c++)
        {
            var couple = instance.Problem.Couples[c];
            _agents.Add([.. market.Options[c].Append((First: -1, Second: -1)).Distinct().Select(option => new[] { (couple.First, option.First), (couple.Second, option.Second) })]);
        }
    }

    /// <summary>An upper bound of their number, cheap to know.</summary>
    public static double AtMost(Instance instance) => new Candidates(instance)._agents.Aggregate(1.0, (product, options) => product * options.Length);

    public static IEnumerable<Outcome> Of(Instance instance) => new Candidates(instance).From(0);

    private IEnumerable<Outcome> From(int agent)
    {
        if (agent == _agents.Count)
        {
            if (!_instance.Problem.Seats.Where((seat, s) => _loads[s] > 0 && _loads[s] < seat.Minimum).Any()) yield return new Outcome(_instance, [.. _asks]);
            yield break;
        }

        foreach (var option in _agents[agent])
        {
            var taken = 0;
            while (taken < option.Length && Take(option[taken])) taken++;
            if (taken == option.Length)
                foreach (var outcome in From(agent + 1)) yield return outcome;
            while (taken > 0) Give(option[--taken]);
        }
    }

    private bool Take((int Trainee, int Ask) move)
    {
        if (move.Ask < 0) return true;
        var ask = _instance.Market.Asks[move.Ask];
        var seat = _instance.Problem.Seats[ask.Seat];
        if (ask.Slot < 0 || _loads[ask.Seat] == seat.Capacity) return false;
        if (seat.Region >= 0)
        {
            if (_regions[seat.Region] == _instance.Problem.Regions[seat.Region].Cap) return false;
            _regions[seat.Region]++;
        }

        (_loads[ask.Seat], _asks[move.Trainee]) = (_loads[ask.Seat] + 1, move.Ask);
        return true;
    }

    private void Give((int Trainee, int Ask) move)
    {
        if (move.Ask < 0) return;
        var seat = _instance.Market.Asks[move.Ask].Seat;
        if (_instance.Problem.Seats[seat].Region is var region and >= 0) _regions[region]--;
        (_loads[seat], _asks[move.Trainee]) = (_loads[seat] - 1, -1);
    }
}
