using System.Globalization;
using System.Text;

namespace Shiraka.Directory;

/// <summary>One word of a name after folding: lower case, no marks, Western digits.</summary>
internal readonly record struct NameWord(string Text, bool Arabic, bool Capitals);

/// <summary>Folds a written name into words that no longer depend on how it was typed, copied or scanned.</summary>
internal static class NameText
{
    /// <summary>What lies beyond is not read: no name needs it, and it bounds the time a hostile text can take.</summary>
    private const int MostCharacters = 240;
    private const int MostWords = 14;

    public static List<NameWord> Words(string name)
    {
        var words = new List<NameWord>(6);
        if (string.IsNullOrEmpty(name)) return words;

        var text = Decompose(name);
        var word = new StringBuilder(24);
        var (arabic, lower, letters) = (false, false, 0);

        void Close()
        {
            if (word.Length > 0 && words.Count < MostWords) words.Add(new(word.ToString(), arabic, !lower && letters > 1));
            word.Clear();
            (arabic, lower, letters) = (false, false, 0);
        }

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsMark(c)) continue;
            var isArabic = c is >= '\u0600' and <= '\u06FF' && char.IsLetter(c);
            if (char.IsLetter(c))
            {
                if (word.Length > 0 && letters > 0 && isArabic != arabic) Close();
                if (isArabic) arabic = true;
                letters++;
                lower |= char.IsLower(c) || isArabic;
                Append(word, text, ref i);
            }
            else if (char.IsDigit(c)) word.Append((char)('0' + (int)char.GetNumericValue(c)));
            else if (c == '.' && letters > 0 && IsDottedLetter(text, i)) continue;
            else if (IsApostrophe(c) && word.Length > 0 && !EndsInElision(word)) continue;
            else Close();
        }
        Close();
        return words;
    }

    /// <summary>A final é is sounded where a final e is mute: Koné is كوني, Moustaphe is مصطفى without its vowel.</summary>
    private static void Append(StringBuilder word, string text, ref int i)
    {
        var c = char.ToLowerInvariant(text[i]);
        var accented = i + 1 < text.Length && text[i + 1] is '\u0301' or '\u0300';
        var last = i + 2 >= text.Length || !char.IsLetter(text[i + 2]);
        switch (c)
        {
            case 'e' when accented && last: word.Append('é'); break;
            case 'œ': word.Append("oe"); break;
            case 'æ': word.Append("ae"); break;
            case 'ß': word.Append("ss"); break;
            case 'ø': word.Append('o'); break;
            case 'ł': word.Append('l'); break;
            case 'đ' or 'ð': word.Append('d'); break;
            case 'ı': word.Append('i'); break;
            case 's' when i + 1 < text.Length && text[i + 1] == '\u0327': word.Append("sh"); break;
            case 'c' when i + 1 < text.Length && text[i + 1] == '\u0327': word.Append('s'); break;
            case 'ک' or 'ڪ': word.Append('ك'); break;
            case 'ی' or 'ې': word.Append('ي'); break;
            case 'ہ' or 'ھ' or 'ە': word.Append('ه'); break;
            // ى ends a word; within one it is ي without its dots.
            case 'ى' when i + 1 < text.Length && text[i + 1] is >= 'ا' and <= 'ي': word.Append('ي'); break;
            case 'ڭ': word.Append('گ'); break;
            case 'ڨ': word.Append('گ'); break;
            case 'ء' or 'ـ' or 'ʿ' or 'ʾ' or 'ʼ' or 'ʻ': break;
            default: word.Append(c); break;
        }
    }

    /// <summary>The text without what has no normal form: half a character, and U+FFFE.</summary>
    public static string WellFormed(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\uFFFE', StringComparison.Ordinal)
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', ' ');

    private static string Decompose(string name)
    {
        var cut = name.Length > MostCharacters ? name[..MostCharacters] : name;
        if (Ascii.IsValid(cut)) return cut;
        return WellFormed(cut).Normalize(NormalizationForm.FormKD);
    }

    private static bool IsMark(char c) => c >= '\u0080' && CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.EnclosingMark;

    /// <summary>C.H.U. is one word; M.Alaoui is two.</summary>
    private static bool IsDottedLetter(string text, int dot) =>
        dot >= 1 && (dot == 1 || !char.IsLetter(text[dot - 2])) && dot + 1 < text.Length && char.IsLetter(text[dot + 1]) && (dot + 2 >= text.Length || text[dot + 2] is '.' or ' ');

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´' or 'ʼ';

    /// <summary>d'Alger and l'hôpital are two words; Sa'id and N'Diaye are one.</summary>
    private static bool EndsInElision(StringBuilder word) =>
        word.Length == 1 && word[0] is 'd' or 'l' || (word.Length == 2 && word[1] == 'l' && word[0] is 'a' or 'e');
}
