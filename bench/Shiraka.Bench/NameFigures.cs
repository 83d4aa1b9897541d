using System.Diagnostics;
using FuzzySharp;
using Shiraka.Directory;

namespace Shiraka.Bench;

/// <summary>Pairs of names compared, and a register searched, against FuzzySharp on the same names in the same run.</summary>
internal static class NameFigures
{
    private const int Runs = 5;
    private const int RegisterSize = 20_000;

    public static void Measure(Options options, Report report)
    {
        var pairs = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "names", "held-out.tsv")).Skip(1).Select(line => line.Split('\t')).Where(row => row.Length > 1).ToArray();
        var time = TimeSpan.FromSeconds(options.Seconds / 2);
        Rate(pairs, time, Ours);
        List<double> ours = [], peer = [];
        for (var run = 0; run < Runs; run++)
        {
            ours.Add(Rate(pairs, time, Ours));
            peer.Add(Rate(pairs, time / 2, pair => Fuzz.WeightedRatio(pair[0], pair[1])));
        }

        report.Add(new Figure("pairs of names compared", Figure.Median(ours), "/s", 20_000) { Against = "fuzzysharp weighted ratio", AgainstValue = Figure.Median(peer), Runs = Runs });
        Search(pairs, options, report);
    }

    private static double Ours(string[] pair) => Names.Compare(pair[0], pair[1]).Score;

    private static void Search(string[][] pairs, Options options, Report report)
    {
        var first = pairs.Select(pair => pair[0].Split(' ')[0]).Distinct(StringComparer.Ordinal).ToArray();
        var last = pairs.Select(pair => pair[1].Split(' ')[^1]).Distinct(StringComparer.Ordinal).ToArray();
        var names = first.SelectMany(given => last.Select(family => given + " " + family)).Take(RegisterSize).ToArray();
        var register = NameRegister.Build(names);
        foreach (var pair in pairs) register.Search(pair[1]);
        var ms = new List<double>();
        for (var wall = Stopwatch.StartNew(); wall.Elapsed.TotalSeconds < options.Seconds;)
            foreach (var pair in pairs) ms.Add(Milliseconds(() => register.Search(pair[1]).Count));
        var peer = pairs.Take(5).Select(pair => Milliseconds(() => Process(pair[1], names))).Order().ToArray();
        var sorted = ms.Order().ToArray();
        report.Add(new Figure($"search of a register of {names.Length}, p99", Figure.Percentile(sorted, 0.99), "ms", 10, AtMost: true)
        {
            Against = "fuzzysharp extract",
            AgainstValue = Figure.Median(peer),
            Runs = sorted.Length,
            P50Ms = Figure.Percentile(sorted, 0.5),
            P99Ms = Figure.Percentile(sorted, 0.99),
        });
    }

    private static int Process(string query, string[] names) => FuzzySharp.Process.ExtractTop(query, names, limit: 10).Count();

    private static double Milliseconds(Func<int> work)
    {
        var start = Stopwatch.GetTimestamp();
        GC.KeepAlive(work());
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Rate(string[][] pairs, TimeSpan time, Func<string[], double> work)
    {
        var (wall, count, sum) = (Stopwatch.StartNew(), 0, 0.0);
        while (wall.Elapsed < time)
            for (var i = 0; i < 100; i++) sum += work(pairs[count++ % pairs.Length]);
        GC.KeepAlive(sum);
        return count / wall.Elapsed.TotalSeconds;
    }
}
