using System.Diagnostics;
using System.Text;
using Shiraka.Directory;
using Shiraka.Tests.Agreements.Calendar;

namespace Shiraka.Tests.DirectoryNames;

/// <summary>Takes names apart: cut, doubled, mixed with another, drawn out to ten thousand characters, hostile characters put in.</summary>
public static class NameMutations
{
    public const int Seed = 20_260_611;
    private const int Long = 10_000;
    private const int Registers = 64;

    private static readonly string[] Hostile =
    [
        "\u202E", "\u2066", "\u2069", "\u200F", "\u200D", "\uFEFF", "\0", "\uD800", "\uDC00", "\uFFFE", "\uFFFF", "👩‍⚕️", "🏥", "٣", "۳", "3", "²", "Ⅵ", "VI", "السادس", "1999", "\uFDF2", "\uFDFA", "ـ", "\u064B", "\u0301",
        "ß", "ﬁ", "İ", "\t", "\n", "#", "|", "'", "’", "-", ".", "Dr ", " بن ", " ال ", "عبد ", "eddine", "C.H.U.", "هـ", "Ж", "中",
    ];

    /// <param name="table">A file of pairs; the first two columns of each line are names.</param>
    public static FuzzFindings Run(int inputs, int seed, string table)
    {
        string[] names = [.. File.ReadLines(table).Skip(1).Select(line => line.Split('\t')).Where(row => row.Length > 1).SelectMany(row => row[..2])];
        var register = NameRegister.Build(names);
        register.Search(names[0]);      // the first call pays for the compiler, not for the input
        var (state, faults, slowest, slowestInput) = ((uint)seed, new List<string>(), TimeSpan.Zero, "");
        int Below(int most)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)most);
        }

        for (var i = 0; i < inputs; i++)
        {
            var (a, b) = (Mutated(names[Below(names.Length)], names[Below(names.Length)], Below), Mutated(names[Below(names.Length)], names[Below(names.Length)], Below));
            var start = Stopwatch.GetTimestamp();
            try
            {
                if (Fault(i % Registers == 0 ? NameRegister.Build([a, b, names[0]]) : register, a, b) is { } fault) faults.Add($"{fault}: {a} | {b}");
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                faults.Add($"{e.GetType().Name}: {e.Message}: {a} | {b}");
            }

            if (Stopwatch.GetElapsedTime(start) is var took && took > slowest) (slowest, slowestInput) = (took, a + " | " + b);
        }

        return new(inputs, 0, faults, slowest, slowestInput);
    }

    private static string? Fault(NameRegister register, string a, string b)
    {
        var (match, turned, hits) = (Names.Compare(a, b), Names.Compare(b, a), register.Search(a));
        if (match.Score is not (>= 0 and <= 1) || match.Same != match.Score >= 0.5) return "the score and the answer disagree";
        if (Math.Abs(match.Score - turned.Score) > 1e-9) return "the order of the names decides";
        if (match.Why.Count == 0 || hits.Any(hit => hit.Why.Count == 0)) return "no reason is given";
        foreach (var language in (string[])["fr", "ar", "en"])
            if (match.Why.Any(why => why.Say(language).Length == 0)) return $"a reason has no words in {language}";
        return hits.Count > 10 || hits.Zip(hits.Skip(1)).Any(pair => pair.First.Score < pair.Second.Score) ? "the hits are not best first" : null;
    }

    private static string Mutated(string text, string other, Func<int, int> below)
    {
        for (var turn = below(3); turn >= 0; turn--)
        {
            var (from, to) = (below(text.Length + 1), below(text.Length + 1));
            if (from > to) (from, to) = (to, from);
            text = below(9) switch
            {
                0 => text[..from] + text[to..],
                1 => text[..to] + text[from..],
                2 => text.Insert(from, Hostile[below(Hostile.Length)]),
                3 => text[..from] + other[Math.Min(from, other.Length)..],
                4 => below(8) == 0 ? Drawn(text + Hostile[below(Hostile.Length)]) : text + " " + other,
                5 => NameText.WellFormed(text).Normalize((NormalizationForm)(below(2) + (below(2) == 0 ? 1 : 5))),
                6 => text.Insert(from, below(3_000).ToString(System.Globalization.CultureInfo.InvariantCulture)).Replace((char)('0' + below(10)), (char)('٠' + below(10))),
                7 => below(6) == 0 ? "" : text.ToUpperInvariant(),
                _ => text.Insert(from, ((char)below(0x10000)).ToString()),
            };
        }

        return text;
    }

    private static string Drawn(string piece) => string.Concat(Enumerable.Repeat(piece, (Long / piece.Length) + 1))[..Long];
}
