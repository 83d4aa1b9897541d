namespace Shiraka.Exchange;

/// <summary>How an answer was found: by a theorem, by looking at every candidate outcome, by every guess of closures and pairs, or by a guided search.</summary>
public enum MatchingMethod { DeferredAcceptance, FlexibleDeferredAcceptance, Exhaustive, CompleteSearch, GuidedSearch }

/// <summary>What is known of an answer, and what is not.</summary>
public enum MatchingClaim
{
    Feasible, IndividuallyRational, NoBlockingPair, NoBlockingCouple, NoBlockingGroup, TraineeOptimal, StrategyProof, NoStableOutcome,
}

/// <summary>One outcome and coalitions that break it.</summary>
/// <param name="Seats">The seat of each trainee, -1 for none.</param>
public sealed record BrokenOutcome(IReadOnlyList<int> Seats, IReadOnlyList<int> Closed, IReadOnlyList<Coalition> Coalitions);

/// <summary>The answer to a <see cref="MatchingProblem"/>. <see cref="Seats"/> holds the seat of each trainee, -1 for none.</summary>
public sealed class MatchingResult
{
    public required MatchingProblem Problem { get; init; }

    public required bool Stable { get; init; }

    public required long Seed { get; init; }

    public required IReadOnlyList<int> Seats { get; init; }

    public required IReadOnlyList<int> Closed { get; init; }

    public required IReadOnlyList<Why> Why { get; init; }

    public required IReadOnlyList<BrokenOutcome> Blocking { get; init; }

    public required MatchingMethod Method { get; init; }

    public required IReadOnlyList<MatchingClaim> Proved { get; init; }

    public required IReadOnlyList<MatchingClaim> NotProved { get; init; }
}
