namespace Shiraka.Exchange;

/// <summary>Lays a problem out: inverts the rankings once, so that nothing is looked up while trainees propose.</summary>
internal static class MarketLayout
{
    public static Market Of(MatchingProblem problem, int[] draw)
    {
        var lists = Lists(problem);
        var rows = new int[lists.Length + 1];
        for (var t = 0; t < lists.Length; t++) rows[t + 1] = rows[t] + lists[t].Length;
        var (seats, traineeOf) = (new int[rows[^1]], new int[rows[^1]]);
        for (var t = 0; t < lists.Length; t++)
        {
            lists[t].CopyTo(seats.AsSpan(rows[t]));
            traineeOf.AsSpan(rows[t], lists[t].Length).Fill(t);
        }

        var (slots, askOf, slotOf) = Order(problem, draw, rows, seats, traineeOf);
        var asks = new Ask[seats.Length];
        var coupleOf = problem.CoupleOf();
        for (var t = 0; t < lists.Length; t++)
            for (var at = rows[t]; at < rows[t + 1]; at++)
                asks[at] = new Ask(at + 1 == rows[t + 1] || coupleOf[t] >= 0 ? ~seats[at] : seats[at], slotOf[at]);
        return new Market
        {
            Asks = asks,
            Rows = rows,
            Slots = slots,
            AskOf = askOf,
            Capacities = [.. problem.Seats.Select(seat => seat.Capacity)],
            Options = [.. problem.Couples.Select(couple => couple.Options.Select(option => (At(couple.First, option.First), At(couple.Second, option.Second))).ToArray())],
        };

        int At(int trainee, int seat) => seat < 0 ? -1 : rows[trainee] + Array.IndexOf(lists[trainee], seat);
    }

    private static int[][] Lists(MatchingProblem problem)
    {
        int[][] lists = [.. problem.Preferences];
        foreach (var couple in problem.Couples)
        {
            lists[couple.First] = [.. couple.Options.Select(option => option.First).Where(seat => seat >= 0).Distinct()];
            lists[couple.Second] = [.. couple.Options.Select(option => option.Second).Where(seat => seat >= 0).Distinct()];
        }

        return lists;
    }

    // Who asks for each seat, put in the seat's order; unacceptable ones get no slot.
    private static (int[] Slots, int[] AskOf, int[] SlotOf) Order(MatchingProblem problem, int[] draw, int[] rows, int[] seats, int[] traineeOf)
    {
        var (first, asked) = Applicants(seats, problem.Seats.Count);
        var (slots, askOf, slotOf) = (new int[problem.Seats.Count + 1], new int[seats.Length], new int[seats.Length]);
        Array.Fill(slotOf, -1);
        var askHere = new int[rows.Length];
        Array.Fill(askHere, -1);
        var drawn = new int[rows.Length];
        for (var i = 0; i < draw.Length; i++) drawn[draw[i]] = i;
        var next = 0;
        for (var s = 0; s < problem.Seats.Count; s++)
        {
            var here = asked.AsSpan(first[s]..first[s + 1]);
            if (problem.Seats[s].Ranking is { } ranking)
            {
                foreach (var at in here) askHere[traineeOf[at]] = at;
                foreach (var trainee in ranking)
                    if (askHere[trainee] is var at and >= 0) askOf[slotOf[at] = next++] = at;
                foreach (var at in here) askHere[traineeOf[at]] = -1;
            }
            else
            {
                here.Sort((a, b) => drawn[traineeOf[a]].CompareTo(drawn[traineeOf[b]]));
                foreach (var at in here) askOf[slotOf[at] = next++] = at;
            }

            slots[s + 1] = next;
        }

        return (slots, askOf.AsSpan(0, next).ToArray(), slotOf);
    }

    private static (int[] First, int[] Asks) Applicants(int[] seats, int count)
    {
        var first = new int[count + 1];
        foreach (var seat in seats) first[seat + 1]++;
        for (var s = 0; s < count; s++) first[s + 1] += first[s];
        var (next, asks) = (first[..^1], new int[seats.Length]);
        for (var at = 0; at < seats.Length; at++) asks[next[seats[at]]++] = at;
        return (first, asks);
    }
}
