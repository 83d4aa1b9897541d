namespace Shiraka.Agreements.TextReading;

/// <summary>Whether two names of one text mean the same: the words of the shorter are in the longer, or most words are shared.</summary>
internal static class Aliases
{
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    { "de", "du", "des", "d", "la", "le", "l", "les", "et", "of", "the", "and", "for", "pour", "a", "في", "و", "s" };

    private static readonly Dictionary<string, string[]> Expansions = Lexicon.Default.Tagged("noise.expand")
        .ToDictionary(e => e.Value, e => e.Pattern.Split(' ').Select(Stem).ToArray(), StringComparer.Ordinal);

    /// <summary>So many words of a name may the reader not know before its short form in brackets.</summary>
    private const int LongestRest = 7;

    /// <summary>A name of which another has every word is told more fully by that other.</summary>
    public static bool Fuller(Page page, int first, int last, int otherFirst, int otherLast)
    {
        var (a, b) = (Words(page, first, last), Words(page, otherFirst, otherLast));
        return last - first > otherLast - otherFirst && (a.IsSupersetOf(b) || Bracketed(page, otherFirst, otherLast, first, last) || Initials(page, otherFirst, otherLast, first, last));
    }

    /// <summary>"AP-HM" stands for "Assistance publique – Hôpitaux de Marseille".</summary>
    private static bool Initials(Page page, int first, int last, int fullFirst, int fullLast)
    {
        if (last - first > 1 || fullLast - fullFirst < 2 || page.Tokens[last].Shape != Shape.Caps) return false;
        // "Africa CDC" shares its first word with "Africa Centres for Disease Control".
        if (first < last && page.Tokens[first].Shape == Shape.Capital && page.Tokens[first].Text == page.Tokens[fullFirst].Text) (first, fullFirst) = (first + 1, fullFirst + 1);
        var letters = "";
        for (var i = first; i <= last; i++)
        {
            if (page.Tokens[i].Shape != Shape.Caps) return false;
            letters += page.Tokens[i].Text;
        }
        var initials = "";
        for (var i = fullFirst; i <= fullLast; i++)
            if (!Plain.Contains(page.Tokens[i].Text)) initials += page.Tokens[i].Text[0];
        return letters.Length is >= 2 and <= 8 && initials.StartsWith(letters, StringComparison.Ordinal);
    }

    /// <summary>"Abu Dhabi Health Services Company (SEHA)": what stands in brackets behind a name is that name.</summary>
    private static bool Bracketed(Page page, int first, int last, int fullFirst, int fullLast)
    {
        if (last - first > 1 || !page.Tokens[first].IsProper) return false;
        var bracket = fullLast + 1;
        while (bracket < page.Tokens.Count && bracket - fullLast < LongestRest && page.Tokens[bracket].Before < Gap.Comma) bracket++;
        foreach (var at in (ReadOnlySpan<int>)[bracket, fullLast - (last - first)])
        {
            if (at <= fullFirst || at + last - first >= page.Tokens.Count || !page.Between(at).Contains('(')) continue;
            var equal = true;
            for (var i = 0; i <= last - first; i++) equal &= page.Tokens[first + i].Text == page.Tokens[at + i].Text;
            if (equal) return true;
        }
        return false;
    }

    /// <summary>"le Corps grand-ducal d'incendie et de secours (CGDIS)": the words before the bracket whose first letters the acronym has, in order.</summary>
    public static Mention? SpelledOut(Page page, Mention acronym)
    {
        var letters = page.Tokens[acronym.First].Text;
        if (letters.Length < 3) return null;
        for (var at = 1; at < page.Tokens.Count; at++)
        {
            if (page.Tokens[at].Text != letters || page.Tokens[at].Shape != Shape.Caps || !page.Between(at).Contains('(')) continue;
            foreach (var articles in (ReadOnlySpan<bool>)[false, true])
            {
                var (left, first) = (letters.Length - 1, at - 1);
                for (; first >= 0 && left >= 0 && at - first <= letters.Length * 2 && (page.Tokens[first + 1].Before < Gap.Comma || first + 1 == at); first--)
                {
                    var plain = Plain.Contains(page.Tokens[first].Text);
                    if ((articles || !plain) && page.Tokens[first].Text[0] == letters[left]) left--;
                    else if (!plain) break;
                }
                if (left < 0) return acronym with { First = first + 1, Last = at - 1 };
            }
        }
        return null;
    }

    public static bool Same(Page page, int first, int last, int otherFirst, int otherLast)
    {
        if (Initials(page, first, last, otherFirst, otherLast) || Initials(page, otherFirst, otherLast, first, last)) return true;
        if (Bracketed(page, first, last, otherFirst, otherLast) || Bracketed(page, otherFirst, otherLast, first, last)) return true;
        var (a, b) = (Words(page, first, last), Words(page, otherFirst, otherLast));
        if (a.Count == 0 || b.Count == 0) return false;
        var shared = 0;
        foreach (var word in a) shared += b.Contains(word) ? 1 : 0;
        var (least, most) = (Math.Min(a.Count, b.Count), Math.Max(a.Count, b.Count));
        if (shared == least && (least >= 2 || most <= 2)) return true;
        if (shared * 3 < least * 2 || shared * 2 <= most || least < 3) return false;
        return !(Distinguishes(page, first, last, b) && Distinguishes(page, otherFirst, otherLast, a));
    }

    /// <summary>A proper word the other name lacks: two hospitals of two towns are two.</summary>
    private static bool Distinguishes(Page page, int first, int last, HashSet<string> other)
    {
        for (var i = first; i <= last; i++)
        {
            var token = page.Tokens[i];
            if (Plain.Contains(token.Text) || page.Is(i, "domain") || page.Is(i, "nameadj") || page.Is(i, "placeword") || other.Contains(Stem(token.Text)) || Expansions.ContainsKey(token.Text)) continue;
            if (token.Shape != Shape.Lower) return true;
        }
        return false;
    }

    /// <summary>The words that tell a name apart, made once a name: every name is compared with every other.</summary>
    public static HashSet<string> Words(Page page, int first, int last)
    {
        if (!page.NameWords.TryGetValue((first, last), out var known)) page.NameWords[(first, last)] = known = Collect(page, first, last);
        return known;
    }

    private static HashSet<string> Collect(Page page, int first, int last)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = first; i <= last; i++)
        {
            var word = page.Tokens[i].Text;
            if (i == first && word[0] == 'و' && page.At("inst", i) is { Skip: 1 }) word = word[1..];
            if (Plain.Contains(word)) continue;
            if (Expansions.TryGetValue(word, out var full)) words.UnionWith(full);
            else words.Add(Stem(word));
        }
        return words;
    }

    private static string Stem(string word)
    {
        if (Fold.IsArabic(word[0]))
        {
            if (word.EndsWith("مستشفي", StringComparison.Ordinal) || word.EndsWith("استشفايي", StringComparison.Ordinal) || word.EndsWith("استشفاييه", StringComparison.Ordinal)) return "استشفا";
            if (word.EndsWith("جامعيه", StringComparison.Ordinal)) word = word[..^1];
            if (word.Length > 5 && word[0] is 'و' or 'ب' or 'ل' && word.AsSpan(1).StartsWith("ال")) return word[3..];
            if (word.Length > 4 && word.StartsWith("ال", StringComparison.Ordinal)) return word[2..];
            return word.Length > 4 && word.StartsWith("لل", StringComparison.Ordinal) ? word[2..] : word.Length > 4 && word[0] == 'ل' ? word[1..] : word;
        }
        return word.Length > 4 && word[^1] == 's' ? word[..^1] : word;
    }
}
