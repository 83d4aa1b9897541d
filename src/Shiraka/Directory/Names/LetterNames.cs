namespace Shiraka.Directory;

/// <summary>Acronyms spelled by the names of their letters in Arabic script: أو إم إس is OMS.</summary>
internal static class LetterNames
{
    private static readonly Dictionary<char, string[]> Names =
        NameData.Rows("letters.tsv").ToDictionary(r => r[0][0], r => NameData.Forms(r[1]));

    private static readonly Dictionary<char, string[]> ByFirst =
        Names.Values.SelectMany(names => names).Distinct(StringComparer.Ordinal).GroupBy(name => name[0]).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The words run together where they could be letter names; null for every other name.</summary>
    public static string? Spelled(List<NameWord> words) =>
        words.Count is 0 or > 9 || words.Exists(w => w.Text.Length > 7 || (!w.Arabic && !char.IsAsciiDigit(w.Text[0]))) || (words.Count == 1 && words[0].Text.Length < 4)
            ? null
            : string.Concat(words.Select(w => w.Text));

    /// <summary>Whether a name of a letter may begin with the word, or the word with one.</summary>
    public static bool MayOpen(string word)
    {
        foreach (var name in ByFirst.GetValueOrDefault(word[0], []))
            if (name.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(name, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Whether a text of fewer than 32 letters is nothing but names of letters.</summary>
    public static bool AreLetters(ReadOnlySpan<char> text)
    {
        // A bit for each place where the name of a letter may end.
        var ends = 1u;
        for (var at = 0; at < text.Length; at++)
            if ((ends & (1u << at)) != 0)
                foreach (var name in ByFirst.GetValueOrDefault(text[at], []))
                    if (text[at..].StartsWith(name, StringComparison.Ordinal)) ends |= 1u << (at + name.Length);
        return (ends & (1u << text.Length)) != 0;
    }

    public static bool Spells(string acronym, string spelled) => Spells(acronym.AsSpan(), spelled);

    private static bool Spells(ReadOnlySpan<char> acronym, ReadOnlySpan<char> spelled)
    {
        if (acronym.IsEmpty) return spelled.IsEmpty;
        if (!Names.TryGetValue(acronym[0], out var names)) return false;
        foreach (var name in names)
            if (spelled.StartsWith(name, StringComparison.Ordinal) && Spells(acronym[1..], spelled[name.Length..])) return true;
        return false;
    }
}
