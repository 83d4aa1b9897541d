namespace Shiraka.Directory;

/// <summary>Decides what a name names, and reads it by that.</summary>
internal static class NameReading
{
    /// <summary>Words of the name being read; reading a name may load a lexicon, which reads names.</summary>
    [ThreadStatic]
    private static List<NameWord>? spare;

    public static PreparedName Read(string name, NameKind? asked, NameParts? known = null)
    {
        var words = spare ?? new(8);
        spare = null;
        NameText.Read(name, words);
        var prepared = Read(name, words, asked, known);
        words.Clear();
        spare = words;
        return prepared;
    }

    private static PreparedName Read(string name, List<NameWord> words, NameKind? asked, NameParts? known)
    {
        if (words.Count == 0) return new(name, asked ?? NameKind.Person, [], [], "", null);
        if (asked is NameKind.Person) return Person(name, words, known);

        if (asked is null && !InstitutionReading.Knows(words, repair: false) && !AcronymAlone(words))
            return MayHideInstitution(words) && IsRepaired(words) && Repaired(words) is { } hidden ? Institution(name, NameKind.Institution, hidden, known) : Person(name, words, known);
        var reading = InstitutionReading.Read(words, repair: false);
        var kind = asked ?? Kind(words, reading);
        if (kind == NameKind.Person && asked is null)
        {
            if (MayHideInstitution(words) && Repaired(words) is { } repaired) (kind, reading) = (NameKind.Institution, repaired);
        }
        else if (kind == NameKind.Institution && IsRepaired(words)) reading = InstitutionReading.Read(words, repair: true);
        return kind == NameKind.Person ? Person(name, words, known) : Institution(name, kind, reading, known);
    }

    private static bool MayHideInstitution(List<NameWord> words) => words.Count > 1 && words.Exists(w => w.Text.Length >= 6);

    private static bool IsRepaired(List<NameWord> words) => words.Exists(w => !ReferenceEquals(w.RepairedKey, w.Key));

    /// <summary>The institution that damaged words still name, or null.</summary>
    private static InstitutionReading.Reading? Repaired(List<NameWord> words)
    {
        if (!InstitutionReading.Knows(words, repair: true)) return null;
        var repaired = InstitutionReading.Read(words, repair: true);
        var facets = repaired.Facets;
        return facets.Types.Length > 0 && facets.Types.Length + facets.Topics.Length + facets.Places.Length > 1 ? repaired : null;
    }

    private static PreparedName Person(string name, List<NameWord> words, NameParts? known)
    {
        var (parts, numbers, kin) = PersonReading.Read(words, known);
        return new(name, NameKind.Person, parts, numbers, kin, null);
    }

    private static PreparedName Institution(string name, NameKind kind, InstitutionReading.Reading reading, NameParts? known)
    {
        var (parts, numbers, _) = PersonReading.Read(reading.Rest, known);
        return new(name, kind, parts, [.. reading.Numbers, .. numbers], "", reading.Facets);
    }

    private static NameKind Kind(List<NameWord> words, InstitutionReading.Reading reading)
    {
        var facets = reading.Facets;
        if (reading.AllKnown && facets.Types.Length + facets.Topics.Length + facets.Patrons.Length == 0 && OnePlace(facets)) return NameKind.Place;
        if (Array.Exists(facets.Types, t => Evident(t, words)) || facets.Topics.Length > 1) return NameKind.Institution;
        if (facets.Topics.Length == 1 && facets.Places.Length > 0) return NameKind.Institution;
        if (reading.AllKnown && facets.Patrons.Length > 0) return NameKind.Institution;
        return AcronymAlone(words) ? NameKind.Institution : NameKind.Person;
    }

    /// <summary>A short type word counts only in capitals: CH is a hospital, Ch. is an initial.</summary>
    private static bool Evident(int type, List<NameWord> words)
    {
        var concept = NameConcepts.At(type);
        return words.Count > 0 && (words.Exists(w => w.Arabic || w.Text.Length > 3 || (w.Capitals && w.Text.Length > 1)) || concept.Broader.Length > 0)
            && !(words.Count > 1 && words.TrueForAll(w => w.Text.Length <= 3 && !w.Capitals));
    }

    private static bool OnePlace(InstitutionFacets facets) =>
        facets.Places.Length == 1 || (facets.Places.Length == 2 && facets.Places.SelectMany(p => p).Select(NameConcepts.At)
            .Select(c => c.Role == ConceptRole.Country ? c.Code : c.Broader).Distinct(StringComparer.Ordinal).Count() == 1);

    private static bool AcronymAlone(List<NameWord> words)
    {
        var letters = 0;
        foreach (var word in words) letters += word.Text.Length;
        return letters is > 1 and < 8 && words.TrueForAll(w => !w.Arabic && (w.Capitals || char.IsAsciiDigit(w.Text[0])) && w.Text.Length < 7)
            && words.TrueForAll(w => !w.IsGiven)
            && (words.Count > 1 || letters <= 4 || words[0].Text.Any(char.IsAsciiDigit));
    }
}
