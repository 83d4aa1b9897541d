namespace Shiraka.Directory;

/// <summary>Compares the places two names mention, and two names that are places.</summary>
internal static class InstitutionPlaces
{
    public static double Score(InstitutionFacets a, InstitutionFacets b, bool named, List<NameReason>? why)
    {
        if (a.Places.Length == 0 && b.Places.Length == 0) return 1;
        if (a.Places.Length == 0 || b.Places.Length == 0)
        {
            why?.Add(new(a.Places.Length == 0 ? NameWhy.OnlyInSecond : NameWhy.OnlyInFirst, Shown(a.Places.Length == 0 ? b : a), ""));
            return named ? 0.78 : 0.48;
        }
        foreach (var role in (ReadOnlySpan<ConceptRole>)[ConceptRole.City, ConceptRole.Country])
        {
            var (inA, inB) = (Of(a, role), Of(b, role));
            if (inA.Count == 0 || inB.Count == 0) continue;
            var same = inA.Exists(inB.Contains);
            var city = role == ConceptRole.City;
            why?.Add(new(city ? (same ? NameWhy.SameCity : NameWhy.OtherCity) : same ? NameWhy.SameCountry : NameWhy.OtherCountry, Shown(a), Shown(b)));
            return same ? 1 : 0.08;
        }
        var within = Countries(a).Intersect(Countries(b), StringComparer.Ordinal).Any();
        why?.Add(new(within ? NameWhy.SameCountry : NameWhy.OtherCountry, Shown(a), Shown(b)));
        return within ? 0.8 : 0.08;
    }

    /// <summary>Two places: the same concept, or, where a lexicon does not know one of them, very nearly the same sounds.</summary>
    public static double Places(PreparedName a, PreparedName b, List<NameReason>? why)
    {
        var (placesA, placesB) = (a.Facets?.Places ?? [], b.Facets?.Places ?? []);
        if (placesA.Length > 0 && placesB.Length > 0)
        {
            var same = placesA.SelectMany(p => p).Intersect(placesB.SelectMany(p => p)).Any();
            why?.Add(new(same ? NameWhy.SamePlace : NameWhy.OtherPlace, a.Text, b.Text));
            return same ? 0.99 : 0.03;
        }
        var (known, unknown) = placesA.Length > 0 ? (placesA, b) : (placesB, a);
        var best = 0.0;
        foreach (var form in known.SelectMany(p => p).SelectMany(c => NameConcepts.At(c).Forms))
        {
            var parts = PersonReading.Read(NameText.Words(form)).Parts;
            best = Math.Max(best, Strict(PersonComparison.Parts(parts, unknown.Parts, null)));
        }
        why?.Add(new(best >= 0.5 ? NameWhy.SoundsAlike : NameWhy.OtherPlace, a.Text, b.Text));
        return best;
    }

    /// <summary>Tanga is not Tanger: a place is one word, so its sounds must agree more closely than a person's.</summary>
    private static double Strict(double score) => score >= 0.9 ? score : score * score * 0.7;

    private static List<int> Of(InstitutionFacets facets, ConceptRole role) =>
        [.. facets.Places.SelectMany(p => p).Where(c => NameConcepts.At(c).Role == role)];

    private static IEnumerable<string> Countries(InstitutionFacets facets) => facets.Places.SelectMany(p => p)
        .Select(c => NameConcepts.At(c)).Select(c => c.Role == ConceptRole.Country ? c.Code : c.Broader);

    private static string Shown(InstitutionFacets facets) => string.Join(", ", facets.Places.Select(p => NameConcepts.At(p[0]).Shown));
}
