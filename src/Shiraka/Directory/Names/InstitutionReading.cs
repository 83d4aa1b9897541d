namespace Shiraka.Directory;

/// <summary>Reads a name as an institution or a place: known phrases first, longest first; the rest is read as a person's name (the patron).</summary>
internal static class InstitutionReading
{
    private static readonly string[] Proclitics = ["وبال", "وال", "بال", "تال", "نال", "يال", "لل", "كال", "فال", "ول", "وب", "و", "ب", "ل"];

    internal readonly record struct Reading(InstitutionFacets Facets, List<NameWord> Rest, int[] Numbers, bool AllKnown);

    public static Reading Read(List<NameWord> all, bool repair)
    {
        var words = all.Where(w => !NameConcepts.IsStop(w)).ToList();
        if (words.Count == 0) words = all;
        var mixed = all.Exists(w => !w.Capitals && w.Text.Length > 1);
        var keys = words.ConvertAll(w => Key(w, repair));

        List<int> types = [], topics = [], patrons = [], numbers = [];
        List<int[]> places = [];
        List<string> acronyms = [];
        List<NameWord> rest = [];
        for (var i = 0; i < words.Count;)
        {
            if (Longest(words, keys, i) is var (ids, used))
            {
                var concept = NameConcepts.At(ids[0]);
                if (concept.Role >= ConceptRole.City && concept.Role <= ConceptRole.Country) places.Add(ids);
                else (concept.Role switch { ConceptRole.Type => types, ConceptRole.Topic => topics, _ => patrons }).AddRange(ids.Take(1));
                i += used;
                continue;
            }
            var word = words[i];
            var number = keys[i][0] == '#' && keys[i].Length > 1 ? int.Parse(keys[i].AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) : NameNumbers.Of(word, i > 0);
            if (number is > 0 and < 1000) numbers.Add(number);
            else if (number == 0 && (mixed && word.Capitals || word.Text.Any(char.IsAsciiDigit)) && word.Text.Length is > 1 and < 8) acronyms.Add(word.Text);
            else if (number == 0) rest.Add(word);
            i++;
        }
        var initials = string.Concat(words.Where(w => !w.Arabic).Select(w => char.IsAsciiDigit(w.Text[0]) ? w.Text : w.Text[..1]));
        var facets = new InstitutionFacets(Sorted(types), Sorted(topics), Sorted(patrons), [.. places], [.. acronyms], initials, LetterNames.Spelled(all));
        return new(facets, rest, [.. numbers], rest.Count == 0 && numbers.Count == 0 && acronyms.Count == 0);
    }

    private static (int[] Ids, int Used)? Longest(List<NameWord> words, List<string> keys, int at)
    {
        for (var length = Math.Min(NameConcepts.LongestPhrase, words.Count - at); length > 0; length--)
            if (NameConcepts.Of(Phrase(keys, at, length)) is { } ids) return (ids, length);
        if (at + 1 < words.Count && words[at].Text.Length + words[at + 1].Text.Length > 5
            && NameConcepts.Of(NameConcepts.Key(words[at] with { Text = words[at].Text + words[at + 1].Text })) is { } cut) return (cut, 2);
        if (!words[at].Arabic) return null;
        for (var length = Math.Min(5, words.Count - at); length > 1; length--)
        {
            var letters = words.GetRange(at, length);
            if (letters.TrueForAll(w => w.Arabic && w.Text.Length <= 4) && NameConcepts.OfLetters(string.Concat(letters.Select(w => w.Text))) is { } ids)
                return (ids, length);
        }
        return null;
    }

    /// <summary>The word's key, without the conjunction, preposition or article written as one word with it where only so it is known.</summary>
    private static string Key(NameWord word, bool repair)
    {
        var key = NameConcepts.Key(word);
        if (NameConcepts.Uses(key)) return key;
        if (word.Arabic)
            foreach (var proclitic in Proclitics)
            {
                if (!word.Text.StartsWith(proclitic, StringComparison.Ordinal) || word.Text.Length < proclitic.Length + 2) continue;
                var bare = NameConcepts.Key(word with { Text = word.Text[proclitic.Length..] });
                if (NameConcepts.Uses(bare)) return bare;
                if (repair && (proclitic.Length > 1 || (proclitic == "و" && bare.Length > 3)) && NameConcepts.Repair(bare) is { } repairedBare) return repairedBare;
            }
        return repair && GivenNames.Of(word.Text, word.Arabic).Length == 0 && NameConcepts.Repair(key) is { } repaired ? repaired : key;
    }

    private static string Phrase(List<string> keys, int at, int length) => length == 1 ? keys[at] : string.Join(' ', keys.GetRange(at, length));

    private static int[] Sorted(List<int> ids)
    {
        if (ids.Count == 0) return [];
        return [.. ids.Distinct().Order()];
    }
}
