namespace Shiraka.Directory;

/// <summary>Finds links and articles that were written as one word with the name: Abdelkader, Benali, Elfassi, بنعلي.</summary>
internal static class PersonPrefixes
{
    public static (NameLink Link, string LinkText, string Core)? Fused(string word, bool arabic) => arabic ? Arabic(word) : Latin(word);

    private static (NameLink, string, string)? Arabic(string word)
    {
        if (word.StartsWith("عبدال", StringComparison.Ordinal) && word.Length > 6) return (NameLink.Abd, "عبد", word[5..]);
        if (word.StartsWith("بن", StringComparison.Ordinal) && word.Length >= 5 && word[2] is not 'ا') return (NameLink.Ben, "بن", word[2..]);
        if (word.StartsWith("بل", StringComparison.Ordinal) && word.Length >= 6) return (NameLink.Bel, "بل", word[2..]);
        if (word.EndsWith("الدين", StringComparison.Ordinal) && word.Length > 7) return (NameLink.Din, "دين", word[..^5]);
        return null;
    }

    private static (NameLink, string, string)? Latin(string word)
    {
        if (word.StartsWith("abd", StringComparison.Ordinal) && word.Length > 6 && AfterAbd(word) is { } core) return (NameLink.Abd, "abd", core);
        if (word.StartsWith("ben", StringComparison.Ordinal) && word.Length >= 6 && word[3] is not 'n') return (NameLink.Ben, "ben", word[3..]);
        if (word.StartsWith("bel", StringComparison.Ordinal) && word.Length >= 7) return (NameLink.Bel, "bel", word[3..]);
        if (word.StartsWith("ait", StringComparison.Ordinal) && word.Length >= 7) return (NameLink.Ait, "ait", word[3..]);
        if (!word.EndsWith("din", StringComparison.Ordinal) && !word.EndsWith("dine", StringComparison.Ordinal)) return null;
        foreach (var end in (ReadOnlySpan<string>)["eddine", "uddine", "uddin", "eddin", "edine", "aldin", "aldine"])
            if (word.EndsWith(end, StringComparison.Ordinal) && word.Length - end.Length >= 3) return (NameLink.Din, "din", word[..^end.Length]);
        return null;
    }

    /// <summary>What follows abd, without the article in any of its assimilated shapes: Abdel-, Abder-, Abdou-, Abdn-.</summary>
    private static string? AfterAbd(string word)
    {
        var at = 3;
        while (at < word.Length && word[at] is 'e' or 'a' or 'u' or 'o' or 'i') at++;
        if (at > 3 && at < word.Length - 3 && word[at] == 'l')
        {
            // Abdelatif is Abd al-Latif with one l lost, not Abd al-Atif.
            if (word.AsSpan(at).StartsWith("latif", StringComparison.Ordinal)) return word[at..];
            at++;
        }
        else if (at < word.Length - 2 && word[at] == word[at + 1]) at++;
        else if (word.AsSpan(at).StartsWith("chch", StringComparison.Ordinal)) at += 2;
        return word.Length - at >= 3 ? word[at..] : null;
    }

    /// <summary>What follows an article written as one word with it; nothing where there is none.</summary>
    public static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> word)
    {
        if (word.Length < 5) return [];
        if (word.StartsWith("el", StringComparison.Ordinal) || word.StartsWith("al", StringComparison.Ordinal)) return word[2..];
        if (word[0] is 'e' or 'a' && word[1] == word[2] && word[1] is 't' or 'd' or 'r' or 's' or 'z' or 'n' or 'l') return word[2..];
        if (word[0] is 'e' or 'a' && word[1..].StartsWith("ch", StringComparison.Ordinal)) return word[1..];
        return word[0] == 'l' ? word[1..] : [];
    }
}
