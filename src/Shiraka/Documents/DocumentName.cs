using System.Globalization;
using System.Text;

namespace Shiraka.Documents;

/// <summary>The name of a file as a stranger gave it, made fit to be shown and offered for download.</summary>
internal static class DocumentName
{
    private const int MostCharacters = 120;
    private const string Nameless = "document";

    /// <summary>
    /// The last part of the path, without control characters, marks that reverse the order of reading (they disguise the end of a
    /// name), or characters that mean something to a shell or a file system. Never empty; the end of the name survives shortening.
    /// </summary>
    public static string Clean(string given)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
            kept.Append(IsKept(rune) ? rune.ToString() : IsForbidden(rune) ? "_" : "");
        var name = kept.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.', '_');
        var end = Path.GetExtension(name);
        var stem = name[..^end.Length];
        if (stem.Length == 0) stem = Nameless;
        if (end.Length > 10) (stem, end) = (name, "");
        var most = MostCharacters - end.Length;
        return (stem.Length <= most ? stem : stem[..(char.IsHighSurrogate(stem[most - 1]) ? most - 1 : most)]) + end;
    }

    private static bool IsKept(Rune rune) => !IsForbidden(rune) && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && rune != Rune.ReplacementChar;

    private static bool IsForbidden(Rune rune) => rune.IsAscii && "<>:\"|?*;%$`&".Contains((char)rune.Value, StringComparison.Ordinal);
}
