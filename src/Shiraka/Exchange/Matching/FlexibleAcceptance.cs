namespace Shiraka.Exchange;

/// <summary>
/// Flexible deferred acceptance (Kamada and Kojima, "Efficient Matching under Distributional Constraints", 2015): each seat of a region first
/// counts on its target, then the seats take one more each, in the order of their ids, until the region's cap. Stable in their sense, and no trainee
/// gains by misreporting. Regions do not overlap: a seat names at most one.
/// </summary>
internal static class FlexibleAcceptance
{
    public static int[] Run(Market market, MatchingProblem problem, int[] starts, int[] capacities)
    {
        var held = HeldSlots.Of(market);
        var groups = Groups(problem);
        var (pool, end) = (new int[market.Seats], market.Slots[..^1]);
        var proposing = starts.Where(start => start >= 0).ToList();
        while (proposing.Count > 0)
        {
            foreach (var at in proposing)
            {
                var ask = market.Asks[at];
                if (ask.Slot < 0) continue;
                HeldSlots.Set(held, ask.Slot);
                pool[ask.Seat]++;
                end[ask.Seat] = Math.Max(end[ask.Seat], ask.Slot + 1);
            }

            var rejected = proposing.Where(at => market.Asks[at].Slot < 0).ToList();
            foreach (var (seats, cap) in groups)
            {
                var quotas = Quotas(problem, seats, cap, pool, capacities);
                for (var i = 0; i < seats.Length; i++)
                    for (var s = seats[i]; pool[s] > quotas[i]; pool[s]--)
                    {
                        var worst = HeldSlots.LastBelow(held, end[s]);
                        HeldSlots.Clear(held, worst);
                        end[s] = worst;
                        rejected.Add(market.AskOf[worst]);
                    }
            }

            proposing = [.. rejected.Where(at => !market.Asks[at].IsLast).Select(at => at + 1)];
        }

        return HeldSlots.ByTrainee(held, market);
    }

    private static List<(int[] Seats, long Cap)> Groups(MatchingProblem problem) =>
    [
        .. problem.Regions.Select((region, r) => (Enumerable.Range(0, problem.Seats.Count).Where(s => problem.Seats[s].Region == r).ToArray(), (long)region.Cap)),
        .. Enumerable.Range(0, problem.Seats.Count).Where(s => problem.Seats[s].Region < 0).Select(s => (new[] { s }, long.MaxValue)),
    ];

    /// <summary>How many each seat keeps: all take one more above their target at a time, so what counts is how far that goes.</summary>
    private static int[] Quotas(MatchingProblem problem, int[] seats, long cap, int[] pool, int[] capacities)
    {
        var most = seats.Select(s => Math.Min(pool[s], capacities[s])).ToArray();
        if (most.Sum(count => (long)count) <= cap) return most;
        var (low, high) = (0L, (long)int.MaxValue);       // the last level at which the region is not over its cap
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (At(middle).Sum() <= cap) low = middle;
            else high = middle - 1;
        }

        var quotas = At(low).Select(count => (int)count).ToArray();
        var left = cap - quotas.Sum(count => (long)count);
        for (var i = 0; i < quotas.Length && left > 0; i++)
            if (quotas[i] < most[i]) (quotas[i], left) = (quotas[i] + 1, left - 1);
        return quotas;

        IEnumerable<long> At(long level) => seats.Select((s, i) => Math.Min(most[i], problem.Seats[s].Target + level));
    }
}
