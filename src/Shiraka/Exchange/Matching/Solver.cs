using static Shiraka.Exchange.MatchingClaim;

namespace Shiraka.Exchange;

/// <summary>Chooses the way that proves most: a theorem where there is one, every candidate where they are few, else a search.</summary>
internal static class Solver
{
    /// <summary>Up to as many combinations of choices are all looked at.</summary>
    public const double MostCandidates = 60_000;

    /// <summary>Up to as many broken outcomes are listed; beyond, the best found.</summary>
    public const int MostListed = 1_000;

    public static Finding Solve(Instance instance)
    {
        if (instance.IsPlain) return ByTheorem(instance);
        return Candidates.AtMost(instance) <= MostCandidates ? Exhaustively(instance) : BySearch(instance);
    }

    private static Finding ByTheorem(Instance instance)
    {
        var outcome = new Outcome(instance, instance.Accept(instance.Starts, instance.Market.Capacities));
        var regional = instance.Problem.Regions.Count > 0;
        return new Finding(outcome, true, regional ? MatchingMethod.FlexibleDeferredAcceptance : MatchingMethod.DeferredAcceptance, [],
            regional ? [Feasible, IndividuallyRational, NoBlockingPair, StrategyProof] : [Feasible, IndividuallyRational, NoBlockingPair, TraineeOptimal, StrategyProof],
            regional ? [TraineeOptimal] : []);
    }

    private static Finding Exhaustively(Instance instance)
    {
        var broken = new List<(Outcome, Coalition)>();
        var stable = new List<Outcome>();
        foreach (var outcome in Candidates.Of(instance))
        {
            if (Blocking.First(outcome) is not { } coalition) stable.Add(outcome);
            else if (stable.Count == 0) broken.Add((outcome, coalition));
        }

        if (stable.Count > 0)
        {
            var best = stable.MinBy(outcome => outcome.Cost())!;
            var optimal = stable.All(other => NobodyPrefers(other, best));
            return new Finding(best, true, MatchingMethod.Exhaustive, [], optimal ? [.. Unbroken(instance), TraineeOptimal] : Unbroken(instance), optimal ? [StrategyProof] : [TraineeOptimal, StrategyProof]);
        }

        var least = broken.Select(one => (Outcome: one.Item1, Coalitions: (IReadOnlyList<Coalition>)[.. Blocking.Of(one.Item1)]))
            .MinBy(one => (one.Coalitions.Count, one.Outcome.Cost()));
        return new Finding(least.Outcome, false, MatchingMethod.Exhaustive,
            broken.Count > MostListed ? [least] : [.. broken.Select(one => (one.Item1, (IReadOnlyList<Coalition>)[one.Item2]))], [Feasible, IndividuallyRational, NoStableOutcome], []);
    }

    private static Finding BySearch(Instance instance)
    {
        var (outcome, blocking) = new GuidedSearch(instance).Best();
        if (blocking.Count == 0) return Found(outcome, MatchingMethod.GuidedSearch);
        var complete = new CompleteSearch(instance);
        if (complete.Find() is { } found) return Found(found, MatchingMethod.CompleteSearch);
        return new Finding(outcome, false, complete.Refuted ? MatchingMethod.CompleteSearch : MatchingMethod.GuidedSearch, [(outcome, blocking)],
            complete.Refuted ? [Feasible, IndividuallyRational, NoStableOutcome] : [Feasible, IndividuallyRational], complete.Refuted ? [] : [NoStableOutcome]);
    }

    private static Finding Found(Outcome outcome, MatchingMethod method)
    {
        var sure = GroupsWithCouples.Find(outcome).Complete;
        IReadOnlyList<MatchingClaim> proved = Unbroken(outcome.Instance);
        return new Finding(outcome, true, method, [], sure ? proved : [.. proved.Where(claim => claim != NoBlockingGroup)],
            sure ? [TraineeOptimal, StrategyProof] : [NoBlockingGroup, TraineeOptimal, StrategyProof]);
    }

    private static MatchingClaim[] Unbroken(Instance instance) =>
    [
        Feasible, IndividuallyRational, NoBlockingPair,
        .. instance.Problem.Couples.Count > 0 ? [NoBlockingCouple] : (MatchingClaim[])[],
        .. instance.Problem.HasMinima ? [NoBlockingGroup] : (MatchingClaim[])[],
    ];

    private static bool NobodyPrefers(Outcome other, Outcome best)
    {
        for (var t = 0; t < other.Asks.Length; t++)
            if (other.Instance.CoupleOf[t] < 0 && (uint)other.Asks[t] < (uint)best.Asks[t]) return false;       // -1, nothing, is the largest
        return Enumerable.Range(0, other.Instance.Problem.Couples.Count).All(c => other.OptionOf(c) >= best.OptionOf(c));
    }
}
