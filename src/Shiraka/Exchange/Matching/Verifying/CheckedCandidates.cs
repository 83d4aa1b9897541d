namespace Shiraka.Exchange;

/// <summary>All outcomes that keep capacities, caps, minima and lists, by plain recursion over the trainees: for small problems only.</summary>
internal static class CheckedCandidates
{
    public static IEnumerable<int[]> Of(CheckedProblem problem)
    {
        var couple = problem.Problem.CoupleOf();
        return Fill(0, new int[couple.Length]).Where(seats => IsFeasible(problem.Problem, seats));

        IEnumerable<int[]> Fill(int t, int[] seats)
        {
            if (t == seats.Length)
            {
                yield return [.. seats];
                yield break;
            }

            if (couple[t] >= 0)
            {
                var pair = problem.Problem.Couples[couple[t]];
                if (t != Math.Min(pair.First, pair.Second))
                {
                    foreach (var filled in Fill(t + 1, seats)) yield return filled;
                    yield break;
                }

                foreach (var (first, second) in pair.Options.Append((-1, -1)))
                {
                    if ((first >= 0 && !problem.Accepts(first, pair.First)) || (second >= 0 && !problem.Accepts(second, pair.Second))) continue;
                    (seats[pair.First], seats[pair.Second]) = (first, second);
                    foreach (var filled in Fill(t + 1, seats)) yield return filled;
                }

                yield break;
            }

            foreach (var seat in problem.Problem.Preferences[t].Where(seat => problem.Accepts(seat, t)).Append(-1))
            {
                seats[t] = seat;
                foreach (var filled in Fill(t + 1, seats)) yield return filled;
            }
        }
    }

    private static bool IsFeasible(MatchingProblem problem, int[] seats)
    {
        var loads = seats.Where(seat => seat >= 0).CountBy(seat => seat).ToDictionary();
        return loads.All(load => load.Value <= problem.Seats[load.Key].Capacity && load.Value >= problem.Seats[load.Key].Minimum)
            && problem.Regions.Select((region, r) => loads.Where(load => problem.Seats[load.Key].Region == r).Sum(load => load.Value) <= region.Cap).All(within => within);
    }
}
