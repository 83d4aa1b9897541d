using System.Text.RegularExpressions;

namespace Shiraka.Shared;

/// <summary>French ordinals in figures: what follows the figure is raised (1<sup>re</sup> séance).</summary>
internal static partial class Ordinals
{
    /// <summary>The text in pieces, in order; <c>Raised</c> marks the endings. Other languages come back whole.</summary>
    public static IEnumerable<(string Text, bool Raised)> Split(Language language, string text)
    {
        var from = 0;
        if (language is Language.Fr)
        {
            foreach (Match match in Ending().Matches(text))
            {
                if (match.Index > from) yield return (text[from..match.Index], false);
                yield return (match.Value, true);
                from = match.Index + match.Length;
            }
        }

        if (from < text.Length) yield return (text[from..], false);
    }

    [GeneratedRegex(@"(?<=\b1)(?:er|re)\b|(?<=\b\d{1,4})e\b", RegexOptions.None, 1000)]
    private static partial Regex Ending();
}
