using Shiraka.Exchange;

namespace Shiraka.Tests.Exchange;

/// <summary>Couples, regional caps and minima, against every outcome of thousands of small problems.</summary>
public sealed class ExtensionTests
{
    private const int Problems = 1_500;

    [Fact]
    public void With_couples_a_stable_outcome_is_found_exactly_where_one_exists() => AgainstAll(Small.WithCouples);

    [Fact]
    public void With_minima_a_stable_outcome_is_found_exactly_where_one_exists() => AgainstAll(Small.WithMinima);

    [Fact]
    public void Under_caps_flexible_acceptance_is_stable_in_the_sense_of_Kamada_and_Kojima()
    {
        for (var seed = 0UL; seed < Problems; seed++)
        {
            var problem = Small.WithRegions(new Dice(seed));
            int[] seats = [.. Matching.Solve(problem).Seats];
            var all = new BruteForce(problem);
            Assert.True(all.IsFeasible(seats) && all.IsRational(seats) && all.IsStable(seats), $"{seed}");
        }
    }

    [Fact]
    public void Under_caps_nobody_gains_by_leaving_out_or_moving_up_a_seat()
    {
        for (var seed = 0UL; seed < 400; seed++)
        {
            var problem = Small.WithRegions(new Dice(seed));
            var (seats, all) = (Matching.Solve(problem).Seats, new BruteForce(problem));
            for (var t = 0; t < seats.Count; t++)
                foreach (var first in problem.Preferences[t])
                    foreach (var list in (int[][])[[first], [first, .. problem.Preferences[t].Where(seat => seat != first)], [.. problem.Preferences[t].Where(seat => seat != first)]])
                    {
                        var lied = Matching.Solve(Small.With(problem, preferences: [.. problem.Preferences.Select((own, other) => other == t ? list : own)])).Seats;
                        Assert.True(all.RankOf(t, lied[t]) >= all.RankOf(t, seats[t]));
                    }
        }
    }

    [Fact]
    public void The_searches_for_large_problems_never_say_what_is_not_so()
    {
        var (found, refuted) = (0, 0);
        for (var seed = 0UL; seed < 1_500; seed++)
        {
            var problem = seed % 3 == 0 ? Small.WithCouples(new Dice(seed)) : seed % 3 == 1 ? Small.WithMinima(new Dice(seed)) : Small.Full(new Dice(seed));
            var instance = new Instance(problem, 0);
            var exists = Candidates.Of(instance).Any(outcome => Blocking.First(outcome) is null);
            var (best, blocking) = new GuidedSearch(instance).Best();
            var complete = new CompleteSearch(instance);
            var sure = complete.Find();
            Assert.Equal(blocking.Count == 0, Blocking.First(best) is null);
            if (blocking.Count == 0 || sure is not null) Assert.True(exists, $"{seed}");
            if (sure is null && complete.Refuted) Assert.False(exists, $"{seed}");
            (found, refuted) = (found + (sure is null ? 0 : 1), refuted + (sure is null && complete.Refuted ? 1 : 0));
        }

        Assert.True(found > 1_000 && refuted > 10, $"{found} {refuted}");
    }

    [Fact]
    public void Twenty_seats_with_minima_are_settled_exactly()
    {
        var dice = new Dice(3);
        var trainees = Enumerable.Range(0, 120).Select(t => $"t{t:000}").ToArray();
        var problem = new MatchingProblem
        {
            Trainees = trainees,
            Regions = [],
            Couples = [],
            Seats = [.. Enumerable.Range(0, 20).Select(s => new Seat($"s{s:00}", 10, 7, dice.Some(120, 120), -1, 0))],
            Preferences = [.. trainees.Select(_ => dice.Some(20, 4))],
        };
        var complete = new CompleteSearch(new Instance(problem, 0));

        Assert.True(complete.Find() is { } found ? Blocking.First(found) is null : complete.Refuted);
    }

    [Fact]
    public void The_examples_of_the_literature_come_out_as_printed()
    {
        Assert.Equal([0, 1, 2], Matching.Solve(Textbook.GaleAndShapley()).Seats);
        Assert.Equal(3, new BruteForce(Textbook.GaleAndShapley()).Stable().Count());
        Assert.Equal([0, 0, 0, 1, 1, 1, 1, 1, 1, 1], Matching.Solve(Textbook.KamadaAndKojima()).Seats);
        var without = Matching.Solve(Textbook.CoupleWithoutSolution());
        Assert.False(without.Stable);
        Assert.Contains(MatchingClaim.NoStableOutcome, without.Proved);
        Assert.Equal(new BruteForce(Textbook.CoupleWithoutSolution()).Outcomes().Count(), without.Blocking.Count);
    }

    private static void AgainstAll(Func<Dice, MatchingProblem> make)
    {
        var without = 0;
        for (var seed = 0UL; seed < Problems; seed++)
        {
            var problem = make(new Dice(seed));
            var (result, all) = (Matching.Solve(problem), new BruteForce(problem));
            Assert.True(result.Stable == all.Stable().Any(), $"{seed}: {result.Stable}");
            Assert.True(result.Stable ? all.IsStable([.. result.Seats]) && all.IsFeasible([.. result.Seats]) && all.IsRational([.. result.Seats]) : result.Blocking.Count == all.Outcomes().Count(), $"{seed}");
            if (!result.Stable) without++;
        }

        Assert.True(without > 5, $"{without} without a solution");
    }
}
