namespace Shiraka.Exchange;

/// <summary>Every coalition that breaks an outcome, found one by one: pairs first, then couples, then groups that would open a closed seat.</summary>
internal static class Blocking
{
    public static IEnumerable<Coalition> Of(Outcome outcome) => [.. Pairs(outcome), .. Couples(outcome), .. ClosedGroups.Of(outcome)];

    public static Coalition? First(Outcome outcome) => Pairs(outcome).Concat(Couples(outcome)).Concat(ClosedGroups.Of(outcome)).FirstOrDefault();

    /// <summary>One look at each list, down to what was granted.</summary>
    public static IEnumerable<Coalition> Pairs(Outcome outcome)
    {
        var market = outcome.Instance.Market;
        var worst = new int[market.Seats];      // a newcomer must stand before this slot
        for (var s = 0; s < worst.Length; s++)
        {
            var closed = outcome.IsClosed(s);
            var full = closed || outcome.Load(s) == outcome.Instance.Problem.Seats[s].Capacity;
            worst[s] = !full ? int.MaxValue : closed || outcome.Load(s) == 0 ? 0 : outcome.Slots(s)[^1];
        }

        for (var t = 0; t < market.Trainees; t++)
        {
            if (outcome.Instance.CoupleOf[t] >= 0) continue;
            var end = outcome.Asks[t] < 0 ? market.Rows[t + 1] : outcome.Asks[t];
            for (var at = market.Rows[t]; at < end; at++)
            {
                var ask = market.Asks[at];
                if (ask.Slot >= 0 && ask.Slot < worst[ask.Seat] && IsOpen(outcome, t, at)) yield return new Coalition(CoalitionKind.Pair, [(t, ask.Seat)]);
            }
        }
    }

    public static IEnumerable<Coalition> Couples(Outcome outcome)
    {
        var (problem, market) = (outcome.Instance.Problem, outcome.Instance.Market);
        for (var c = 0; c < problem.Couples.Count; c++)
        {
            var (couple, options, now) = (problem.Couples[c], market.Options[c], outcome.OptionOf(c));
            for (var option = 0; option < now; option++)
                if (!TouchesClosed(outcome, couple.Options[option]) && Deviation.IsOpen(outcome, [(couple.First, options[option].First), (couple.Second, options[option].Second)]))
                    yield return new Coalition(CoalitionKind.Couple, [(couple.First, couple.Options[option].First), (couple.Second, couple.Options[option].Second)]);
        }
    }

    public static bool TouchesClosed(Outcome outcome, (int First, int Second) option) =>
        (option.First >= 0 && outcome.IsClosed(option.First)) || (option.Second >= 0 && outcome.IsClosed(option.Second));

    private static bool IsOpen(Outcome outcome, int trainee, int at) => outcome.Instance.Problem.Regions.Count == 0 || Deviation.IsOpen(outcome, [(trainee, at)]);
}
