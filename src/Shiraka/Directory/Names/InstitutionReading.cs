namespace Shiraka.Directory;

/// <summary>Reads a name as an institution or a place: known phrases first, longest first; the rest is read as a person's name (the patron).</summary>
internal static class InstitutionReading
{
    internal readonly record struct Reading(InstitutionFacets Facets, List<NameWord> Rest, int[] Numbers, bool AllKnown);

    /// <summary>Room for the words that say something.</summary>
    [ThreadStatic]
    private static List<NameWord>? spare;

    /// <summary>Whether any phrase is known in the name. Most persons' names have none, and need no further reading for it.</summary>
    public static bool Knows(List<NameWord> all, bool repair)
    {
        var words = WithoutStops(all);
        var known = false;
        for (var i = 0; i < words.Count && !known; i++) known = NameConcepts.Longest(words, i, repair) is not null;
        GiveBack(words, all);
        return known;
    }

    private static void GiveBack(List<NameWord> words, List<NameWord> all)
    {
        if (ReferenceEquals(words, all)) return;
        words.Clear();
        spare = words;
    }

    public static Reading Read(List<NameWord> all, bool repair)
    {
        var words = WithoutStops(all);
        var mixed = all.Exists(w => !w.Capitals && w.Text.Length > 1);
        List<int>? types = null, topics = null, patrons = null, numbers = null;
        List<int[]>? places = null;
        List<string>? acronyms = null;
        List<NameWord> rest = [];
        for (var i = 0; i < words.Count;)
        {
            if (NameConcepts.Longest(words, i, repair) is var (ids, used))
            {
                var role = NameConcepts.At(ids[0]).Role;
                if (role is >= ConceptRole.City and <= ConceptRole.Country) (places ??= []).Add(ids);
                else if (role == ConceptRole.Type) (types ??= []).Add(ids[0]);
                else if (role == ConceptRole.Topic) (topics ??= []).Add(ids[0]);
                else (patrons ??= []).Add(ids[0]);
                i += used;
                continue;
            }
            var word = words[i];
            var number = (repair ? word.RepairedKey : word.Key).Number is >= 0 and var written ? written : word.Number(i > 0);
            if (number is > 0 and < 1000) (numbers ??= []).Add(number);
            else if (number == 0 && (mixed && word.Capitals || word.Text.AsSpan().ContainsAnyInRange('0', '9')) && word.Text.Length is > 1 and < 8) (acronyms ??= []).Add(word.Text);
            else if (number == 0) rest.Add(word);
            i++;
        }
        var facets = new InstitutionFacets(Sorted(types), Sorted(topics), Sorted(patrons), [.. places ?? []], [.. acronyms ?? []], Initials(words), LetterNames.Spelled(all));
        return new(facets, rest, [.. numbers ?? []], rest.Count == 0 && numbers is null && acronyms is null);
    }

    private static List<NameWord> WithoutStops(List<NameWord> all)
    {
        var stops = 0;
        foreach (var word in all) if (word.IsStop) stops++;
        if (stops == 0 || stops == all.Count) return all;
        var words = spare ?? new(8);
        spare = null;
        foreach (var word in all) if (!word.IsStop) words.Add(word);
        return words;
    }

    /// <summary>The first letters of the words in Latin script, and their numbers.</summary>
    private static string Initials(List<NameWord> words)
    {
        var letters = new System.Runtime.CompilerServices.DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[64]);
        foreach (var word in words)
        {
            if (word.Arabic) continue;
            if (char.IsAsciiDigit(word.Text[0])) letters.AppendFormatted(word.Text);
            else letters.AppendFormatted(word.Text.AsSpan(0, 1));
        }
        return letters.ToStringAndClear();
    }

    private static int[] Sorted(List<int>? ids) => ids is null ? [] : ids.Count == 1 ? [ids[0]] : [.. ids.Distinct().Order()];
}
