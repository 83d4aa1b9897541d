using System.Text.Json;

namespace Shiraka.Programme;

/// <summary>What <c>plan-templates.json</c> says, by kind of commitment.</summary>
internal sealed record PlanTemplate(
    string Axis, IndicatorKind Indicator, string Unit, IReadOnlyList<string> Counts, int CadenceMonths, int? Steps = null);

/// <param name="UnitWords">The words by which texts name a unit, by its code.</param>
internal sealed record PlanTemplates(
    IReadOnlyList<string> Axes, IReadOnlyList<string> Units, int ShortestMonths, IReadOnlyDictionary<string, IReadOnlyList<string>> UnitWords,
    IReadOnlyDictionary<string, PlanTemplate> Templates)
{
    /// <summary>"infirmièr" stands for "infirmière" and "infirmières"; "lit" not for "litres".</summary>
    private const int LongestEnding = 2;

    public static PlanTemplates Data { get; } = Read();

    /// <summary>The code of a unit as a text or a person writes it; null where no code means the same.</summary>
    public string? UnitOf(string written)
    {
        if (Units.Contains(written, StringComparer.Ordinal)) return written;
        var word = written.Trim().Split(' ')[0];
        foreach (var (code, words) in UnitWords)
            foreach (var known in words)
                if (word.StartsWith(known, StringComparison.OrdinalIgnoreCase) && word.Length - known.Length <= LongestEnding) return code;
        return null;
    }

    private static PlanTemplates Read()
    {
        using var stream = typeof(PlanTemplates).Assembly.GetManifestResourceStream("Programme/plan-templates.json")
            ?? throw new InvalidOperationException("Programme/plan-templates.json is not embedded");
        return JsonSerializer.Deserialize<PlanTemplates>(stream, Ledger.FactJson.Options) ?? throw new InvalidOperationException("plan-templates.json is empty");
    }
}
