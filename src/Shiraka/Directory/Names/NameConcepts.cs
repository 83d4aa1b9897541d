using System.Collections.Frozen;

namespace Shiraka.Directory;

internal enum ConceptRole : byte { Type, Topic, Stop, City, Country, Patron }

/// <summary>A meaning that several wordings share: CHU, centre hospitalier universitaire and المركز الاستشفائي الجامعي are one.</summary>
internal sealed record NameConcept(int Id, ConceptRole Role, string Code, string Broader, string Shown, IReadOnlyList<string> Forms);

/// <summary>The lexicons of institutions, places and patrons, looked up by phrases.</summary>
internal static class NameConcepts
{
    public const int LongestPhrase = 7;
    private const int LeastCutInTwo = 6;
    private const int LongestLetterName = 4;
    private const int MostLetterNames = 5;

    private static readonly List<NameConcept> All = [];
    private static readonly FrozenSet<string> Stops;
    private static readonly ConceptPhrases Phrases;
    private static readonly ConceptRepairs Repairs;
    private static readonly (string Letters, int[] Ids)[] KnownAcronyms;

    static NameConcepts()
    {
        var stops = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<(ConceptRole Role, string Code, string Broader, string[] Forms)>();
        foreach (var row in NameData.Rows("institution-words.tsv"))
        {
            var role = Enum.Parse<ConceptRole>(row[0], ignoreCase: true);
            if (role == ConceptRole.Stop) stops.UnionWith(NameData.Forms(row[3]));
            else rows.Add((role, row[1], row[2], NameData.Forms(row[3])));
        }
        foreach (var row in NameData.Rows("patrons.tsv")) rows.Add((ConceptRole.Patron, row[0], "", NameData.Forms(row[1])));
        foreach (var row in NameData.Rows("cities.tsv")) rows.Add((ConceptRole.City, NameData.Forms(row[1])[0], row[0], NameData.Forms(row[1])));
        foreach (var row in NameData.Rows("countries.tsv"))
            rows.Add((ConceptRole.Country, row[0], "", [.. NameData.Forms(row[1]), .. row.Length > 2 ? NameData.Forms(row[2]) : []]));
        Stops = stops.ToFrozenSet(StringComparer.Ordinal);

        var phrases = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var repaired = new List<string>();
        foreach (var (role, code, broader, forms) in rows)
        {
            var concept = new NameConcept(All.Count, role, code, broader, forms[0], forms);
            All.Add(concept);
            foreach (var form in forms)
            {
                var keys = NameText.Words(form).Where(w => !IsStop(w)).Select(w => Key(WithoutFor(w))).ToList();
                if (keys.Count == 0) keys = NameText.Words(form).Select(Key).ToList();
                var phrase = string.Join(' ', keys);
                if (!phrases.TryGetValue(phrase, out var known)) phrases[phrase] = known = [];
                if (!known.Contains(concept.Id) && (known.Count == 0 || All[known[0]].Role >= ConceptRole.City == role >= ConceptRole.City)) known.Add(concept.Id);
                if (role <= ConceptRole.City && role != ConceptRole.Stop) repaired.AddRange(keys);
            }
        }
        Phrases = new(phrases);
        KnownAcronyms = [.. All.Where(c => c.Role == ConceptRole.Type).SelectMany(c => c.Forms.Where(f => f.Length is > 1 and < 6 && f.All(char.IsAsciiLetterOrDigit)
            && !f.Any(l => l is 'a' or 'e' or 'i' or 'o' or 'u') | f is "oms" or "chu" or "ehu" or "onu" or "uca" or "ucad" or "cnam" or "cnas" or "anam" or "amci" or "cnops" or "pnud" or "cicr")
            .Select(f => (f, new[] { c.Id })))];
        Repairs = new(repaired);
    }

    public static int Count => All.Count;

    public static NameConcept At(int id) => All[id];

    public static bool IsStop(NameWord word) => Stops.Contains(word.Text);

    /// <summary>The number of a word that stands in a phrase; negative for any other.</summary>
    public static int WordId(ReadOnlySpan<char> key) => Phrases.WordId(key);

    /// <summary>The longest phrase that begins at a word, or one that was cut in two or spelled by its letters there.</summary>
    public static (int[] Ids, int Used)? Longest(List<NameWord> words, int at, bool repair)
    {
        if (Phrases.Longest(words, at, repair) is { } phrase) return phrase;
        if (at + 1 == words.Count) return null;
        var (first, second) = (words[at], words[at + 1]);
        if (AsOne(first, second) is { } cut) return (cut, 2);
        return MayBeLetters(first) && MayBeLetters(second) && first.OpensSpelling ? Spelled(words, at) : null;
    }

    /// <summary>The concepts of a word that was cut in two, or null.</summary>
    private static int[]? AsOne(NameWord first, NameWord second)
    {
        var length = first.Text.Length + second.Text.Length;
        if (length is < LeastCutInTwo or > NameKey.Usual) return null;
        if (char.IsAsciiDigit(first.Text[0])) return Phrases.Alone(Key(first.With(first.Text + second.Text)));
        return Phrases.MayBeOne(first.Text, second.Text) ? Alone(first, second) : null;
    }

    private static int[]? Alone(NameWord first, NameWord second)
    {
        var length = first.Text.Length + second.Text.Length;
        Span<char> one = stackalloc char[NameKey.Usual];
        first.Text.CopyTo(one);
        second.Text.CopyTo(one[first.Text.Length..]);
        one = one[..length];
        if (first.Arabic && NameNumbers.Leading(one) > 0) return Phrases.Alone(Key(first.With(one.ToString())));
        Span<char> key = stackalloc char[NameKey.Usual];
        return Phrases.Alone(key[..WriteKey(one, first.Arabic, key)]);
    }

    private static (int[] Ids, int Used)? Spelled(List<NameWord> words, int at)
    {
        Span<char> letters = stackalloc char[MostLetterNames * LongestLetterName];
        var (length, used) = (0, 0);
        for (; used < MostLetterNames && at + used < words.Count && MayBeLetters(words[at + used]); used++)
        {
            words[at + used].Text.CopyTo(letters[length..]);
            length += words[at + used].Text.Length;
        }
        for (; used > 1; length -= words[at + --used].Text.Length)
            if (LetterNames.AreLetters(letters[..length]) && OfLetters(letters[..length].ToString()) is { } ids) return (ids, used);
        return null;
    }

    private static bool MayBeLetters(NameWord word) => word.Arabic && word.Text.Length <= LongestLetterName;

    /// <summary>The key of one word inside a phrase; a number is the same in every way of writing it.</summary>
    public static string Key(NameWord word)
    {
        if (NumberOf(word) is >= 0 and var number) return "#" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Span<char> key = word.Text.Length <= NameKey.Usual ? stackalloc char[NameKey.Usual] : new char[word.Text.Length];
        return key[..WriteKey(word.Text, word.Arabic, key)].ToString();
    }

    /// <summary>The number a word writes inside a phrase, or -1.</summary>
    public static int NumberOf(NameWord word)
    {
        var text = word.Text;
        if ((char.IsAsciiDigit(text[0]) || (!word.Arabic && text is "ii" or "iii" or "iv" or "vi" or "vii")) && NameNumbers.Of(word, afterName: true) is > 0 and var number) return number;
        return word.Arabic && NameNumbers.Leading(text) is > 0 and var ordinal ? ordinal : -1;
    }

    /// <summary>The same for what is left of a word in Arabic script.</summary>
    public static int NumberOf(ReadOnlySpan<char> rest) =>
        char.IsAsciiDigit(rest[0]) ? NumberOf(new NameWord(rest.ToString(), arabic: true, capitals: false)) : NameNumbers.Leading(rest) is > 0 and var ordinal ? ordinal : -1;

    /// <summary>Writes the key of a word that is no number; it is never longer than the word.</summary>
    public static int WriteKey(ReadOnlySpan<char> word, bool arabic, Span<char> key)
    {
        if (arabic) return NameKey.Arabic(word, key);
        word.Replace(key, 'é', 'e');
        var length = word.Length;
        if (length > 3 && key[length - 1] is 's' or 'x') length--;
        return length > 3 && key[length - 1] == 'e' ? length - 1 : length;
    }

    /// <summary>The known acronym that a run of letter names in Arabic script spells, or null.</summary>
    private static int[]? OfLetters(string spelled) => Array.Find(KnownAcronyms, a => LetterNames.Spells(a.Letters, spelled)).Ids;

    /// <summary>The lexicon's word one letter away from a damaged one, or null.</summary>
    public static string? Repair(ReadOnlySpan<char> key) => Repairs.Of(key);

    /// <summary>للصحة inside a phrase is the word الصحة.</summary>
    private static NameWord WithoutFor(NameWord word) =>
        word.Arabic && word.Text.Length > 4 && word.Text.StartsWith("لل", StringComparison.Ordinal) ? word.With(word.Text[2..]) : word;
}
