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
        Length(texts, report);
        report.Add(new Figure("memory to read all texts and one of 1 MB", ReadingMemory.MeasureMb(), "MB", 100, AtMost: true) { Note = "peak of a process that reads and does nothing else" });
    }

    /// <summary>A megabyte of text against an eighth of it: eight times the time is linear.</summary>
    private static void Length(List<string> texts, Report report)
    {
        var page = string.Join("\n\n", texts);
        var (eighth, whole) = (Repeat(page, 125_000), Repeat(page, 1_000_000));
        List<double> brief = [], full = [];
        for (var run = 0; run < Runs; run++)
        {
            brief.Add(Seconds(eighth));
            full.Add(Seconds(whole));
        }

        report.Add(new Figure("a text of 1 MB", Figure.Median(full), "s", 2, AtMost: true) { Lead = 0.8, Against = "eight times 125 kB", AgainstValue = Figure.Median(brief) * 8, Runs = Runs, Note = "time of one core" });
    }

    /// <summary>The text over and over, cut at the length.</summary>
    internal static string Repeat(string piece, int length)
    {
        var text = new StringBuilder(length + piece.Length);
        while (text.Length < length) text.Append(piece);
        return text.ToString(0, length);
    }

    private static double Seconds(string text)
    {
        var start = Environment.CpuUsage.TotalTime;
        GC.KeepAlive(Reader.Read(text));
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    internal static List<string> Texts()
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
