using System.Globalization;
using Shiraka.Tests.Agreements.Calendar;

namespace Shiraka.Bench;

/// <summary><c>fuzz terms [N]</c>: mutated conventions; fails where one crashes or takes over two seconds.</summary>
internal static class FuzzTerms
{
    private const int Inputs = 100_000;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    public static int Run(string[] more)
    {
        var inputs = more is [var given, ..] && int.TryParse(given, CultureInfo.InvariantCulture, out var count) ? count : Inputs;
        var found = ConventionMutations.Run(inputs, ConventionMutations.Seed, Path.Combine(AppContext.BaseDirectory, "terms", "cases.tsv"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"fuzz terms: {found.Inputs} inputs, {found.Refused} refused, {found.Faults.Count} crashes, slowest {found.Slowest.TotalMilliseconds:0.0} ms: {found.SlowestInput.ReplaceLineEndings(" ")}"));
        foreach (var fault in found.Faults.Take(10)) Console.WriteLine(fault);
        return found.Faults.Count > 0 || found.Slowest > Most ? 2 : 0;
    }
}
