namespace Shiraka.Exchange;

/// <summary>Deferred acceptance as textbooks print it, with a queue and sorted sets: what the verifier and the benchmark hold the solver against.</summary>
internal static class TextbookAcceptance
{
    /// <summary>The seat of each trainee, -1 for none. Only for problems without couples, minima and regions.</summary>
    public static int[] Run(CheckedProblem problem)
    {
        var preferences = problem.Problem.Preferences;
        var (seatOf, next) = (new int[preferences.Count], new int[preferences.Count]);
        Array.Fill(seatOf, -1);
        var holders = problem.Problem.Seats.Select((_, seat) => new SortedSet<int>(Comparer<int>.Create((a, b) => problem.Position(seat, a).CompareTo(problem.Position(seat, b))))).ToArray();
        var free = new Queue<int>(Enumerable.Range(0, preferences.Count));
        while (free.TryDequeue(out var trainee))
        {
            if (next[trainee] == preferences[trainee].Length) continue;
            var seat = preferences[trainee][next[trainee]++];
            if (!problem.Accepts(seat, trainee))
            {
                free.Enqueue(trainee);
                continue;
            }

            holders[seat].Add(trainee);
            seatOf[trainee] = seat;
            if (holders[seat].Count <= problem.Problem.Seats[seat].Capacity) continue;
            var rejected = holders[seat].Max;
            holders[seat].Remove(rejected);
            seatOf[rejected] = -1;
            free.Enqueue(rejected);
        }

        return seatOf;
    }
}
