using Shiraka.Tests.DirectoryNames;

namespace Shiraka.Bench;

/// <summary><c>fuzz names</c>: mutated names compared and searched; a fault is a crash or an answer that contradicts itself.</summary>
internal static class NamesFuzz
{
    public static void Run(int inputs, Report report)
    {
        var found = NameMutations.Run(inputs, NameMutations.Seed, Path.Combine(AppContext.BaseDirectory, "names", "held-out.tsv"));
        foreach (var fault in found.Faults.Take(5)) Console.Error.WriteLine(fault);
        report.Add(new Figure($"fuzz names: faults in {inputs}", found.Faults.Count, "", 0, AtMost: true));
        report.Add(new Figure("fuzz names: slowest", found.Slowest.TotalMilliseconds, "ms", 2_000, AtMost: true));
    }
}
