using System.Globalization;
using Shiraka.Agreements.TextReading;
using Shiraka.Tests.Agreements.TextReading;

namespace Shiraka.Bench;

/// <summary>
/// <c>fuzz reading [COUNT] [SEED]</c>: our own texts, mangled and mutated; one in a hundred is a piece repeated to up to a megabyte. Tells
/// crashes, spans that are not in the text and the slowest input, by the time of the processor. An input that looks slow is read again, for the
/// process also collects what earlier inputs left: both times are told, the input's own counts.
/// </summary>
internal static class ReadingFuzz
{
    private const double MostSeconds = 2;

    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var seed = args.Length > 1 ? ulong.Parse(args[1], CultureInfo.InvariantCulture) : 20_261_122;
        var (dice, texts) = (new Dice(seed), ReadingFigures.Texts());
        var (crashes, false_, slowest, slowestAt, longest) = (0, 0, 0.0, -1, 0.0);
        for (var i = 0; i < count; i++)
        {
            var text = i % 100 == 99 ? Long(texts, dice) : Mutations.Mutate(Mangle.Text(texts[dice.Below(texts.Count)], dice), texts, dice);
            var start = Environment.CpuUsage.TotalTime;
            try
            {
                if (Spans.Of(Reader.Read(text)).Any(span => text[span.Start..span.End] != span.Text)) false_++;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                if (crashes++ < 5) Console.Error.WriteLine($"input {i}: {e}");
            }

            var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            longest = Math.Max(longest, seconds);
            if (seconds > slowest) seconds = Math.Min(seconds, Alone(text));
            if (seconds > slowest) (slowest, slowestAt) = (seconds, i);
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} inputs from seed {seed}: {crashes} crashes, {false_} with a span that is not in the text, slowest {slowest:F2} s (input {slowestAt}; with collections {longest:F2} s)"));
        return crashes + false_ == 0 && slowest <= MostSeconds ? 0 : 2;
    }

    private static double Alone(string text)
    {
        GC.Collect();
        var start = Environment.CpuUsage.TotalTime;
        Reader.Read(text);
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    private static string Long(List<string> texts, Dice dice)
    {
        var text = texts[dice.Below(texts.Count)];
        var at = dice.Below(text.Length);
        return ReadingFigures.Repeat(text.Substring(at, Math.Min(1 + dice.Below(80), text.Length - at)), 50_000 + dice.Below(950_000));
    }
}
