namespace Shiraka.Exchange;

/// <summary>
/// The problem as the verifier sees it, with nothing of the solver: positions looked up in the rankings as written, the draw made again from the seed.
/// </summary>
internal sealed class CheckedProblem
{
    private readonly Dictionary<int, int>?[] _positions;
    private readonly int[] _drawn;
    private readonly int[][] _applicants;

    public CheckedProblem(MatchingProblem problem, long seed)
    {
        Problem = problem;
        _positions = [.. problem.Seats.Select(seat => seat.Ranking?.Select((trainee, position) => (trainee, position)).ToDictionary(one => one.trainee, one => one.position))];
        _drawn = new int[problem.Trainees.Count];
        if (_positions.Any(positions => positions is null))
        {
            var numbers = problem.Trainees.Select(trainee => Lottery.Number(seed, trainee)).ToArray();
            var order = Enumerable.Range(0, numbers.Length).OrderBy(t => numbers[t]).ThenBy(t => problem.Trainees[t], StringComparer.Ordinal).ToArray();
            for (var i = 0; i < order.Length; i++) _drawn[order[i]] = i;
        }

        var applicants = problem.Seats.Select(_ => new List<int>()).ToArray();
        for (var t = 0; t < problem.Trainees.Count; t++)
            foreach (var seat in problem.Preferences[t]) applicants[seat].Add(t);
        foreach (var (trainee, seat) in problem.Couples.SelectMany(couple => couple.Options.SelectMany(option => ((int, int)[])[(couple.First, option.First), (couple.Second, option.Second)])).Distinct())
            if (seat >= 0) applicants[seat].Add(trainee);
        _applicants = [.. applicants.Select((list, seat) => list.Where(trainee => Accepts(seat, trainee)).OrderBy(trainee => Position(seat, trainee)).ToArray())];
    }

    public MatchingProblem Problem { get; }

    public bool Accepts(int seat, int trainee) => _positions[seat] is not { } positions || positions.ContainsKey(trainee);

    /// <summary>Smaller is better. Only for those whom the seat accepts.</summary>
    public int Position(int seat, int trainee) => _positions[seat] is { } positions ? positions[trainee] : _drawn[trainee];

    public int Asked(int seat) => _applicants[seat].Length;

    /// <summary>1 for the best of those who asked for the seat.</summary>
    public int RankAmongAsked(int seat, int trainee)
    {
        var (low, high, position) = (0, _applicants[seat].Length, Position(seat, trainee));
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Position(seat, _applicants[seat][middle]) < position) low = middle + 1;
            else high = middle;
        }

        return low + 1;
    }
}
