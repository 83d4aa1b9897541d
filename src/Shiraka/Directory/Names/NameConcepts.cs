using System.Collections.Frozen;

namespace Shiraka.Directory;

internal enum ConceptRole : byte { Type, Topic, Stop, City, Country, Patron }

/// <summary>A meaning that several wordings share: CHU, centre hospitalier universitaire and المركز الاستشفائي الجامعي are one.</summary>
internal sealed record NameConcept(int Id, ConceptRole Role, string Code, string Broader, string Shown, IReadOnlyList<string> Forms);

/// <summary>The lexicons of institutions, places and patrons, looked up by phrases.</summary>
internal static class NameConcepts
{
    public const int LongestPhrase = 7;
    private const int LongestLetterName = 4;
    private const int MostLetterNames = 5;

    private static readonly List<NameConcept> All = [];
    private static readonly FrozenSet<string> Stops;
    private static readonly ConceptPhrases Phrases;
    private static readonly FrozenDictionary<string, string> Repairs;
    private static readonly int LongestRepaired;
    private static readonly FrozenDictionary<string, string> Shapes;
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
        var repairs = new Dictionary<string, string>(StringComparer.Ordinal);
        var shapes = new Dictionary<string, string>(StringComparer.Ordinal);
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
                if (role <= ConceptRole.City && role != ConceptRole.Stop) foreach (var key in keys)
                {
                    KeepRepairs(repairs, key);
                    if (key.Length > 3) shapes.TryAdd(NameKey.Shape(key, key[0] > 'ÿ'), key);
                }
            }
        }
        Phrases = new(phrases);
        KnownAcronyms = [.. All.Where(c => c.Role == ConceptRole.Type).SelectMany(c => c.Forms.Where(f => f.Length is > 1 and < 6 && f.All(char.IsAsciiLetterOrDigit)
            && !f.Any(l => l is 'a' or 'e' or 'i' or 'o' or 'u') | f is "oms" or "chu" or "ehu" or "onu" or "uca" or "ucad" or "cnam" or "cnas" or "anam" or "amci" or "cnops" or "pnud" or "cicr")
            .Select(f => (f, new[] { c.Id })))];
        Shapes = shapes.ToFrozenDictionary(StringComparer.Ordinal);
        Repairs = repairs.ToFrozenDictionary(StringComparer.Ordinal);
        LongestRepaired = repairs.Keys.Max(key => key.Length) + 1;
    }

    public static int Count => All.Count;

    public static NameConcept At(int id) => All[id];

    public static bool IsStop(NameWord word) => Stops.Contains(word.Text);

    /// <summary>Whether the word stands in any phrase.</summary>
    public static bool Uses(string key) => Phrases.WordId(key) >= 0;

    /// <summary>The number of a word that stands in a phrase; negative for any other.</summary>
    public static int WordId(string key) => Phrases.WordId(key);

    /// <summary>The longest phrase that begins at a word, or one that was cut in two or spelled by its letters there.</summary>
    public static (int[] Ids, int Used)? Longest(List<NameWord> words, int at, bool repair)
    {
        if (Phrases.Longest(words, at, repair) is { } phrase) return phrase;
        if (at + 1 == words.Count) return null;
        var (first, second) = (words[at], words[at + 1]);
        if (Phrases.MayBeOne(first.Text, second.Text) && Phrases.Alone(Key(first.With(first.Text + second.Text))) is { } cut) return (cut, 2);
        return first.Arabic && first.Text.Length <= LongestLetterName && first.OpensSpelling ? Spelled(words, at) : null;
    }

    private static (int[] Ids, int Used)? Spelled(List<NameWord> words, int at)
    {
        for (var length = Math.Min(MostLetterNames, words.Count - at); length > 1; length--)
        {
            var letters = words.GetRange(at, length);
            if (letters.TrueForAll(w => w.Arabic && w.Text.Length <= LongestLetterName) && OfLetters(string.Concat(letters.Select(w => w.Text))) is { } ids) return (ids, length);
        }
        return null;
    }

    /// <summary>The key of one word inside a phrase; a number is the same in every way of writing it.</summary>
    public static string Key(NameWord word)
    {
        if (char.IsAsciiDigit(word.Text[0]) || (!word.Arabic && word.Text is "ii" or "iii" or "iv" or "vi" or "vii"))
            if (NameNumbers.Of(word, afterName: true) is > 0 and var number) return "#" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (word.Arabic && NameNumbers.Leading(word.Text) is > 0 and var ordinal) return "#" + ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (word.Arabic) return NameKey.Arabic(word.Text);
        var text = word.Text.Replace('é', 'e');
        if (text.Length > 3 && text[^1] is 's' or 'x') text = text[..^1];
        return text.Length > 3 && text[^1] == 'e' ? text[..^1] : text;
    }

    /// <summary>The known acronym that a run of letter names in Arabic script spells, or null.</summary>
    private static int[]? OfLetters(string spelled) => Array.Find(KnownAcronyms, a => LetterNames.Spells(a.Letters, spelled)).Ids;

    /// <summary>The lexicon's word one letter away from a damaged one, or null.</summary>
    public static string? Repair(string key)
    {
        if (key.Length < 4) return null;
        if (Shapes.TryGetValue(NameKey.Shape(key, key[0] > 'ÿ'), out var shaped)) return string.Equals(shaped, key, StringComparison.Ordinal) ? null : shaped;
        if (key.Length < 6) return null;
        if (Repairs.TryGetValue(key, out var word)) return string.Equals(word, key, StringComparison.Ordinal) ? null : word;
        if (key.Length > LongestRepaired) return null;
        var shorter = Repairs.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> rest = stackalloc char[key.Length - 1];
        key.AsSpan(1).CopyTo(rest);
        for (var i = 0; i < key.Length; i++)
        {
            // rest is the key without its letter i
            if (i > 0) rest[i - 1] = key[i - 1];
            if (shorter.TryGetValue(rest, out word) && OneEdit(key, word)) return word;
        }
        return null;
    }

    /// <summary>One letter replaced, or two neighbours exchanged, or one letter too many; the first letter kept.</summary>
    private static bool OneEdit(string key, string word)
    {
        if (key[0] != word[0]) return false;
        var start = 0;
        while (start < key.Length && start < word.Length && key[start] == word[start]) start++;
        var (endA, endB) = (key.Length, word.Length);
        while (endA > start && endB > start && key[endA - 1] == word[endB - 1]) { endA--; endB--; }
        var (inKey, inWord) = (key[start..endA], word[start..endB]);
        return (inKey.Length <= 1 && inWord.Length <= 1) || (inKey.Length == 2 && inWord.Length == 2 && inKey[0] == inWord[1] && inKey[1] == inWord[0]);
    }

    /// <summary>للصحة inside a phrase is the word الصحة.</summary>
    private static NameWord WithoutFor(NameWord word) =>
        word.Arabic && word.Text.Length > 4 && word.Text.StartsWith("لل", StringComparison.Ordinal) ? word.With(word.Text[2..]) : word;

    private static void KeepRepairs(Dictionary<string, string> repairs, string key)
    {
        if (key.Length < 5 || key.StartsWith('#')) return;
        repairs[key] = key;
        for (var i = 0; i < key.Length; i++) repairs.TryAdd(key.Remove(i, 1), key);
    }
}
