namespace Shiraka.Exchange;

/// <summary>The other end of the lattice: seats propose. The stable matching that every seat likes best, where couples block least.</summary>
internal static class SeatProposing
{
    public static int[] Run(Market market, int[] starts, int[] capacities)
    {
        var trainee = new int[market.Asks.Length];
        for (var t = 0; t < market.Trainees; t++) trainee.AsSpan(market.Rows[t]..market.Rows[t + 1]).Fill(t);
        var granted = new int[market.Trainees];
        Array.Fill(granted, -1);
        var (room, next) = (capacities.ToArray(), market.Slots[..^1]);
        var open = new Stack<int>(Enumerable.Range(0, market.Seats));
        while (open.TryPop(out var s))
        {
            while (room[s] > 0 && next[s] < market.Slots[s + 1])
            {
                var at = market.AskOf[next[s]++];
                var t = trainee[at];
                if (starts[t] < 0 || at < starts[t] || (market.Asks[starts[t]].IsLast && at != starts[t])) continue;       // a pinned member asks for one seat
                if (granted[t] >= 0 && granted[t] <= at) continue;
                if (granted[t] >= 0)
                {
                    var left = market.Asks[granted[t]].Seat;
                    room[left]++;
                    open.Push(left);
                }

                granted[t] = at;
                room[s]--;
            }
        }

        return granted;
    }
}
