namespace Shiraka.Shared.Components;

/// <summary>A city on the map, in degrees; between 20° W and 54° E, 13° S and 53° N it lies on the sheet.</summary>
public sealed record MapCity(string Name, double Longitude, double Latitude);

/// <summary>
/// A partnership between two cities by name: <see cref="Standing.OnTrack"/> with facts in the last six months (solid),
/// <see cref="Standing.Late"/> up for renewal (dashed), <see cref="Standing.Silent"/> without facts (dotted).
/// </summary>
public sealed record MapTie(string From, string To, Standing Is);

/// <summary>Where things lie on the sheet: Mercator, 560 units wide, as the coasts of <c>land.txt</c> (Natural Earth 1:110m, public domain).</summary>
internal static class MapSheet
{
    public const int Width = 560;
    public const int Height = 534;
    private const double West = -20;
    private const double North = 53;
    private const double PerDegree = Width / 74d;

    public static (double X, double Y) Project(double longitude, double latitude) =>
        ((longitude - West) * PerDegree, PerDegree * 180 / Math.PI * (Stretched(North) - Stretched(latitude)));

    public static string Land { get; } = ReadLand();

    /// <summary>The point a tie bends towards. Neighbouring ties bend differently, so that two that go the same way stay apart.</summary>
    public static (double X, double Y) Bend((double X, double Y) from, (double X, double Y) to, int index)
    {
        var bend = 0.12 + 0.08 * (index % 2);
        return ((from.X + to.X) / 2 + bend * (to.Y - from.Y), (from.Y + to.Y) / 2 - bend * (to.X - from.X));
    }

    /// <summary>Points along a tie, without its ends.</summary>
    public static IEnumerable<(double X, double Y)> Along((double X, double Y) from, (double X, double Y) to, int index)
    {
        var bend = Bend(from, to, index);
        for (var t = 0.04; t < 0.97; t += 0.02)
            yield return (Between(from.X, bend.X, to.X, t), Between(from.Y, bend.Y, to.Y, t));
    }

    private static double Between(double a, double b, double c, double t) => (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;

    private static double Stretched(double latitude) => Math.Log(Math.Tan(Math.PI / 4 + latitude * Math.PI / 360));

    private static string ReadLand()
    {
        using var reader = new StreamReader(typeof(MapSheet).Assembly.GetManifestResourceStream("Shared/land.txt")!);
        return reader.ReadToEnd().Trim();
    }
}
