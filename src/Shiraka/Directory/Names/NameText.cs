using System.Text;

namespace Shiraka.Directory;

/// <summary>Folds a written name into words that no longer depend on how it was typed, copied or scanned.</summary>
internal static class NameText
{
    /// <summary>What lies beyond is not read: no name needs it, and it bounds the time a hostile text can take.</summary>
    private const int MostCharacters = 240;
    private const int MostWords = 14;

    /// <summary>Room for nearly every name; others are given what they need.</summary>
    private const int Usual = 128;

    public static List<NameWord> Words(string name)
    {
        var words = new List<NameWord>(6);
        Read(name, words);
        return words;
    }

    public static void Read(string name, List<NameWord> words)
    {
        if (string.IsNullOrEmpty(name)) return;
        var cut = name.AsSpan(0, Math.Min(name.Length, MostCharacters));
        if (Ascii.IsValid(cut)) Fold(cut, words);
        else Decompose(cut, words);
    }

    private static void Decompose(ReadOnlySpan<char> text, List<NameWord> words)
    {
        Span<char> room = stackalloc char[Usual];
        if (NameLetters.TryDecompose(text, room, out var length)) Fold(room[..length], words);
        else Fold(WellFormed(text.ToString()).Normalize(NormalizationForm.FormKD), words);
    }

    private static void Fold(ReadOnlySpan<char> text, List<NameWord> words)
    {
        // A letter becomes two at most.
        var room = 2 * text.Length;
        var word = new FoldedWord(room <= Usual ? stackalloc char[Usual] : new char[room], stackalloc (int, int, bool, bool)[MostWords]);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var kind = NameLetters.Of(c);
            if (kind.HasFlag(LetterKind.Mark)) continue;
            if (kind.HasFlag(LetterKind.Letter))
            {
                var arabic = kind.HasFlag(LetterKind.Arabic);
                if (word.Length > 0 && word.Letters > 0 && arabic != word.Arabic) word.Close();
                word.Arabic |= arabic;
                word.Letters++;
                word.Lower |= arabic || kind.HasFlag(LetterKind.Lower);
                Append(ref word, text, i);
            }
            else if (kind.HasFlag(LetterKind.Digit)) word.Append((char)('0' + (int)char.GetNumericValue(c)));
            else if (c == '.' && word.Letters > 0 && IsDottedLetter(text, i)) continue;
            else if (IsApostrophe(c) && word.Length > 0 && !EndsInElision(word.Text)) continue;
            else word.Close();
        }
        word.Close();
        // All at once: each word waits for memory, and these waits overlap where nothing else is done between them.
        foreach (var (start, length, arabic, capitals) in word.Closed) words.Add(NameWords.Of(word.At(start, length), arabic, capitals));
    }

    /// <summary>A final é is sounded where a final e is mute: Koné is كوني, Moustaphe is مصطفى without its vowel.</summary>
    private static void Append(ref FoldedWord word, ReadOnlySpan<char> text, int i)
    {
        if (NameLetters.FoldedAlone(text[i]) is not '\0' and var alone && (i + 1 == text.Length || text[i + 1] is < '\u0300' or > '\u036F'))
        {
            word.Append(alone);
            return;
        }
        var c = Lower(text[i]);
        var accented = i + 1 < text.Length && text[i + 1] is '\u0301' or '\u0300';
        var last = i + 2 >= text.Length || !NameLetters.Of(text[i + 2]).HasFlag(LetterKind.Letter);
        switch (c)
        {
            case 'e' when accented && last: word.Append('é'); break;
            case 'œ': word.Append("oe"); break;
            case 'æ': word.Append("ae"); break;
            case 'ß': word.Append("ss"); break;
            case 's' when i + 1 < text.Length && text[i + 1] == '\u0327': word.Append("sh"); break;
            case 'c' when i + 1 < text.Length && text[i + 1] == '\u0327': word.Append('s'); break;
            // ى ends a word; within one it is ي without its dots.
            case 'ى' when i + 1 < text.Length && text[i + 1] is >= 'ا' and <= 'ي': word.Append('ي'); break;
            case 'ء' or 'ـ' or 'ʿ' or 'ʾ' or 'ʼ' or 'ʻ': break;
            default: word.Append(Variant(c)); break;
        }
    }

    /// <summary>What a letter without accents becomes, whatever stands beside it; nothing for those of which <see cref="Append"/> decides.</summary>
    public static char FoldedAlone(char letter) => Lower(letter) is var c
        && c is 'œ' or 'æ' or 'ß' or 'ى' or 'ء' or 'ـ' or 'ʿ' or 'ʾ' or 'ʼ' or 'ʻ' ? '\0' : Variant(c);

    private static char Lower(char c) => char.IsAscii(c) ? (char)(c | 0x20) : char.ToLowerInvariant(c);

    /// <summary>Other shapes of a letter, in other languages of the script, are the letter.</summary>
    private static char Variant(char c) => c switch
    {
        'ø' => 'o',
        'ł' => 'l',
        'đ' or 'ð' => 'd',
        'ı' => 'i',
        'ک' or 'ڪ' => 'ك',
        'ی' or 'ې' => 'ي',
        'ہ' or 'ھ' or 'ە' => 'ه',
        'ڭ' or 'ڨ' => 'گ',
        _ => c,
    };

    /// <summary>The text without what has no normal form: half a character, and U+FFFE.</summary>
    public static string WellFormed(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\uFFFE', StringComparison.Ordinal)
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', ' ');

    /// <summary>C.H.U. is one word; M.Alaoui is two.</summary>
    private static bool IsDottedLetter(ReadOnlySpan<char> text, int dot) =>
        dot >= 1 && (dot == 1 || !char.IsLetter(text[dot - 2])) && dot + 1 < text.Length && char.IsLetter(text[dot + 1]) && (dot + 2 >= text.Length || text[dot + 2] is '.' or ' ');

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´' or 'ʼ';

    /// <summary>d'Alger and l'hôpital are two words; Sa'id and N'Diaye are one.</summary>
    private static bool EndsInElision(ReadOnlySpan<char> word) =>
        word.Length == 1 && word[0] is 'd' or 'l' || (word.Length == 2 && word[1] == 'l' && word[0] is 'a' or 'e');
}

/// <summary>The letters of a word while it is folded, after those of the words before it; what finds no room among these is not kept.</summary>
internal ref struct FoldedWord(Span<char> room, Span<(int Start, int Length, bool Arabic, bool Capitals)> places)
{
    private readonly Span<char> room = room;
    private readonly Span<(int Start, int Length, bool Arabic, bool Capitals)> places = places;
    private int start;
    private int end;
    private int closed;

    public readonly int Length => end - start;
    public int Letters { get; set; }
    public bool Arabic { get; set; }
    public bool Lower { get; set; }
    public readonly ReadOnlySpan<char> Text => room[start..end];
    public readonly ReadOnlySpan<(int Start, int Length, bool Arabic, bool Capitals)> Closed => places[..closed];

    public readonly ReadOnlySpan<char> At(int from, int length) => room.Slice(from, length);

    public void Append(char c) => room[end++] = c;

    public void Append(string letters)
    {
        foreach (var c in letters) Append(c);
    }

    public void Close()
    {
        if (Length > 0 && closed < places.Length) places[closed++] = (start, Length, Arabic, !Lower && Letters > 1);
        (start, Letters, Arabic, Lower) = (end, 0, false, false);
    }
}
