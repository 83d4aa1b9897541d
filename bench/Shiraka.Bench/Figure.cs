using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shiraka.Bench;

/// <summary>
/// One measured figure: the median of its <see cref="Runs"/>, what the same run measured beside it (<see cref="Against"/>, a
/// peer or the raw limit), and what it must reach. <paramref name="AtMost"/>: smaller is better.
/// </summary>
internal sealed record Figure(string Name, double Value, string Unit, double Target, bool AtMost = false)
{
    public string? Against { get; init; }
    public double? AgainstValue { get; init; }
    public double? P50Ms { get; init; }
    public double? P99Ms { get; init; }
    public int Runs { get; init; } = 1;
    public double? Lead { get; init; }
    public string? Note { get; init; }
    public double? Ratio => AgainstValue is > 0 ? Value / AgainstValue : null;
    public bool Met => Reaches(Target);
    public bool Leads => Lead is { } lead && Reaches(lead);

    public override string ToString()
    {
        var line = $"{Name,-46} {Say(Value),9} {Unit,-8}";
        if (P50Ms is { } p50) line += $" p50 {Say(p50)} ms p99 {Say(P99Ms ?? 0)} ms";
        if (Against is not null) line += $"  {Against} {Say(AgainstValue ?? 0)}, ratio {Say(Ratio ?? 0)}";
        line += $"  median of {Runs.ToString(CultureInfo.InvariantCulture)}  target {(AtMost ? "at most" : "at least")} {Say(Target)}: {(Leads ? "met, leads" : Met ? "met" : "missed")}";
        return Note is null ? line : $"{line}  ({Note})";
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The value that <paramref name="share"/> of the sorted values do not exceed.</summary>
    public static double Percentile(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(sorted.Length * share) - 1)];

    private bool Reaches(double bar) => AtMost ? Value <= bar : Value >= bar;

    private static string Say(double value) => value.ToString(Math.Abs(value) >= 100 ? "0" : "0.##", CultureInfo.InvariantCulture);
}

/// <summary>Prints each figure as soon as it is known, as text or as one JSON object a line.</summary>
internal sealed class Report(bool json)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public bool AllMet { get; private set; } = true;

    public void Add(Figure figure)
    {
        AllMet &= figure.Met;
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(figure, Json) : figure.ToString());
    }
}
