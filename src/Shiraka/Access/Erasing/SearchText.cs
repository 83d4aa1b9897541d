using System.Globalization;
using System.Text;

namespace Shiraka.Access.Erasing;

/// <summary>
/// Text as somebody looks for it: no capitals, accents or vowel signs; the seats of the hamza, ى and ي, ة and ه as one. It finds what was written,
/// not what sounds alike: a name written in the other script is looked for in that script.
/// </summary>
internal static class SearchText
{
    private static readonly char[] Separators = [' ', '\t', '\n', '-', '\'', '’', ',', '،'];

    public static string[] Words(string asked) => Folded(asked).Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The text that holds most of the words, where all of the words stand somewhere in the texts; else null.</summary>
    public static string? FirstWith(string[] words, IReadOnlyList<string> texts)
    {
        var folded = texts.Select(text => (Text: text, Folded: Folded(text))).ToList();
        if (words.Length == 0 || !Array.TrueForAll(words, word => folded.Exists(one => one.Folded.Contains(word, StringComparison.Ordinal)))) return null;
        return folded.MaxBy(one => words.Count(word => one.Folded.Contains(word, StringComparison.Ordinal))).Text;
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
            if (c != 'ـ' && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                folded.Append(c switch { 'ى' or 'ی' => 'ي', 'ة' => 'ه', 'ٱ' => 'ا', _ => c });
        return folded.ToString();
    }
}
