using System.Diagnostics;
using System.Text;
using Shiraka.Agreements.Terms;

namespace Shiraka.Tests.Agreements.Calendar;

/// <summary>What a run of mutated inputs found: <paramref name="Faults"/> are inputs that ended in anything but a calendar or a refusal.</summary>
public sealed record FuzzFindings(int Inputs, int Refused, IReadOnlyList<string> Faults, TimeSpan Slowest, string SlowestInput);

/// <summary>Takes the inputs of the table apart: cut, doubled, swapped, bytes turned, numbers grown, hostile words put in.</summary>
public static class ConventionMutations
{
    public const int Seed = 20_260_610;

    private static readonly string[] Hostile =
    [
        "null", "-1", "0", "2147483648", "1e400", "\"P0D\"", "\"P999999D\"", "\"P1D\"", "\"9999-12-31\"", "\"0001-01-01\"", "\"2024-02-30\"", "\"\u202E\"", "\"\U0001F600\"", "\"\\uDC00\"",
        "[]", "{}", "[[[[[[[[[[[[[[[[[[", "\"open\"", "{\"minimum\":\"P1Y\"}", "true", "\n\n\n", "\"٢٠٢٤-٠١-٠١\"",
    ];

    /// <param name="table">The file of cases; the first column of each line is an input.</param>
    public static FuzzFindings Run(int inputs, int seed, string table)
    {
        var texts = File.ReadLines(table).Where(line => line[0] != '#').Select(line => line.Split('\t')[0]).ToList();
        var (state, refused, faults, slowest, slowestInput) = ((uint)seed, 0, new List<string>(), TimeSpan.Zero, "");
        int Below(int most)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)most);
        }

        ConventionJson.Read(Encoding.UTF8.GetBytes(texts[0]));      // the first call pays for the compiler, not for the input
        for (var i = 0; i < inputs; i++)
        {
            var bytes = Mutated(texts[Below(texts.Count)], texts[Below(texts.Count)], Below);
            var start = Stopwatch.GetTimestamp();
            try
            {
                var (said, asOf, _) = ConventionJson.Read(bytes);
                CalendarJson.Write(ConventionCalendar.Of(said, asOf ?? new(2026, 6, 10)));
            }
            catch (RefusedException)
            {
                refused++;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                faults.Add($"{e.GetType().Name}: {e.Message}: {Encoding.UTF8.GetString(bytes)}");
            }

            if (Stopwatch.GetElapsedTime(start) is var took && took > slowest) (slowest, slowestInput) = (took, Encoding.UTF8.GetString(bytes));
        }

        return new(inputs, refused, faults, slowest, slowestInput);
    }

    private static byte[] Mutated(string text, string other, Func<int, int> below)
    {
        for (var turn = below(2); turn >= 0; turn--)
        {
            var (from, to) = (below(text.Length), below(text.Length));
            if (from > to) (from, to) = (to, from);
            text = below(6) switch
            {
                0 => text[..from] + text[Math.Min(to, from + 20)..],
                1 => text[..to] + text[Math.Max(from, to - 30)..],
                2 => text[..from] + Hostile[below(Hostile.Length)] + text[from..],
                3 => Replaced(text, below),
                4 => text[..from] + other[Math.Min(from, other.Length)..],
                _ => text.Replace((char)('0' + below(10)), (char)('0' + below(10))),
            };
            if (text.Length == 0) return [];
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if (below(8) == 0) bytes[below(bytes.Length)] = (byte)below(256);
        return bytes;
    }

    // A whole value for another one: what is read as JSON goes deeper than what is not.
    private static string Replaced(string text, Func<int, int> below)
    {
        var start = text.IndexOf(": ", below(text.Length), StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOfAny([',', '}', ']'], start);
        return end < 0 ? text : text[..(start + 2)] + Hostile[below(Hostile.Length)] + text[end..];
    }
}
