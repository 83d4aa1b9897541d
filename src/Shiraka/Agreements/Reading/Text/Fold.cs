using System.Globalization;
using System.Text;

namespace Shiraka.Agreements.TextReading;

/// <summary>
/// Folds one character for matching: compatibility forms, case, accents, tashkeel, tatweel and the variants of alif, ya and
/// ta marbuta disappear; digits of every script become ASCII. The original text is never changed: tokens keep its offsets.
/// </summary>
internal static class Fold
{
    private static readonly string?[] Cache = new string?[char.MaxValue + 1];
    private static readonly char[] Single = new char[char.MaxValue + 1];

    /// <summary>The folded form of one UTF-16 unit: empty for marks and invisible controls.</summary>
    public static string Of(char c) => Cache[c] ??= Compute(c);

    /// <summary>True for characters that neither separate words nor take part in matching.</summary>
    public static bool IsInvisible(char c) =>
        c is 'ـ' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF'
        || IsBidiControl(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>Marks that reorder what a person sees; reported, and never part of a match.</summary>
    public static bool IsBidiControl(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    public static bool IsArabic(char c) => c is (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    /// <summary>As <see cref="Of(ReadOnlySpan{char})"/>, into the room given; -1 where it is too small.</summary>
    public static int Into(ReadOnlySpan<char> text, Span<char> room)
    {
        var length = 0;
        foreach (var c in text)
        {
            var many = Of(c);
            if (length + many.Length > room.Length) return -1;
            many.CopyTo(room[length..]);
            length += many.Length;
        }
        return length;
    }

    public static string Of(ReadOnlySpan<char> text)
    {
        const int Short = 512;
        Span<char> room = text.Length <= Short ? stackalloc char[Short * 2] : new char[text.Length * 2];
        var length = 0;
        foreach (var c in text)
        {
            if (Single[c] is var one and not '\0') { room[length++] = one; continue; }
            var many = Of(c);
            if (many.Length == 1) Single[c] = many[0];
            if (length + many.Length > room.Length) return Slowly(text);
            many.CopyTo(room[length..]);
            length += many.Length;
        }
        return room[..length].ToString();
    }

    /// <summary>Ligatures that unfold into a phrase outgrow the room of the quick way.</summary>
    private static string Slowly(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length * 2);
        foreach (var c in text) folded.Append(Of(c));
        return folded.ToString();
    }

    /// <summary>Code points that are no characters cannot be normalised.</summary>
    private static bool IsNoncharacter(char c) => c is (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF';

    private static string Compute(char c)
    {
        if (char.IsSurrogate(c) || IsInvisible(c) || IsNoncharacter(c)) return "";
        if (char.IsDigit(c)) return ((int)char.GetNumericValue(c)).ToString(CultureInfo.InvariantCulture);
        var simple = Simple(c);
        if (simple is not null) return simple;
        var kept = new StringBuilder();
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (IsInvisible(part)) continue;
            kept.Append(Simple(part) ?? char.ToLowerInvariant(part).ToString());
        }
        return kept.ToString();
    }

    private static string? Simple(char c) => c switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => "ا",
        'ى' or 'ی' => "ي",
        'ة' => "ه",
        'ک' => "ك",
        'ؤ' => "و",
        'ئ' => "ي",
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        'ß' => "ss",
        'ı' => "i",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        '’' or '‘' or 'ʼ' or '′' => "'",
        _ => null,
    };
}

/// <summary>Embedding, override and isolate marks, which can show a text in another order than it is stored.</summary>
internal static class BidiMarks
{
    public static bool Override(string text) => text.AsSpan().ContainsAnyInRange('\u202A', '\u202E') || text.AsSpan().ContainsAnyInRange('\u2066', '\u2069');
}
