using System.Diagnostics;
using System.Globalization;
using Shiraka.Agreements.TextReading;

namespace Shiraka.Bench;

/// <summary>A child of the bench that only reads: its peak is the reader's, not that of the other figures.</summary>
internal static class ReadingMemory
{
    public const string Verb = "reading-memory";

    public static int Run()
    {
        var texts = ReadingFigures.Texts();
        foreach (var text in texts) GC.KeepAlive(Reader.Read(text));
        GC.KeepAlive(Reader.Read(ReadingFigures.Repeat(string.Join("\n\n", texts), 1_000_000)));
        Console.Out.WriteLine((Process.GetCurrentProcess().PeakWorkingSet64 / 1e6).ToString("0.0", CultureInfo.InvariantCulture));
        return 0;
    }

    public static double MeasureMb()
    {
        using var child = Process.Start(new ProcessStartInfo("dotnet", [typeof(ReadingMemory).Assembly.Location, Verb]) { RedirectStandardOutput = true })!;
        var said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return double.Parse(said, CultureInfo.InvariantCulture);
    }
}
