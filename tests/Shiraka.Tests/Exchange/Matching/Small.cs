using Shiraka.Exchange;

namespace Shiraka.Tests.Exchange;

/// <summary>Small random problems, small enough for every outcome to be looked at.</summary>
internal static class Small
{
    public static MatchingProblem Plain(Dice dice, int trainees = 6, int seats = 3)
    {
        var (n, m) = (1 + dice.Below(trainees), 1 + dice.Below(seats));
        return new MatchingProblem
        {
            Trainees = [.. Enumerable.Range(0, n).Select(t => $"t{t}")],
            Seats = [.. Enumerable.Range(0, m).Select(s => new Seat($"s{s}", 1 + dice.Below(2), 0, dice.OneIn(4) ? null : dice.Some(n, n - (dice.OneIn(3) ? dice.Below(n) : 0)), -1, 0))],
            Preferences = [.. Enumerable.Range(0, n).Select(_ => dice.Some(m, dice.Below(m + 1)))],
            Regions = [],
            Couples = [],
        };
    }

    public static MatchingProblem WithRegions(Dice dice)
    {
        var plain = Plain(dice, seats: 4);
        Region[] regions = [new("r0", dice.Below(4)), new("r1", 1 + dice.Below(3))];
        var left = regions.Select(region => region.Cap).ToArray();
        var seats = plain.Seats.Select(seat =>
        {
            var region = dice.Below(3) - 1;
            var target = region < 0 ? 0 : Math.Min(seat.Capacity, dice.Below(left[region] + 1));
            if (region >= 0) left[region] -= target;
            return seat with { Region = region, Target = target };
        });
        return With(plain, seats: [.. seats], regions: regions);
    }

    public static MatchingProblem WithMinima(Dice dice)
    {
        var plain = Plain(dice);
        return With(plain, seats: [.. plain.Seats.Select(seat => seat with { Capacity = seat.Capacity + 1, Minimum = dice.Below(seat.Capacity + 2) })]);
    }

    public static MatchingProblem WithCouples(Dice dice)
    {
        var plain = Plain(dice, 5, 3);
        if (plain.Trainees.Count < 2) return WithCouples(dice);
        var couples = new List<Couple> { Make(0, 1) };
        if (plain.Trainees.Count > 3 && dice.OneIn(2)) couples.Add(Make(2, 3));
        int[][] preferences = [.. plain.Preferences];
        foreach (var couple in couples) (preferences[couple.First], preferences[couple.Second]) = ([], []);
        return With(plain, preferences: preferences, couples: couples);

        Couple Make(int first, int second)
        {
            var m = plain.Seats.Count;
            var pairs = dice.Some(m * m, 1 + dice.Below(3)).Select(pair => (pair / m, pair % m)).ToList();
            if (dice.OneIn(3)) pairs.Add((pairs[0].Item1, -1));
            return new Couple(first, second, [.. pairs]);
        }
    }

    /// <summary>Everything at once.</summary>
    public static MatchingProblem Full(Dice dice)
    {
        var couples = WithCouples(dice);
        Region[] regions = [new("r0", 1 + dice.Below(3))];
        var left = regions[0].Cap;
        var seats = couples.Seats.Select(seat =>
        {
            var region = dice.OneIn(2) ? 0 : -1;
            var target = region < 0 ? 0 : Math.Min(seat.Capacity, dice.Below(left + 1));
            left -= target;
            return seat with { Region = region, Target = target, Minimum = dice.OneIn(2) ? dice.Below(seat.Capacity + 1) : 0 };
        });
        return With(couples, seats: [.. seats], regions: regions);
    }

    public static MatchingProblem With(MatchingProblem problem, IReadOnlyList<Seat>? seats = null, IReadOnlyList<Region>? regions = null, IReadOnlyList<int[]>? preferences = null, IReadOnlyList<Couple>? couples = null) => new()
    {
        Trainees = problem.Trainees,
        Seats = seats ?? problem.Seats,
        Regions = regions ?? problem.Regions,
        Preferences = preferences ?? problem.Preferences,
        Couples = couples ?? problem.Couples,
        Seed = problem.Seed,
    };
}
