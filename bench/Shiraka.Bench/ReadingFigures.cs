using System.Diagnostics;
using System.Text;
using Shiraka.Agreements.TextReading;

namespace Shiraka.Bench;

/// <summary>Texts read a second of one core's time, against one pass of Unicode normalisation over the same texts as the least any reader does.</summary>
internal static class ReadingFigures
{
    private const int Runs = 5;

    public static void Measure(Options options, Report report)
    {
        var texts = Texts();
        var each = TimeSpan.FromSeconds(options.Seconds);
        Read(texts, each);      // warm
        List<double> read = [], raw = [], ms = [];
        for (var run = 0; run < Runs; run++)
        {
            read.Add(Read(texts, each / 2, ms));
            raw.Add(Rate(texts, each / 8, text => text.Normalize(NormalizationForm.FormKD).ToLowerInvariant().Length));
        }

        var sorted = ms.Order().ToArray();
        report.Add(new Figure("texts read", Figure.Median(read), "/s/core", 300)
        {
            Lead = 1000,
            Against = "normalisation alone",
            AgainstValue = Figure.Median(raw),
            Runs = Runs,
            P50Ms = Figure.Percentile(sorted, 0.5),
            P99Ms = Figure.Percentile(sorted, 0.99),
            Note = $"{texts.Count} texts, {texts.Sum(text => text.Length) / texts.Count} characters on average",
        });
    }

    private static List<string> Texts()
    {
        var folders = new List<string> { Path.Combine(AppContext.BaseDirectory, "texts") };
        for (var at = new DirectoryInfo(System.IO.Directory.GetCurrentDirectory()); at is not null; at = at.Parent)
            folders.Add(Path.Combine(at.FullName, "shared", "communiques"));
        return [.. folders.Where(System.IO.Directory.Exists).SelectMany(folder => System.IO.Directory.GetFiles(folder, "*.txt")).Select(File.ReadAllText)];
    }

    private static double Read(List<string> texts, TimeSpan time, List<double>? ms = null) => Rate(texts, time, text =>
    {
        var start = Stopwatch.GetTimestamp();
        var read = Reader.Read(text).Instruments.Count;
        ms?.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return read;
    });

    // By the time of the processor and not of the wall: the figure is of one core, whatever else the machine does.
    private static double Rate(List<string> texts, TimeSpan time, Func<string, int> work)
    {
        var (wall, start) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var (count, sum) = (0, 0L);
        while (wall.Elapsed < time) sum += work(texts[count++ % texts.Count]);
        GC.KeepAlive(sum);
        return count / (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }
}
