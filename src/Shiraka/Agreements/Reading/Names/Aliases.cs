namespace Shiraka.Agreements.TextReading;

/// <summary>Whether two names of one text mean the same: the words of the shorter are in the longer, or most words are shared.</summary>
internal static class Aliases
{
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    { "de", "du", "des", "d", "la", "le", "l", "les", "et", "of", "the", "and", "for", "pour", "a", "في", "و", "s" };

    public static bool Same(Page page, int first, int last, int otherFirst, int otherLast)
    {
        var (a, b) = (Words(page, first, last), Words(page, otherFirst, otherLast));
        if (a.Count == 0 || b.Count == 0) return false;
        var shared = a.Count(b.Contains);
        var (least, most) = (Math.Min(a.Count, b.Count), Math.Max(a.Count, b.Count));
        if (shared == least && (least >= 2 || most <= 2)) return true;
        return shared * 3 >= least * 2 && shared * 2 > most && least >= 3;
    }

    public static HashSet<string> Words(Page page, int first, int last)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = first; i <= last; i++)
        {
            var word = page.Tokens[i].Text;
            if (Plain.Contains(word)) continue;
            words.Add(Stem(word));
        }
        return words;
    }

    private static string Stem(string word)
    {
        if (Fold.IsArabic(word[0]))
        {
            if (word.Length > 5 && word[0] is 'و' or 'ب' or 'ل' && word.AsSpan(1).StartsWith("ال")) return word[3..];
            if (word.Length > 4 && word.StartsWith("ال", StringComparison.Ordinal)) return word[2..];
            return word.Length > 4 && word.StartsWith("لل", StringComparison.Ordinal) ? word[2..] : word;
        }
        return word.Length > 4 && word[^1] == 's' ? word[..^1] : word;
    }
}
