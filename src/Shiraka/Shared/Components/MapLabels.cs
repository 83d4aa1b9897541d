namespace Shiraka.Shared.Components;

/// <summary>A city's dot and the start or end of its name.</summary>
internal sealed record PlacedCity(string Name, double X, double Y, double LabelX, double LabelY, string Anchor, bool Hub);

/// <summary>Puts the names of cities where they meet neither each other nor a dot nor a tie.</summary>
internal static class MapLabels
{
    private const double Letter = 7.2;
    private const double Line = 15;

    public static IReadOnlyList<PlacedCity> Place(IReadOnlyList<MapCity> cities, IReadOnlyList<MapTie> ties)
    {
        var most = ties.SelectMany(tie => new[] { tie.From, tie.To }).GroupBy(name => name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;
        var dots = cities.Select(city => (City: city, At: MapSheet.Project(city.Longitude, city.Latitude))).ToList();
        var taken = dots.Select(dot => new Box(dot.At.X - 6, dot.At.Y - 6, 12, 12)).ToList();
        taken.AddRange(ties.SelectMany((tie, i) => Points(tie, i, dots.ToDictionary(dot => dot.City.Name, dot => dot.At, StringComparer.Ordinal))));
        var placed = new List<PlacedCity>();

        foreach (var (city, at) in dots.OrderByDescending(dot => dot.City.Name == most).ThenBy(dot => dot.At.Y))
        {
            var best = Candidates(city, at).MinBy(candidate => taken.Sum(candidate.Box.Overlap) + candidate.Box.Outside * 100);
            taken.Add(best.Box);
            placed.Add(new(city.Name, at.X, at.Y, best.X, best.Y, best.Anchor, city.Name == most));
        }

        return placed;
    }

    private static IEnumerable<Box> Points(MapTie tie, int index, Dictionary<string, (double X, double Y)> dots) =>
        dots.TryGetValue(tie.From, out var from) && dots.TryGetValue(tie.To, out var to)
            ? MapSheet.Along(from, to, index).Select(point => new Box(point.X - 2, point.Y - 2, 4, 4))
            : [];

    // Beside, then lower or higher on the same side: the first without any overlap wins, because MinBy keeps the first of equals.
    private static IEnumerable<(double X, double Y, string Anchor, Box Box)> Candidates(MapCity city, (double X, double Y) at)
    {
        var width = city.Name.Length * Letter;
        foreach (var down in (double[])[5, 14, -6, 22, -15, 30])
        {
            yield return (at.X + 9, at.Y + down, "start", new(at.X + 9, at.Y + down - Line + 4, width, Line));
            yield return (at.X - 9, at.Y + down, "end", new(at.X - 9 - width, at.Y + down - Line + 4, width, Line));
        }
    }

    private sealed record Box(double X, double Y, double Width, double Height)
    {
        public double Outside => Math.Max(0, -X) + Math.Max(0, X + Width - MapSheet.Width);

        public double Overlap(Box other) =>
            Math.Max(0, Math.Min(X + Width, other.X + other.Width) - Math.Max(X, other.X))
            * Math.Max(0, Math.Min(Y + Height, other.Y + other.Height) - Math.Max(Y, other.Y));
    }
}
