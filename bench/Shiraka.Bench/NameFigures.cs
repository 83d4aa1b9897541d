using System.Diagnostics;
using FuzzySharp;
using Shiraka.Directory;

namespace Shiraka.Bench;

/// <summary>Pairs of names compared, and a register searched, against FuzzySharp on the same names in the same run.</summary>
internal static class NameFigures
{
    private const int Runs = 5;
    private const int RegisterSize = 20_000;
    private const int People = 200_000;
    private const ulong Seed = 20_261_122;

    public static void Measure(Options options, Report report)
    {
        var pairs = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "names", "held-out.tsv")).Skip(1).Select(line => line.Split('\t')).Where(row => row.Length > 1).ToArray();
        var prepared = Array.ConvertAll(pairs, pair => (A: Names.Prepare(pair[0]), B: Names.Prepare(pair[1])));
        var people = Array.ConvertAll(new NamePopulation(People, Seed, sparse: true).People, person => (string[])[person.Registered, $"{person.AskedGiven} {person.AskedFamily}"]);
        var time = TimeSpan.FromSeconds(options.Seconds / 2);
        report.Add(Rates("pairs of prepared names scored", time, Each(prepared, pair => Names.Compare(pair.A, pair.B).Score), Each(pairs, Peer), 300_000));
        report.Add(Rates("pairs scored from two strings", time, Each(pairs, Ours), Each(pairs, Peer), 300_000) with { Note = $"{pairs.Length} pairs over and over: every word was met before" });
        report.Add(Rates("pairs scored from two strings, made-up people", time, Each(people, Ours), Each(people, Peer), 300_000) with
        {
            Note = $"{people.Length} pairs, each person once in both scripts: many words are new",
        });
        Search(pairs, options, report);
    }

    private static double Ours(string[] pair) => Names.Compare(pair[0], pair[1]).Score;

    private static double Peer(string[] pair) => Fuzz.WeightedRatio(pair[0], pair[1]);

    /// <summary>The work done for one pair after the other, from the first again after the last, also over several runs.</summary>
    private static Func<double> Each<T>(T[] pairs, Func<T, double> work)
    {
        var next = 0;
        return () => work(pairs[next++ % pairs.Length]);
    }

    private static Figure Rates(string what, TimeSpan time, Func<double> ours, Func<double> peer, double target)
    {
        Rate(time, ours);
        List<double> rates = [], peers = [];
        for (var run = 0; run < Runs; run++)
        {
            rates.Add(Rate(time, ours));
            peers.Add(Rate(time / 2, peer));
        }

        return new Figure(what, Figure.Median(rates), "/s", target) { Against = "fuzzysharp weighted ratio", AgainstValue = Figure.Median(peers), Runs = Runs };
    }

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

    private static double Rate(TimeSpan time, Func<double> work)
    {
        var (wall, count, sum) = (Stopwatch.StartNew(), 0, 0.0);
        for (; wall.Elapsed < time; count += 100)
            for (var i = 0; i < 100; i++) sum += work();
        GC.KeepAlive(sum);
        return count / wall.Elapsed.TotalSeconds;
    }
}
