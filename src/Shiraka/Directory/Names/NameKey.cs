using System.Collections.Frozen;

namespace Shiraka.Directory;

/// <summary>The keys under which lexicons keep a word, so that one listed spelling answers for its everyday variants.</summary>
internal static class NameKey
{
    public const int Usual = 64;

    /// <summary>The shape of each letter.</summary>
    private static readonly char[] Shapes = LoadShapes();

    public static string Of(string word, bool arabic)
    {
        Span<char> key = word.Length <= Usual ? stackalloc char[Usual] : new char[word.Length];
        return key[..Of(word, arabic, key)].ToString();
    }

    /// <summary>Writes the key, which is never longer than the word, and gives its length.</summary>
    public static int Of(ReadOnlySpan<char> word, bool arabic, Span<char> key) => arabic ? Arabic(word, key) : Latin(word, key);

    /// <summary>Doublings, mute e, ou/u/o, ch/sh, dj/j, k/q/c, i/y and a final h make no difference.</summary>
    private static int Latin(ReadOnlySpan<char> word, Span<char> key)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            var next = i + 1 < word.Length ? word[i + 1] : ' ';
            var (mapped, used) = (c, next) switch
            {
                ('t', 'c') when i + 2 < word.Length && word[i + 2] == 'h' => ('$', 3),
                ('c', 'h') or ('s', 'h') => ('$', 2),
                ('d', 'j') or ('d', 'g') => ('j', 2),
                ('t', 'h') => ('t', 2),
                ('d', 'h') => ('d', 2),
                ('p', 'h') => ('f', 2),
                ('k', 'h') => ('x', 2),
                ('c', 'k') => ('k', 2),
                ('o', 'u') or ('o', 'o') => ('u', 2),
                ('e', 'e') => ('i', 2),
                ('q', 'u') or ('g', 'u') when i + 2 < word.Length && word[i + 2] is 'e' or 'i' => (c == 'q' ? 'k' : 'g', 2),
                ('c', 'e' or 'i' or 'y' or 'é') => ('s', 1),
                ('c' or 'q', _) => ('k', 1),
                ('o' or 'w', _) => ('u', 1),
                ('y', _) => ('i', 1),
                ('h', ' ') when i > 0 => ('\0', 1),
                ('e' or 'é', ' ') when i > 1 => ('\0', 1),
                ('é', _) => ('e', 1),
                _ => (c, 1),
            };
            i += used - 1;
            if (mapped != '\0' && (length == 0 || key[length - 1] != mapped)) key[length++] = mapped;
        }
        return length;
    }

    public static string Shape(string word, bool arabic)
    {
        Span<char> key = word.Length <= Usual ? stackalloc char[Usual] : new char[word.Length];
        return key[..Shape(word, arabic, key)].ToString();
    }

    /// <summary>What is left of a word when a scan loses its dots, or takes letters of one shape for another: ب for ت, i for l, rn for m.</summary>
    public static int Shape(ReadOnlySpan<char> word, bool arabic, Span<char> key)
    {
        var length = arabic ? Arabic(word, key) : AsOne(word, key);
        foreach (ref var c in key[..length])
            if (c < Shapes.Length) c = Shapes[c];
        return length;
    }

    private static char[] LoadShapes()
    {
        var shapes = new char['ە' + 1];
        for (var letter = 0; letter < shapes.Length; letter++) shapes[letter] = (char)letter switch
        {
            'ت' or 'ث' or 'ن' or 'ي' or 'ئ' or 'پ' => 'ب',
            'ج' or 'خ' or 'چ' => 'ح',
            'ذ' => 'د',
            'ز' or 'ژ' => 'ر',
            'ش' => 'س',
            'ض' => 'ص',
            'ظ' => 'ط',
            'غ' => 'ع',
            'ق' or 'ڤ' => 'ف',
            'l' or '1' or 'j' or 'y' => 'i',
            '0' or 'c' or 'e' or 'é' => 'o',
            'v' => 'u',
            'q' => 'g',
            '5' => 's',
            var c => c,
        };
        return shapes;
    }

    /// <summary>Two letters that look like one are one.</summary>
    private static int AsOne(ReadOnlySpan<char> word, Span<char> key)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var one = i + 1 == word.Length ? '\0' : (word[i], word[i + 1]) switch { ('r', 'n') => 'm', ('c', 'l') => 'd', _ => '\0' };
            key[length++] = one == '\0' ? word[i] : one;
            if (one != '\0') i++;
        }
        return length;
    }

    /// <summary>The article, the seat of the hamza, and the two ways of writing a final ة and ى make no difference.</summary>
    public static int Arabic(ReadOnlySpan<char> word, Span<char> key)
    {
        var length = 0;
        foreach (var c in ArabicArticle.Strip(word))
            if (c != ' ') key[length++] = c switch { 'ة' => 'ه', 'ى' => 'ي', 'ٱ' => 'ا', _ => c };
        return length;
    }
}

internal static class ArabicArticle
{
    /// <summary>Names whose first letters look like the article and are not: Ilyas, Ilham, Olfa, Ala'.</summary>
    private static readonly FrozenSet<string> NoArticle = FrozenSet.ToFrozenSet(["الياس", "الهام", "الفة", "الفه", "الاء", "الان", "البير", "البرت", "اليس", "الكسندر", "اليكسندر", "اليزابيث", "اليزابيت", "الكسي", "اليكسي", "اله", "الين", "الما", "الطو", "الف"], StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Without = NoArticle.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Strip(string word) => Opens(word) ? word[2..] : word;

    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> word) => Opens(word) ? word[2..] : word;

    private static bool Opens(ReadOnlySpan<char> word) => word.Length >= 4 && word[0] == 'ا' && word[1] == 'ل' && !Without.Contains(word);
}
