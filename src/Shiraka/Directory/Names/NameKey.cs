using System.Collections.Frozen;

namespace Shiraka.Directory;

/// <summary>The keys under which lexicons keep a word, so that one listed spelling answers for its everyday variants.</summary>
internal static class NameKey
{
    public const int Usual = 64;

    public static string Of(string word, bool arabic) => arabic ? Arabic(word) : Latin(word);

    /// <summary>Doublings, mute e, ou/u/o, ch/sh, dj/j, k/q/c, i/y and a final h make no difference.</summary>
    public static string Latin(string word)
    {
        Span<char> key = word.Length <= Usual ? stackalloc char[Usual] : new char[word.Length];
        return key[..Latin(word, key)].ToString();
    }

    /// <summary>Writes the key, which is never longer than the word, and gives its length.</summary>
    public static int Latin(ReadOnlySpan<char> word, Span<char> key)
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

    /// <summary>What is left of a word when a scan loses its dots, or takes letters of one shape for another: ب for ت, i for l, rn for m.</summary>
    public static string Shape(string word, bool arabic)
    {
        var text = arabic ? Arabic(word) : word.Replace("rn", "m", StringComparison.Ordinal).Replace("cl", "d", StringComparison.Ordinal);
        return string.Create(text.Length, text, static (key, text) =>
        {
            for (var i = 0; i < key.Length; i++) key[i] = text[i] switch
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
        });
    }

    /// <summary>The article, the seat of the hamza, and the two ways of writing a final ة and ى make no difference.</summary>
    public static string Arabic(string word)
    {
        var bare = ArabicArticle.Strip(word);
        if (!bare.AsSpan().ContainsAny(" ةىٱ")) return bare;
        return bare.Replace(" ", "", StringComparison.Ordinal).Replace('ة', 'ه').Replace('ى', 'ي').Replace('ٱ', 'ا');
    }
}

internal static class ArabicArticle
{
    /// <summary>Names whose first letters look like the article and are not: Ilyas, Ilham, Olfa, Ala'.</summary>
    private static readonly FrozenSet<string> NoArticle = FrozenSet.ToFrozenSet(["الياس", "الهام", "الفة", "الفه", "الاء", "الان", "البير", "البرت", "اليس", "الكسندر", "اليكسندر", "اليزابيث", "اليزابيت", "الكسي", "اليكسي", "اله", "الين", "الما", "الطو", "الف"], StringComparer.Ordinal);

    public static string Strip(string word) =>
        word.Length >= 4 && word.StartsWith("ال", StringComparison.Ordinal) && !NoArticle.Contains(word) ? word[2..] : word;
}
