using Shiraka.Exchange;

namespace Shiraka.Tests.Exchange;

/// <summary>Examples from the literature, as data.</summary>
internal static class Textbook
{
    /// <summary>Gale and Shapley, "College Admissions and the Stability of Marriage", 1962, example 1: three stable matchings; proposers get their first choices.</summary>
    public static MatchingProblem GaleAndShapley() => Make([[0, 1, 2], [1, 2, 0], [2, 0, 1]], [[1, 2, 0], [2, 0, 1], [0, 1, 2]]);

    /// <summary>
    /// Kamada and Kojima, 2015, example 1: two hospitals of capacity 10, one region of cap 10, ten doctors. Three want only the first, seven only the
    /// second. Fixed caps of 5 leave two doctors without a place for nothing; targets of 5 do not.
    /// </summary>
    public static MatchingProblem KamadaAndKojima() => new()
    {
        Trainees = [.. Enumerable.Range(0, 10).Select(t => $"d{t}")],
        Regions = [new Region("r", 10)],
        Seats = [new Seat("h1", 10, 0, [.. Enumerable.Range(0, 10)], 0, 5), new Seat("h2", 10, 0, [.. Enumerable.Range(0, 10)], 0, 5)],
        Preferences = [.. Enumerable.Range(0, 10).Select(t => new[] { t < 3 ? 0 : 1 })],
        Couples = [],
    };

    /// <summary>One couple and one single at two seats, the shape of Klaus and Klijn, 2005: nothing is stable.</summary>
    public static MatchingProblem CoupleWithoutSolution() => new()
    {
        Trainees = ["c1", "c2", "t"],
        Regions = [],
        Seats = [new Seat("h1", 1, 0, [0, 2, 1], -1, 0), new Seat("h2", 1, 0, [2, 1, 0], -1, 0)],
        Preferences = [[], [], [0, 1]],
        Couples = [new Couple(0, 1, [(0, 1)])],
    };

    public static MatchingProblem Make(int[][] preferences, int[][] rankings) => new()
    {
        Trainees = [.. preferences.Select((_, t) => $"t{t}")],
        Regions = [],
        Seats = [.. rankings.Select((ranking, s) => new Seat($"s{s}", 1, 0, ranking, -1, 0))],
        Preferences = preferences,
        Couples = [],
    };
}
