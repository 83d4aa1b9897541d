namespace Shiraka.Exchange;

/// <summary>
/// Tries every guess of closed seats and couples' pairs where they are few enough. Between the matching best for trainees, where closed seats are missed
/// least, and the one best for seats, where couples block least, nothing else can help: unless both are at stake, a guess that fails is refuted.
/// </summary>
internal sealed class CompleteSearch
{
    private const long MostWork = 1_500_000_000;
    private readonly Instance _instance;
    private readonly int[] _minima;
    private readonly bool[] _closed;
    private readonly int[] _options;
    private readonly bool _prunes;
    private long _work;

    public CompleteSearch(Instance instance)
    {
        _instance = instance;
        var problem = instance.Problem;
        _minima = [.. Enumerable.Range(0, problem.Seats.Count).Where(s => problem.Seats[s].Minimum > 0)];
        (_closed, _options) = (new bool[problem.Seats.Count], new int[problem.Couples.Count]);
        _prunes = problem.Couples.Count == 0 && problem.Regions.Count == 0;
        Refuted = problem.Regions.Count == 0;
    }

    /// <summary>True once every guess was refuted: there is no stable outcome.</summary>
    public bool Refuted { get; private set; }

    public Outcome? Find()
    {
        var found = Close(0);
        if (_work >= MostWork) Refuted = false;
        return found;
    }

    // Fewest closures first: an open seat is tried before a closed one.
    private Outcome? Close(int at)
    {
        if (_work >= MostWork) return null;
        if (at == _minima.Length) return Pair(0);
        if (_prunes && at > 0 && !IsPossible(at)) return null;
        foreach (var closed in (bool[])[false, true])
        {
            _closed[_minima[at]] = closed;
            if (Close(at + 1) is { } found) return found;
        }

        _closed[_minima[at]] = false;
        return null;
    }

    // With all undecided seats closed, the open ones are as full as they can be; with all open, the closed ones are missed least.
    private bool IsPossible(int at)
    {
        foreach (var s in _minima.AsSpan(at)) _closed[s] = true;
        var fullest = Guess(seatsPropose: false).Outcome;
        foreach (var s in _minima.AsSpan(at)) _closed[s] = false;
        if (_minima.Take(at).Any(s => !_closed[s] && fullest.Load(s) < _instance.Problem.Seats[s].Minimum)) return false;
        var least = Guess(seatsPropose: false).Outcome;
        return !ClosedGroups.Of(least).Any(group => _minima.Take(at).Contains(group.Moves[0].Seat) && _closed[group.Moves[0].Seat]);
    }

    private Outcome? Pair(int couple)
    {
        if (_work >= MostWork) return null;
        if (couple == _options.Length) return Check();
        for (_options[couple] = 0; _options[couple] <= _instance.Market.Options[couple].Length; _options[couple]++)
            if (Pair(couple + 1) is { } found) return found;
        _options[couple] = 0;
        return null;
    }

    private Outcome? Check()
    {
        var trial = Guess(seatsPropose: false);
        if (!trial.Holds) return null;
        if (Blocking.First(trial.Outcome) is null) return trial.Outcome;
        if (_options.Length == 0 || _instance.Problem.Regions.Count > 0) return null;
        var other = Guess(seatsPropose: true);
        if (Blocking.First(other.Outcome) is null) return other.Outcome;
        if (_minima.Length > 0 && !other.Outcome.Asks.AsSpan().SequenceEqual(trial.Outcome.Asks)) Refuted = false;
        return null;
    }

    private Trial Guess(bool seatsPropose)
    {
        _work += _instance.Market.Asks.Length + _instance.Market.Seats;
        return Trial.Of(_instance, _closed, _options, seatsPropose);
    }
}
