using System.Globalization;
using System.Runtime.InteropServices;

namespace Shiraka.Agreements.TextReading;

/// <summary>
/// The little language of the lexicon files: <c>word</c>, <c>stem*</c>, <c>&lt;class&gt;</c>, <c>(a|b_c|d*)</c>, <c>[optional]</c>,
/// and <c>..4</c> for up to four words of the same sentence. Parsed once, and walked into the trie without writing out its sequences.
/// </summary>
internal static class Pattern
{
    /// <summary>One step: a symbol, or a gap of up to <c>Gap</c> words where <c>Gap</c> is positive.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Step(int Symbol, int Gap);

    /// <summary>One place of a pattern: any of the choices, each a pattern of its own unless it is a single step.</summary>
    public sealed record Element(bool Optional, List<Choice> Choices);

    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Choice(Step Step, List<Element>? Elements);

    public static List<Element> Parse(string pattern, Vocabulary vocabulary) => Cut(pattern, ' ', '_').ConvertAll(text =>
    {
        var optional = text[0] == '[';
        var body = optional ? text[1..^1] : text;
        var choices = Cut(body[0] == '(' && body[^1] == ')' ? body[1..^1] : body, '|');
        if (choices.Contains(pattern, StringComparer.Ordinal) && !IsPlain(pattern)) throw new InvalidDataException($"unbalanced pattern '{pattern}'");
        return new Element(optional, choices.ConvertAll(c => IsPlain(c) ? new Choice(StepOf(c, vocabulary), null) : new Choice(default, Parse(c, vocabulary))));
    });

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
