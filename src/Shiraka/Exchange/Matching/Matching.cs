namespace Shiraka.Exchange;

/// <summary>
/// Fair matching of trainees to seats: a pure function of the problem and the seed. The same answer on every machine, whatever
/// the order of the input.
/// </summary>
public static class Matching
{
    /// <summary>The seed where neither the file nor the caller names one.</summary>
    public const long DefaultSeed = 0;

    public static MatchingResult Solve(MatchingProblem problem, long? seed = null)
    {
        var instance = new Instance(problem, seed ?? problem.Seed ?? DefaultSeed);
        var found = Solver.Solve(instance);
        return new MatchingResult
        {
            Problem = problem,
            Stable = found.Stable,
            Seed = instance.Seed,
            Seats = Seats(found.Outcome),
            Closed = Closed(found.Outcome),
            Why = Reasons.Of(found.Outcome),
            Blocking = [.. found.Broken.Select(broken => new BrokenOutcome(Seats(broken.Outcome), Closed(broken.Outcome), broken.Coalitions))],
            Method = found.Method,
            Proved = found.Proved,
            NotProved = found.NotProved,
        };
    }

    private static int[] Seats(Outcome outcome) => [.. Enumerable.Range(0, outcome.Asks.Length).Select(outcome.SeatOf)];

    private static int[] Closed(Outcome outcome) => [.. Enumerable.Range(0, outcome.Instance.Market.Seats).Where(outcome.IsClosed)];
}
