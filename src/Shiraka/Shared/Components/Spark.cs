using System.Globalization;

namespace Shiraka.Shared.Components;

/// <summary>The points of a sparkline in its box of 120 by 40, the dashed line at its target.</summary>
internal sealed record Spark(string Path, string LastX, string LastY, string TargetY)
{
    public static Spark Of(IReadOnlyList<double> values, double target)
    {
        var top = 1.1 * Math.Max(target, values.Count == 0 ? 0 : values.Max());
        string X(int i) => Text(values.Count == 1 ? 116 : 4 + 112d * i / (values.Count - 1));
        string Y(double value) => Text(36 - (top > 0 ? 32 * value / top : 0));
        if (values.Count == 0) return new("", "", "", Y(target));
        return new("M" + string.Join('L', values.Select((value, i) => $"{X(i)} {Y(value)}")), X(values.Count - 1), Y(values[^1]), Y(target));
    }

    private static string Text(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
