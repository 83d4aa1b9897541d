using System.Globalization;
using System.Runtime.InteropServices;

namespace Shiraka.Agreements.TextReading;

/// <summary>
/// The little language of the lexicon files: <c>word</c>, <c>stem*</c>, <c>&lt;class&gt;</c>, <c>(a|b_c|d*)</c>, <c>[optional]</c>,
/// and <c>..4</c> for up to four words of the same sentence. A pattern is unfolded into plain sequences when it is loaded.
/// </summary>
internal static class Pattern
{
    /// <summary>One step of a sequence: a symbol, or a gap of up to <c>Gap</c> words where <c>Gap</c> is positive.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Step(int Symbol, int Gap);

    public static List<List<Step>> Unfold(string pattern, Vocabulary vocabulary)
    {
        var sequences = new List<List<Step>> { new() };
        foreach (var element in Cut(pattern, ' ', '_'))
        {
            var optional = element[0] == '[';
            var body = optional ? element[1..^1] : element;
            var choices = Cut(body[0] == '(' && body[^1] == ')' ? body[1..^1] : body, '|');
            var next = new List<List<Step>>(sequences.Count * (choices.Count + 1));
            if (optional) next.AddRange(sequences.Select(s => new List<Step>(s)));
            if (choices.Contains(pattern, StringComparer.Ordinal) && !IsPlain(pattern)) throw new InvalidDataException($"unbalanced pattern '{pattern}'");
            foreach (var choice in choices)
                foreach (var steps in IsPlain(choice) ? [[StepOf(choice, vocabulary)]] : Unfold(choice, vocabulary))
                    next.AddRange(sequences.Select(s => new List<Step>([.. s, .. steps])));
            sequences = next;
        }
        return sequences;
    }

    private static bool IsPlain(string choice) => choice.AsSpan().IndexOfAny("_ ([|") < 0;

    /// <summary>Splits at the separators that stand outside brackets.</summary>
    private static List<string> Cut(string text, params ReadOnlySpan<char> separators)
    {
        var (parts, depth, start) = (new List<string>(), 0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is '(' or '[') depth++;
            else if (i < text.Length && text[i] is ')' or ']') depth--;
            if (i < text.Length && (depth > 0 || !separators.Contains(text[i]))) continue;
            if (i > start) parts.Add(text[start..i]);
            start = i + 1;
        }
        return parts;
    }

    private static Step StepOf(string part, Vocabulary vocabulary)
    {
        if (part.StartsWith("..", StringComparison.Ordinal)) return new Step(-1, int.Parse(part.AsSpan(2), CultureInfo.InvariantCulture));
        if (part[0] == '<') return new Step(vocabulary.Class(part[1..^1]), 0);
        return part[^1] == '*' ? new Step(vocabulary.Prefix(Fold.Of(part.AsSpan(0, part.Length - 1))), 0) : new Step(vocabulary.Literal(Fold.Of(part)), 0);
    }
}
