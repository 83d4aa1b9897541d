using System.Globalization;
using System.Text;

namespace Shiraka.Directory;

/// <summary>The script a name is written in.</summary>
public enum NameScript { Latin, Arabic, Other }

/// <summary>What can be read off a written name without knowing what it names.</summary>
public static class WrittenName
{
    public const int MostCharacters = 240;

    /// <summary>The script of most of its letters; <see cref="NameScript.Other"/> where it has none.</summary>
    public static NameScript ScriptOf(string text)
    {
        var (latin, arabic, other) = (0, 0, 0);
        foreach (var letter in text.EnumerateRunes().Where(Rune.IsLetter))
            if (letter.Value is < 0x250 or (>= 0x1E00 and < 0x1F00)) latin++;
            else if (letter.Value is (>= 0x600 and < 0x780) or (>= 0xFB50 and < 0xFE00) or (>= 0xFE70 and < 0xFF00)) arabic++;
            else other++;
        return (latin, arabic, other) switch
        {
            _ when latin > 0 && latin >= arabic && latin >= other => NameScript.Latin,
            _ when arabic > 0 && arabic >= other => NameScript.Arabic,
            _ => NameScript.Other,
        };
    }

    /// <summary>
    /// What two writings of the same name have in common: letters and digits without case, accents, Arabic vowel signs and
    /// elongation, one space between words. Equal keys are the same writing; sounds and translations are the finder's business.
    /// </summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var rune in NameText.WellFormed(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || rune.Value == 'ـ') continue;
            else if (Rune.IsLetterOrDigit(rune)) key.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
        return key.ToString().TrimEnd();
    }

    /// <summary>The text as it is kept: composed, trimmed, one space between words.</summary>
    /// <exception cref="RefusedException"><c>directory.name_empty</c>, <c>directory.name_too_long</c>.</exception>
    public static string Kept(string text)
    {
        var kept = string.Join(' ', NameText.WellFormed(text).Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Key(kept).Length == 0) throw new RefusedException("directory.name_empty", "A name needs at least one letter.") { Field = "name" };
        if (kept.Length > MostCharacters)
            throw new RefusedException("directory.name_too_long", $"A name has at most {MostCharacters} characters.", MostCharacters) { Field = "name" };
        return kept;
    }

    /// <summary>An ISO 639-1 code in lower case.</summary>
    /// <exception cref="RefusedException"><c>directory.language_unknown</c>.</exception>
    public static string LanguageCode(string code) => code.Length == 2 && char.IsAsciiLetterLower(code[0]) && char.IsAsciiLetterLower(code[1])
        ? code
        : throw new RefusedException("directory.language_unknown", "A language is an ISO 639-1 code of two small letters.") { Field = "language" };
}
