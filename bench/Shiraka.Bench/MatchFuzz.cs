using System.Diagnostics;
using System.Globalization;
using System.Text;
using Shiraka.Exchange;

namespace Shiraka.Bench;

/// <summary>
/// Mutated files through the whole of <c>match</c>: each is refused with a line, or matched, written, and passes the verifier. Anything else is a crash.
/// </summary>
internal static class MatchFuzz
{
    private static readonly string[] Tokens =
    [
        "null", "-1", "0", "2147483647", "2147483648", "1e400", "\"\"", "\"t1\"", "\"A\"", "[]", "{}", "[[", "]]", "\u202E", "\\ud800", "\u0000", "é", "e\u0301", "٣", "🏥", ",", ":", "\"", "\n",
        "\"minimum\":1,", "\"couples\":[", "\"ranking\":[],", "[\"A\",null]", "{\"members\":[\"t1\",\"t2\"],\"preferences\":[[\"A\",\"B\"]]}",
    ];

    public static void Run(int inputs, Report report)
    {
        var state = 42UL;
        var (refused, matched, crashes, slowest) = (0, 0, new List<string>(), TimeSpan.Zero);
        for (var i = 0; i < inputs; i++)
        {
            var input = Mutated(Sample(ref state), ref state);
            var watch = Stopwatch.StartNew();
            try
            {
                if (IsMatched(input)) matched++;
                else refused++;
            }
            catch (Exception crash) when (crash is not OutOfMemoryException)
            {
                crashes.Add($"{crash.GetType().Name}: {crash.Message}\n{Encoding.UTF8.GetString(input)}");
            }

            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
        }

        foreach (var crash in crashes.Take(5)) Console.Error.WriteLine(crash);
        report.Add(new Figure($"fuzz match: crashes in {inputs}", crashes.Count, "", 0, AtMost: true) { Note = string.Create(CultureInfo.InvariantCulture, $"{matched} matched and verified, {refused} refused") });
        report.Add(new Figure("fuzz match: slowest", slowest.TotalMilliseconds, "ms", 2_000, AtMost: true));
    }

    private static bool IsMatched(byte[] input)
    {
        MatchingProblem problem;
        try
        {
            problem = MatchingFile.Read(input);
        }
        catch (RefusedException refused) when (refused.Message.StartsWith("Line ", StringComparison.Ordinal))
        {
            return false;
        }

        using var result = new MemoryStream();
        ResultJson.Write(Matching.Solve(problem), result);
        return MatchVerifier.Verify(problem, result.ToArray()) is { } failure ? throw new InvalidOperationException($"not verified: {failure.Code}") : true;
    }

    private static string Sample(ref ulong state)
    {
        var (seats, trainees) = (1 + SampleMarket.Below(ref state, 4), 1 + SampleMarket.Below(ref state, 6));
        var text = new StringBuilder("{\"seats\":[\n");
        for (var s = 0; s < seats; s++)
            text.Append(CultureInfo.InvariantCulture, $"{(s > 0 ? ",\n" : "")}{{\"id\":\"{(char)('A' + s)}\",\"capacity\":{1 + SampleMarket.Below(ref state, 3)},\"minimum\":{SampleMarket.Below(ref state, 2)},\"region\":{(SampleMarket.Below(ref state, 2) == 0 ? "null" : "\"r\"")}}}");
        text.Append("],\n\"regions\":[{\"id\":\"r\",\"cap\":2}],\n\"trainees\":[\n");
        for (var t = 0; t < trainees; t++)
            text.Append(CultureInfo.InvariantCulture, $"{(t > 0 ? ",\n" : "")}{{\"id\":\"t{t}\",\"preferences\":[\"{(char)('A' + SampleMarket.Below(ref state, seats))}\"]}}");
        text.Append("],\n\"couples\":[");
        if (SampleMarket.Below(ref state, 2) == 0) text.Append(CultureInfo.InvariantCulture, $"{{\"members\":[\"c1\",\"c2\"],\"preferences\":[[\"A\",\"{(char)('A' + SampleMarket.Below(ref state, seats))}\"]]}}");
        return text.Append("]}").ToString();
    }

    private static byte[] Mutated(string sample, ref ulong state)
    {
        var bytes = Encoding.UTF8.GetBytes(sample).ToList();
        for (var changes = SampleMarket.Below(ref state, 4); changes > 0; changes--)
        {
            var (at, length) = (SampleMarket.Below(ref state, bytes.Count), SampleMarket.Below(ref state, 12));
            switch (SampleMarket.Below(ref state, 5))
            {
                case 0: bytes.RemoveRange(at, Math.Min(length, bytes.Count - at - 1)); break;
                case 1: bytes[at] = (byte)SampleMarket.Below(ref state, 256); break;
                case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[SampleMarket.Below(ref state, Tokens.Length)])); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(length * 10, bytes.Count - at))); break;
                default: Swap(bytes, SampleMarket.Below(ref state, bytes.Count), at); break;
            }
        }

        return [.. bytes];
    }

    private static void Swap(List<byte> bytes, int one, int other) => (bytes[one], bytes[other]) = (bytes[other], bytes[one]);
}
