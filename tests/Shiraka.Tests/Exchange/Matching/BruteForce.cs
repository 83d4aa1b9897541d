using Shiraka.Exchange;

namespace Shiraka.Tests.Exchange;

/// <summary>Every outcome of a small problem, and what the textbooks call stable, written down as they do and without any thought for speed.</summary>
internal sealed class BruteForce(MatchingProblem problem, long seed = 0)
{
    private readonly int[] _couple = problem.CoupleOf();

    public IEnumerable<int[]> Outcomes() => Fill(0, []).Where(IsFeasible).Where(IsRational);

    public IEnumerable<int[]> Stable() => Outcomes().Where(IsStable);

    public bool IsStable(int[] seats) => !Pairs(seats).Any() && !Couples(seats).Any() && !Groups(seats).Any();

    /// <summary>Place of what a trainee has in the list; its length for nothing.</summary>
    public int RankOf(int trainee, int seat) => Array.IndexOf(problem.Preferences[trainee], seat) is var rank and >= 0 ? rank : problem.Preferences[trainee].Length;

    public int Position(int seat, int trainee)
    {
        if (problem.Seats[seat].Ranking is { } ranking) return Array.IndexOf(ranking, trainee);
        var own = Lottery.Number(seed, problem.Trainees[trainee]);
        return problem.Trainees.Count(other => Lottery.Number(seed, other) < own);
    }

    public bool IsFeasible(int[] seats)
    {
        for (var s = 0; s < problem.Seats.Count; s++)
            if (Load(seats, s) > problem.Seats[s].Capacity || (Load(seats, s) > 0 && Load(seats, s) < problem.Seats[s].Minimum)) return false;
        return !problem.Regions.Where((region, r) => seats.Count(seat => seat >= 0 && problem.Seats[seat].Region == r) > region.Cap).Any();
    }

    public bool IsRational(int[] seats)
    {
        for (var t = 0; t < seats.Length; t++)
        {
            if (seats[t] >= 0 && Position(seats[t], t) < 0) return false;
            if (_couple[t] < 0 && seats[t] >= 0 && !problem.Preferences[t].Contains(seats[t])) return false;
        }

        return problem.Couples.All(couple => (seats[couple.First], seats[couple.Second]) is var pair && (pair == (-1, -1) || couple.Options.Contains(pair)));
    }

    // Kamada and Kojima's definition; without regions it is Gale and Shapley's.
    private IEnumerable<(int, int)> Pairs(int[] seats)
    {
        for (var t = 0; t < seats.Length; t++)
            for (var s = 0; s < problem.Seats.Count; s++)
            {
                if (_couple[t] >= 0 || IsClosed(seats, s) || Position(s, t) < 0 || RankOf(t, s) >= RankOf(t, seats[t])) continue;
                var worse = Holders(seats, s).Any(other => Position(s, other) > Position(s, t));
                if (worse)
                {
                    yield return (t, s);
                    continue;
                }

                if (Load(seats, s) == problem.Seats[s].Capacity) continue;
                var r = problem.Seats[s].Region;
                if (r < 0 || seats.Count(seat => seat >= 0 && problem.Seats[seat].Region == r) < problem.Regions[r].Cap) yield return (t, s);
                else if (seats[t] >= 0 && problem.Seats[seats[t]].Region == r && Load(seats, s) + 1 - problem.Seats[s].Target <= Load(seats, seats[t]) - 1 - problem.Seats[seats[t]].Target) yield return (t, s);
            }
    }

    // Without regions only: each seat keeps its best among those who stay and those who come, and both halves must be kept.
    private IEnumerable<Couple> Couples(int[] seats) => problem.Regions.Count > 0 ? [] : problem.Couples.Where(couple => couple.Options
        .TakeWhile(option => option != (seats[couple.First], seats[couple.Second]))
        .Any(option => Keeps(seats, couple, option, option.First, couple.First) && Keeps(seats, couple, option, option.Second, couple.Second)));

    private bool Keeps(int[] seats, Couple couple, (int First, int Second) option, int seat, int member)
    {
        if (seat < 0) return true;
        if (IsClosed(seats, seat) || Position(seat, member) < 0) return false;
        return Holders(seats, seat).Where(t => t != couple.First && t != couple.Second)
            .Concat(option.First == seat ? [couple.First] : []).Concat(option.Second == seat ? [couple.Second] : [])
            .OrderBy(t => Position(seat, t)).Take(problem.Seats[seat].Capacity).Contains(member);
    }

    // Without couples and regions only: enough trainees would rather open a closed seat.
    private IEnumerable<int> Groups(int[] seats) => Enumerable.Range(0, problem.Seats.Count).Where(s => IsClosed(seats, s)
        && Enumerable.Range(0, seats.Length).Count(t => _couple[t] < 0 && Position(s, t) >= 0 && RankOf(t, s) < RankOf(t, seats[t])) >= problem.Seats[s].Minimum);

    private bool IsClosed(int[] seats, int s) => problem.Seats[s].Minimum > 0 && Load(seats, s) == 0;

    private static int Load(int[] seats, int s) => seats.Count(seat => seat == s);

    private static IEnumerable<int> Holders(int[] seats, int s) => Enumerable.Range(0, seats.Length).Where(t => seats[t] == s);

    private IEnumerable<int[]> Fill(int t, int[] seats) => t == problem.Trainees.Count
        ? [seats]
        : Enumerable.Range(-1, problem.Seats.Count + 1).Where(s => s < 0 || _couple[t] >= 0 || problem.Preferences[t].Contains(s)).SelectMany(s => Fill(t + 1, [.. seats, s]));
}
