using System.Globalization;
using System.Text;

namespace Shiraka.Directory;

[Flags]
internal enum LetterKind : byte { None, Letter = 1, Lower = 2, Arabic = 4, Mark = 8, Digit = 16 }

/// <summary>What each letter is and falls apart into. Letters of names are looked up; rare ones are asked of Unicode each time.</summary>
internal static class NameLetters
{
    private const int Known = 0x700;
    private static readonly LetterKind[] Kinds = LoadKinds();

    /// <summary>What a letter falls apart into; empty where it stays as it is, null where its neighbours matter for that.</summary>
    private static readonly string?[] Parts = LoadParts();

    /// <summary>What a letter without accents is folded to; nothing where that depends on its neighbours, or is more than one letter.</summary>
    private static readonly char[] Folded = LoadFolded();

    public static LetterKind Of(char c) => c < Known ? Kinds[c] : Read(c);

    /// <summary>The one letter it becomes where no accent follows, or nothing.</summary>
    public static char FoldedAlone(char c) => c < Known ? Folded[c] : '\0';

    /// <summary>The text in compatibility forms taken apart, or false where that is left to Unicode: another script, or marks, which have an order.</summary>
    public static bool TryDecompose(ReadOnlySpan<char> text, Span<char> into, out int length)
    {
        length = 0;
        foreach (var c in text)
        {
            if (c >= Known)
            {
                if (c is not ('’' or '‘')) return false;
                if (length == into.Length) return false;
                into[length++] = c;
                continue;
            }

            if (Parts[c] is not { } parts || length + Math.Max(1, parts.Length) > into.Length) return false;
            if (parts.Length == 0) into[length++] = c;
            else
            {
                parts.CopyTo(into[length..]);
                length += parts.Length;
            }
        }

        return true;
    }

    private static LetterKind Read(char c) =>
        Where(char.IsLetter(c), LetterKind.Letter) | Where(char.IsLower(c), LetterKind.Lower) | Where(c is >= '\u0600' and <= '\u06FF' && char.IsLetter(c), LetterKind.Arabic)
        | Where(IsMark(c), LetterKind.Mark) | Where(char.IsDigit(c), LetterKind.Digit);

    private static LetterKind Where(bool holds, LetterKind kind) => holds ? kind : LetterKind.None;

    private static bool IsMark(char c) => c >= '\u0080' && CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.EnclosingMark;

    private static LetterKind[] LoadKinds()
    {
        var kinds = new LetterKind[Known];
        for (var c = 0; c < Known; c++) kinds[c] = Read((char)c);
        return kinds;
    }

    private static char[] LoadFolded()
    {
        var folded = new char[Known];
        for (var c = 0; c < Known; c++)
            if (Kinds[c].HasFlag(LetterKind.Letter) && NameText.FoldedAlone((char)c) is var alone) folded[c] = alone;
        return folded;
    }

    private static string?[] LoadParts()
    {
        var parts = new string?[Known];
        for (var c = 0; c < Known; c++)
        {
            if (CharUnicodeInfo.GetUnicodeCategory((char)c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark) continue;
            var (whole, apart) = (((char)c).ToString(), ((char)c).ToString().Normalize(NormalizationForm.FormKD));
            parts[c] = whole == apart ? "" : apart;
        }

        return parts;
    }
}
