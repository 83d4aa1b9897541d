namespace Shiraka.Exchange;

/// <summary>
/// One guess: which seats stay closed, and which pair each couple takes. The rest follows by deferred acceptance; then it is known whether the
/// guess holds.
/// </summary>
internal sealed class Trial
{
    private Trial(Outcome outcome, List<int> refused, int? tooFew) => (Outcome, Refused, TooFew) = (outcome, refused, tooFew);

    public Outcome Outcome { get; }

    /// <summary>Couples of which a member did not get the seat of the guess.</summary>
    public IReadOnlyList<int> Refused { get; }

    /// <summary>The open seat that lacks most for its minimum.</summary>
    public int? TooFew { get; }

    public bool Holds => Refused.Count == 0 && TooFew is null;

    public static Trial Of(Instance instance, bool[] closed, int[] options, bool seatsPropose = false)
    {
        var (problem, market) = (instance.Problem, instance.Market);
        var starts = instance.Starts.ToArray();
        for (var c = 0; c < options.Length; c++)
            (starts[problem.Couples[c].First], starts[problem.Couples[c].Second]) = options[c] < market.Options[c].Length ? market.Options[c][options[c]] : (-1, -1);
        var capacities = market.Capacities.Select((capacity, s) => closed[s] ? 0 : capacity).ToArray();
        var outcome = new Outcome(instance, seatsPropose ? SeatProposing.Run(market, starts, capacities) : instance.Accept(starts, capacities));
        var refused = Enumerable.Range(0, options.Length)
            .Where(c => outcome.Asks[problem.Couples[c].First] != starts[problem.Couples[c].First] || outcome.Asks[problem.Couples[c].Second] != starts[problem.Couples[c].Second]).ToList();
        return new Trial(outcome, refused, MostLacking(problem, closed, outcome));
    }

    private static int? MostLacking(MatchingProblem problem, bool[] closed, Outcome outcome)
    {
        var (worst, least) = ((int?)null, 1.0);
        for (var s = 0; s < closed.Length; s++)
        {
            if (closed[s] || problem.Seats[s].Minimum == 0) continue;
            var share = (double)outcome.Load(s) / problem.Seats[s].Minimum;
            if (share < least) (worst, least) = (s, share);
        }

        return worst;
    }
}
