using Shiraka.Exchange;

namespace Shiraka.Tests.Exchange;

/// <summary>The properties of trainee-proposing deferred acceptance, each against every outcome of thousands of small problems.</summary>
public sealed class DeferredAcceptanceTests
{
    private const int Problems = 2_000;

    [Fact]
    public void The_matching_is_feasible_rational_and_no_pair_blocks_it() => Each(Small.Plain, Problems, (problem, seats) =>
    {
        var all = new BruteForce(problem);
        Assert.True(all.IsFeasible(seats) && all.IsRational(seats) && all.IsStable(seats));
    });

    [Fact]
    public void No_stable_matching_gives_any_trainee_a_better_seat() => Each(Small.Plain, Problems, (problem, seats) =>
    {
        var all = new BruteForce(problem);
        foreach (var other in all.Stable())
            for (var t = 0; t < seats.Length; t++) Assert.True(all.RankOf(t, seats[t]) <= all.RankOf(t, other[t]));
    });

    [Fact]
    public void The_same_trainees_and_as_many_of_each_seat_are_matched_in_every_stable_matching() => Each(Small.Plain, Problems, (problem, seats) =>
    {
        foreach (var other in new BruteForce(problem).Stable())
        {
            Assert.Equal(seats.Select(seat => seat < 0), other.Select(seat => seat < 0));
            for (var s = 0; s < problem.Seats.Count; s++)
            {
                Assert.Equal(seats.Count(seat => seat == s), other.Count(seat => seat == s));
                if (seats.Count(seat => seat == s) < problem.Seats[s].Capacity) Assert.Equal(seats.Select(seat => seat == s), other.Select(seat => seat == s));
            }
        }
    });

    [Fact]
    public void Nobody_gains_by_any_other_list() => Each(dice => Small.Plain(dice, 4, 3), 300, (problem, seats) =>
    {
        for (var t = 0; t < seats.Length; t++)
            foreach (var list in Lists(problem.Seats.Count))
            {
                var lied = Solve(Small.With(problem, preferences: [.. problem.Preferences.Select((own, other) => other == t ? list : own)]));
                Assert.True(new BruteForce(problem).RankOf(t, lied[t]) >= new BruteForce(problem).RankOf(t, seats[t]));
            }
    });

    [Fact]
    public void One_more_place_hurts_nobody() => Each(Small.Plain, Problems, (problem, seats) =>
    {
        for (var s = 0; s < problem.Seats.Count; s++)
        {
            var more = Solve(Small.With(problem, seats: [.. problem.Seats.Select((seat, other) => other == s ? seat with { Capacity = seat.Capacity + 1 } : seat)]));
            for (var t = 0; t < seats.Length; t++) Assert.True(new BruteForce(problem).RankOf(t, more[t]) <= new BruteForce(problem).RankOf(t, seats[t]));
        }
    });

    [Fact]
    public void The_textbook_version_gives_the_same_on_larger_problems()
    {
        for (var seed = 0UL; seed < 200; seed++)
        {
            var problem = Small.Plain(new Dice(seed), 400, 40);
            Assert.Equal(TextbookAcceptance.Run(new CheckedProblem(problem, 7)), Matching.Solve(problem, 7).Seats);
        }
    }

    [Fact]
    public void A_matching_with_a_blocking_pair_is_found_out()
    {
        var problem = Textbook.GaleAndShapley();
        var outcome = new Outcome(new Instance(problem, 0), [-1, -1, -1]);

        Assert.NotEmpty(Blocking.Pairs(outcome));
        Assert.False(new BruteForce(problem).IsStable([-1, -1, -1]));
    }

    private static void Each(Func<Dice, MatchingProblem> make, int count, Action<MatchingProblem, int[]> check)
    {
        for (var seed = 0UL; seed < (ulong)count; seed++)
        {
            var problem = make(new Dice(seed));
            check(problem, Solve(problem));
        }
    }

    private static void Each(Func<Dice, int, int, MatchingProblem> make, int count, Action<MatchingProblem, int[]> check) => Each(dice => make(dice, 6, 3), count, check);

    private static int[] Solve(MatchingProblem problem) => [.. Matching.Solve(problem).Seats];

    private static IEnumerable<int[]> Lists(int seats) => Permutations([], Enumerable.Range(0, seats).ToArray());

    private static IEnumerable<int[]> Permutations(int[] head, int[] left) => left.SelectMany(seat => Permutations([.. head, seat], [.. left.Where(other => other != seat)])).Prepend(head);
}
