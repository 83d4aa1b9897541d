namespace Shiraka.Agreements.TextReading;

/// <summary>Every institution, government and state the text names, longest name first where two overlap.</summary>
internal static class Institutions
{
    /// <summary>Heads inside a longer chain of names add nothing.</summary>
    private const int LongestMerged = 24;

    public static List<Mention> Find(Page page, NameWalk walk)
    {
        var found = new List<Mention>();
        for (var i = 0; i < page.Tokens.Count; i++)
        {
            if (found.Count > 0 && i <= found[^1].Last && found[^1].Last - found[^1].First > LongestMerged) continue;
            var mention = Headed(page, walk, i) ?? Acronym(page, i) ?? Country(page, i);
            if (mention is null) continue;
            if (found.Count > 0 && found[^1].Last >= mention.First)
            {
                if (mention.Last <= found[^1].Last) continue;
                if (mention.First <= found[^1].First || Apposed(page, found[^1], mention)) found[^1] = mention with { First = Math.Min(found[^1].First, mention.First), Skip = found[^1].First < mention.First ? found[^1].Skip : mention.Skip };
                continue;
            }
            found.AddRange(Ministries(page, mention));
            i = Math.Max(i, mention.Last);
        }
        return found;
    }

    /// <summary>"les ministères de la Santé et de l'Intérieur", "Ministries of Education and Health": a plural head before a conjunction names two.</summary>
    private static IEnumerable<Mention> Ministries(Page page, Mention mention)
    {
        if (mention.Kind != "ministry" || !page.Is(mention.First, "severalministries")) return [mention];
        for (var i = mention.Last; i > mention.First + 1; i--)
        {
            if (!Conjunction(page, i)) continue;
            var second = page.Is(i, "joiner") ? i + 1 : i;
            while (second < mention.Last && page.Tokens[second].Shape != Shape.Arabic && page.Is(second, "link")) second++;
            return second <= mention.Last ? [mention with { Last = i - 1 }, new Mention(second, mention.Last, (byte)(second == i ? 1 : 0), "ministry")] : [mention];
        }

        return [mention];
    }

    private static bool Conjunction(Page page, int i) => page.Is(i, "joiner") || page.Tokens[i] is { Shape: Shape.Arabic, Text: ['و', _, _, ..] } && !page.IsBare(i, "domain", false);

    private static bool Apposed(Page page, Mention left, Mention right) => right.First <= left.Last && page.Tokens[right.First].IsProper;

    private static Mention? Headed(Page page, NameWalk walk, int i)
    {
        if (page.At("inst", i) is not { } head) return null;
        if (page.Tokens[i].Shape == Shape.Arabic && page.IsBare(i, "arverb")) return null;
        if (page.Tokens[i].Shape == Shape.Lower && page.Is(i, "placeword")) return null;
        if (page.Tokens[i].Shape == Shape.Arabic && Owned(page, head.Last + 1) || page.At("board", i) is not null || (i > 0 && page.At("board", i - 1) is { } board && board.Last >= i)) return null;
        var latin = page.Tokens[i].Shape != Shape.Arabic;
        var first = latin ? walk.Start(i) : i;
        var last = walk.End(head.Last, role: false);
        if (page.Tokens[i].Shape == Shape.Lower && page.Is(i, "capitalbody") && head.Value == "other" && first == i && !(i + 1 < page.Tokens.Count && page.Tokens[i + 1].IsProper)) return null;
        if (latin && page.Tokens[i].Shape == Shape.Lower && first < i && head.Value == "other" && !page.Is(i, "domain")) return null;
        var generic = (first == i && last == head.Last && !Stands(page, i, head)) || (latin && head.Value != "state" && !Stands(page, i, head) && Vague(page, first, last, head)) || (!latin && OnlyPlaced(page, i, last, head));
        if (!latin && first == i && Vague(page, head, last)) generic = true;
        if (head.Value == "state" && generic) return null;
        if (head.Value == "state" && Gazetteer.CountryOf(page, i, last) is null && !page.Is(i, "gov")) return null;
        return new Mention(first, last, first == i ? head.Skip : (byte)0, head.Value) { Country = Gazetteer.CountryOf(page, first, last), Generic = generic };
    }

    /// <summary>"مجلس إدارتها": of a body named before, and none itself.</summary>
    private static bool Owned(Page page, int i) =>
        i < page.Tokens.Count && page.Tokens[i] is { Shape: Shape.Arabic, Before: Gap.Space, Text: { Length: > 4 } word } && (word.EndsWith("تها", StringComparison.Ordinal) || word.EndsWith("ته", StringComparison.Ordinal) || word.EndsWith("تهما", StringComparison.Ordinal)) && !page.Is(i, "domain");

    /// <summary>A head found around a name: "مدينة الملك فهد الطبية", "تجمع الشرقية الصحي".</summary>
    private static bool Named(Page page, Match head)
    {
        if (head.Length > 2 && head.Skip == 0 && page.Tokens[head.First].Shape == Shape.Arabic && !ArabicNames.Definite(page.Tokens[head.First].Text) && ArabicNames.Definite(page.Tokens[head.Last].Text)) return true;
        for (var i = head.First + 1; i < head.Last; i++)
            if (page.Is(i, "nameword") || page.Is(i, "given")) return true;
        return false;
    }

    /// <summary>"le CHU burundais", "the Norwegian hospital": a nationality is no name.</summary>
    private static bool Vague(Page page, int first, int last, Match head)
    {
        for (var i = first; i <= last; i++)
        {
            if (i >= head.First && i <= head.Last) continue;
            if (i < head.First && page.Tokens[head.First].Shape == Shape.Lower && page.At("city", i) is not null) continue;
            if (i > head.Last && page.Tokens[i].Shape == Shape.Lower && page.Tokens[head.First].IsProper && !page.Is(i, "link") && !page.Is(i, "joiner") && !page.Is(i, "demonym") && !page.Is(i, "nameadj")) return false;
            if (page.Is(i, "domain") || page.Is(i, "placeword") || page.At("country", i) is not null || (page.Tokens[i].IsProper && !page.Is(i, "demonym"))) return false;
        }
        return true;
    }

    /// <summary>"شركة ألمانية": an indefinite head with a nationality alone.</summary>
    private static bool Vague(Page page, Match head, int last) =>
        head.Skip == 0 && last == head.Last + 1 && head.Value != "state" && !ArabicNames.Definite(page.Tokens[head.First].Text) && page.IsBare(last, "demonym", false) && page.At("country", last) is null && page.At("city", last) is null;

    /// <summary>"الوزارة بالرياض": the known one, and where it is.</summary>
    private static bool OnlyPlaced(Page page, int i, int last, Match head)
    {
        if (head.Skip < 2 || last == head.Last) return false;
        for (var k = head.Last + 1; k <= last; k++)
            if (page.Tokens[k].Text[0] != 'ب' || page.IsBare(k, "nameword", false) || page.IsBare(k, "given", false)) return false;
        return page.Tokens[i].Text.Contains("ال", StringComparison.Ordinal);
    }

    /// <summary>A head of several words in capitals can be a name by itself ("Gustave Roussy"); a common noun cannot.</summary>
    private static bool Stands(Page page, int i, Match head) => Named(page, head) || (head.Last > i && head.Value == "ministry") || (head.Last > i && page.Is(head.Last, "naming")) || page.Tokens[i].IsProper && page.At("acronym", i) is { } known && known.Last >= head.Last;

    private static Mention? Acronym(Page page, int i)
    {
        if (page.At("acronym", i) is not { } known || !page.Tokens[i].IsProper) return null;
        return new Mention(i, known.Last, 0, "other");
    }

    private static Mention? Country(Page page, int i)
    {
        if (page.At("country", i) is not { } country) return null;
        if (page.Tokens[i].Shape == Shape.Lower || (country.Last + 1 < page.Tokens.Count && page.Tokens[country.Last + 1] is { Text: "s" or "based", Before: Gap.Joined })) return null;
        return new Mention(i, country.Last, country.Skip, "state") { Country = country.Value };
    }
}
