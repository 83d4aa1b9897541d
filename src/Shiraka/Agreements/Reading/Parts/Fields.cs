namespace Shiraka.Agreements.TextReading;

/// <summary>The fields of health the agreement is about: words of medicine outside names, functions, recalled agreements and noise.</summary>
internal static class Fields
{
    /// <summary>So far reaches a wish.</summary>
    private const int Wished = 20;

    public static List<ReadField> Find(Page page, Coverage institutions, Coverage roles, List<Mention> parties)
    {
        var found = new Dictionary<string, (Match Match, int Count)>(StringComparer.Ordinal);
        foreach (var match in page.All("field"))
        {
            var sentence = page.SentenceOf(match.First);
            // "a souhaité que la coopération s'étende à la greffe rénale".
            if (page.In("wish", Math.Max(sentence.First, match.First - Wished), match.First).Any(w => Undertakings.Whole(page, w) && w.Last < match.First)) continue;
            if (sentence.Background || Covered(page, match) || (Inside(institutions, match) && Official(page, institutions.At(match.First)!, match, parties)) || Inside(roles, match)) continue;
            var seen = found.GetValueOrDefault(match.Value, (match, 0));
            found[match.Value] = (seen.Item1, seen.Item2 + 1);
        }
        return [.. found.OrderBy(f => f.Value.Match.First).Select(f => Of(page, f.Key, f.Value.Match, f.Value.Count))];
    }

    private static ReadField Of(Page page, string code, Match match, int count)
    {
        var (start, end) = page.Range(match.First, match.Last, match.Skip);
        return new ReadField(new ReadSpan(page.Text[start..end], start, end, Math.Min(0.95, 0.6 + (count * 0.1)), "word_of_field"), code);
    }

    /// <summary>"non-communicable" is not "communicable": the longer word of medicine tells.</summary>
    private static bool Covered(Page page, Match match) =>
        page.In("field", Math.Max(0, match.First - 2), match.Last).Any(m => m.First < match.First && m.Value != match.Value && m.Last >= match.First);

    /// <summary>The name of a body is no field; "an oncology centre" that is to be built tells one.</summary>
    private static bool Official(Page page, Mention name, Match match, List<Mention> parties) =>
        (name.Kind == "ministry" && match.Value == "social_protection") || (page.Tokens[name.First].Shape != Shape.Arabic && page.Tokens[name.First].IsProper) || parties.Exists(p => Aliases.Same(page, p.First, p.Last, name.First, name.Last));

    private static bool Inside(Coverage mentions, Match match) => mentions.At(match.First) is { Generic: false } mention && (mention.First < match.First || mention.Last > match.Last);
}
