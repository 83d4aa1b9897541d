namespace Shiraka.Agreements.TextReading;

/// <summary>A company or body without a known head ("Charité", "Elevate"): capitals where a party is due, and no person, place or month.</summary>
internal static class ProperNames
{
    public static Mention? At(Page page, Sentence sentence, int at)
    {
        var first = at;
        while (first <= sentence.Last && first < at + 3 && page.Is(first, "det") && !page.Tokens[first].IsProper) first++;
        if (first > sentence.Last || !Opens(page, first)) return null;
        var last = first;
        while (last < sentence.Last && last - first < 5 && Goes(page, last + 1)) last++;
        return new Mention(first, last, 0, "other") { Country = Gazetteer.CountryOf(page, first, last) };
    }

    private static bool Opens(Page page, int i) =>
        page.Tokens[i].IsProper && page.Tokens[i].End - page.Tokens[i].Start > 2 && !page.Is(i, "title") && !page.Is(i, "given") && !page.Is(i, "det") && !page.Is(i, "demonym")
        && page.At("city", i) is null && page.At("country", i) is null && page.At("month", i) is null && page.At("weekday", i) is null && page.At("role", i) is null
        && page.At("inst", i) is null && page.At("instrument", i) is null && page.At("field", i) is null && !page.Is(i, "domain");

    private static bool Goes(Page page, int i)
    {
        if (page.Tokens[i].Before == Gap.Stop || !page.Tokens[i].IsProper || page.At("role", i) is not null || page.At("instrument", i) is not null) return false;
        return page.Tokens[i].Before < Gap.Comma || page.Between(i).Trim() is "–" or "-";
    }
}
