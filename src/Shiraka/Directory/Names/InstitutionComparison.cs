namespace Shiraka.Directory;

/// <summary>
/// Compares two institutions: kind of body, place, field, patron, number. Another kind, city, country or number makes another
/// institution, however alike the words are.
/// </summary>
internal static class InstitutionComparison
{
    private static readonly string[] WeakTopics = ["public", "national", "general", "royal", "new", "international"];

    public static double Score(PreparedName a, PreparedName b, List<NameReason>? why)
    {
        var (fa, fb) = (a.Facets!, b.Facets!);
        if (Acronyms(a, b) is { } acronym)
        {
            why?.Add(new(acronym > 0.5 ? NameWhy.Acronym : NameWhy.OtherAcronym, a.Text, b.Text));
            return acronym;
        }
        var score = Types(fa.Types, fb.Types, why);
        score *= InstitutionPlaces.Score(fa, fb, named: a.Parts.Length + fa.Patrons.Length > 0, why);
        score *= Topics(fa.Topics, fb.Topics, why);
        score *= Patrons(a, b, why);
        score *= Numbers(a, b, why);
        return SayNothing(a, b) ? 0 : score;
    }

    /// <summary>Nothing of either name is compared with anything of the other.</summary>
    private static bool SayNothing(PreparedName a, PreparedName b) => SaysNothing(a) && SaysNothing(b);

    private static bool SaysNothing(PreparedName name) =>
        name.Parts.Length + name.Numbers.Length == 0 && name.Facets is { Types: [], Topics: [], Patrons: [], Places: [] };

    /// <summary>Decides where one of the two is nothing but an acronym that no lexicon knows.</summary>
    private static double? Acronyms(PreparedName a, PreparedName b)
    {
        if (a.Facets!.Types.Length > 0 && b.Facets!.Types.Length > 0) return null;
        var (acronymA, acronymB) = (Only(a), Only(b));
        if (acronymA is not null && acronymB is not null) return string.Equals(acronymA, acronymB, StringComparison.Ordinal) ? 1 : 0.04;
        return acronymA is not null ? Expands(acronymA, b) : acronymB is not null ? Expands(acronymB, a) : null;
    }

    private static double? Expands(string acronym, PreparedName other)
    {
        if (other.Facets!.Spelled is { } spelled && LetterNames.Spells(acronym, spelled)) return 0.95;
        return acronym.Length >= 3 && string.Equals(other.Facets.Initials, acronym, StringComparison.Ordinal) ? 0.85 : null;
    }

    /// <summary>The letters of a name that is one acronym, known or not.</summary>
    private static string? Only(PreparedName name)
    {
        if (!name.Text.AsSpan().ContainsAnyInRange('A', 'Z') || HasLower(name.Text)) return null;
        var letters = string.Concat(NameText.Words(name.Text).Select(w => w.Text));
        if (letters.Length is < 2 or > 7) return null;
        return name.Facets!.Types.Length == 0 || LetterlessLexicon(name) ? letters : null;
    }

    private static bool HasLower(string text)
    {
        foreach (var c in text) if (char.IsLower(c)) return true;
        return false;
    }

    private static bool LetterlessLexicon(PreparedName name) => name.Parts.Length == 0 && name.Facets!.Places.Length == 0 && name.Facets.Topics.Length == 0;

    private static double Types(int[] a, int[] b, List<NameReason>? why)
    {
        if (a.Length == 0 && b.Length == 0) return 1;
        var (shownA, shownB) = why is null ? ("", "") : (Shown(a), Shown(b));
        if (a.Length == 0 || b.Length == 0)
        {
            why?.Add(new(a.Length == 0 ? NameWhy.OnlyInSecond : NameWhy.OnlyInFirst, a.Length == 0 ? shownB : shownA, ""));
            return 0.45;
        }
        var common = 0;
        foreach (var type in a) if (b.Contains(type)) common++;
        if (common == a.Length && common == b.Length) { why?.Add(new(NameWhy.SameType, shownA, shownB)); return 1; }
        if (common > 0 && (common == a.Length || common == b.Length)) { why?.Add(new(NameWhy.SameType, shownA, shownB)); return 0.7; }
        why?.Add(new(NameWhy.OtherType, shownA, shownB));
        var broader = a.Any(x => b.Any(y => Broader(x, y) || Broader(y, x)));
        return broader ? 0.42 : 0.1;
    }

    private static bool Broader(int narrow, int wide) => string.Equals(NameConcepts.At(narrow).Broader, NameConcepts.At(wide).Code, StringComparison.Ordinal);

    private static double Topics(int[] a, int[] b, List<NameReason>? why)
    {
        if (a.Length == 0 && b.Length == 0) return 1;
        var (common, onlyA, onlyB) = (0.0, 0.0, 0.0);
        foreach (var topic in a)
        {
            if (b.Contains(topic)) { common += Weight(topic); why?.Add(new(NameWhy.SameWord, NameConcepts.At(topic).Shown, NameConcepts.At(topic).Shown)); }
            else { onlyA += Weight(topic); why?.Add(new(NameWhy.OnlyInFirst, NameConcepts.At(topic).Shown, "")); }
        }
        foreach (var topic in b)
            if (!a.Contains(topic)) { onlyB += Weight(topic); why?.Add(new(NameWhy.OnlyInSecond, NameConcepts.At(topic).Shown, "")); }
        if (onlyA + onlyB <= 0) return 1;
        var agreed = (common + 0.35) / (common + Math.Max(onlyA, onlyB) + 0.35);
        return Math.Pow(agreed, 0.9) * (onlyA > 0 && onlyB > 0 ? 0.45 : 1);
    }

    private static double Weight(int topic) => WeakTopics.Contains(NameConcepts.At(topic).Code, StringComparer.Ordinal) ? 0.3 : 1;

    private static double Patrons(PreparedName a, PreparedName b, List<NameReason>? why)
    {
        var (pa, pb) = (a.Facets!.Patrons, b.Facets!.Patrons);
        if (pa.Length > 0 && pb.Length > 0)
        {
            var same = Array.Exists(pa, pb.Contains);
            why?.Add(new(same ? NameWhy.SameWord : NameWhy.OtherPart, Shown(pa), Shown(pb)));
            return same ? 1 : 0.08;
        }
        if (a.Parts.Length > 0 && b.Parts.Length > 0) return PersonComparison.Parts(a.Parts, b.Parts, why);
        if (pa.Length + pb.Length + a.Parts.Length + b.Parts.Length == 0) return 1;
        var inFirst = pa.Length + a.Parts.Length > 0;
        why?.Add(new(inFirst ? NameWhy.OnlyInFirst : NameWhy.OnlyInSecond, inFirst ? Shown(pa) + PersonComparison.Shown(a.Parts) : Shown(pb) + PersonComparison.Shown(b.Parts), ""));
        return pa.Length + a.Parts.Length > 0 && pb.Length + b.Parts.Length > 0 ? 0.15 : 0.55;
    }

    /// <summary>A date may be left out of a hospital's name; a sovereign's number may not.</summary>
    private static double Numbers(PreparedName a, PreparedName b, List<NameReason>? why)
    {
        var factor = PersonComparison.Numbers(a.Numbers, b.Numbers, why);
        return factor is > 0.3 and < 1 && a.Parts.Length + b.Parts.Length == 0 ? 0.8 : factor;
    }

    private static string Shown(int[] concepts) => string.Join(", ", concepts.Select(c => NameConcepts.At(c).Shown));
}
