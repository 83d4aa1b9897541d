namespace Shiraka.Exchange;

/// <summary>
/// Looks for a stable outcome of a large problem with couples or minima: couples go down their list like anybody else, seats that lack
/// their minimum close, and what blocks is granted, never twice from the same state. What it finds is checked; finding nothing proves nothing.
/// </summary>
internal sealed class GuidedSearch(Instance instance)
{
    private const int MostSteps = 500;
    private const long MostWork = 2_000_000_000;
    private readonly HashSet<ulong> _seen = [];
    private readonly bool[] _closed = new bool[instance.Problem.Seats.Count];
    private readonly int[] _options = new int[instance.Problem.Couples.Count];

    /// <summary>The outcome that the fewest coalitions break; none where the search succeeded.</summary>
    public (Outcome Outcome, IReadOnlyList<Coalition> Blocking) Best()
    {
        (Outcome Outcome, IReadOnlyList<Coalition> Blocking)? best = null;
        var steps = Math.Min(MostSteps, Math.Max(20, MostWork / (instance.Market.Asks.Length + instance.Market.Seats + 1)));
        for (var step = 0; step < steps && _seen.Add(State()); step++)
        {
            var trial = Trial.Of(instance, _closed, _options);
            if (!trial.Holds)
            {
                Yield(trial);
                continue;
            }

            Coalition[] blocking = [.. Blocking.Of(trial.Outcome)];
            if (best is null || blocking.Length < best.Value.Blocking.Count) best = (trial.Outcome, blocking);
            if (blocking.Length == 0 || !Grant(trial.Outcome, blocking)) break;
        }

        return best ?? Modest();
    }

    private void Yield(Trial trial)
    {
        foreach (var couple in trial.Refused) _options[couple]++;
        if (trial.Refused.Count == 0) _closed[trial.TooFew!.Value] = true;
    }

    private bool Grant(Outcome outcome, Coalition[] blocking)
    {
        foreach (var coalition in blocking.Where(coalition => coalition.Kind != CoalitionKind.Pair))
        {
            var (options, closed) = (_options.ToArray(), _closed.ToArray());
            foreach (var (trainee, seat) in coalition.Moves)
            {
                if (seat >= 0) _closed[seat] = false;
                if (instance.CoupleOf[trainee] is var c and >= 0) _options[c] = Wanted(c, coalition);
            }

            if (!_seen.Contains(State())) return true;
            (options, closed).Item1.CopyTo(_options, 0);
            closed.CopyTo(_closed, 0);
        }

        return false;

        int Wanted(int c, Coalition coalition)
        {
            var couple = instance.Problem.Couples[c];
            var pair = (coalition.Moves.First(move => move.Trainee == couple.First).Seat, coalition.Moves.First(move => move.Trainee == couple.Second).Seat);
            return Array.IndexOf(couple.Options, pair) is var option and >= 0 ? option : outcome.OptionOf(c);
        }
    }

    // Couples without seats and seats closed one by one always end in something feasible.
    private (Outcome, IReadOnlyList<Coalition>) Modest()
    {
        for (var c = 0; c < _options.Length; c++) _options[c] = instance.Market.Options[c].Length;
        while (true)
        {
            var trial = Trial.Of(instance, _closed, _options);
            if (trial.Holds) return (trial.Outcome, [.. Blocking.Of(trial.Outcome)]);
            _closed[trial.TooFew!.Value] = true;
        }
    }

    private ulong State()
    {
        var hash = 14_695_981_039_346_656_037UL;        // FNV-1a, 64 bits
        foreach (var option in _options) hash = (hash ^ (uint)option) * 1_099_511_628_211UL;
        for (var s = 0; s < _closed.Length; s++)
            if (_closed[s]) hash = (hash ^ (uint)(s + 1_000_003)) * 1_099_511_628_211UL;
        return hash;
    }
}
