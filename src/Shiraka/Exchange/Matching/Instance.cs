namespace Shiraka.Exchange;

/// <summary>A problem with its draw, laid out: what every step of the solver works on.</summary>
internal sealed class Instance
{
    public Instance(MatchingProblem problem, long seed)
    {
        Problem = problem;
        Seed = seed;
        Draw = problem.Seats.Any(seat => seat.Ranking is null) ? Lottery.Draw(seed, problem.Trainees) : [];
        Market = MarketLayout.Of(problem, Draw);
        CoupleOf = problem.CoupleOf();
        Starts = Market.Starts(CoupleOf);
    }

    public MatchingProblem Problem { get; }

    public long Seed { get; }

    public int[] Draw { get; }

    public Market Market { get; }

    public int[] CoupleOf { get; }

    /// <summary>Where the trainees on their own begin.</summary>
    public int[] Starts { get; }

    public bool IsPlain => Problem.Couples.Count == 0 && !Problem.HasMinima;

    public int[] Accept(int[] starts, int[] capacities) => Problem.Regions.Count == 0
        ? DeferredAcceptance.Run(Market, starts, capacities)
        : FlexibleAcceptance.Run(Market, Problem, starts, capacities);
}
