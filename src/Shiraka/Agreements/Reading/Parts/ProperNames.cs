namespace Shiraka.Agreements.TextReading;

/// <summary>A company or body without a known head ("Charité", "Elevate"): capitals where a party is due, and no person, place or month.</summary>
internal static class ProperNames
{
    public static Mention? At(Page page, Sentence sentence, int at)
    {
        var first = at;
        while (first <= sentence.Last && first < at + 3 && page.Is(first, "det") && !page.Tokens[first].IsProper) first++;
        first = Described(page, sentence, first);
        if (first > sentence.Last || !Opens(page, first)) return null;
        var last = first;
        while (last < sentence.Last && last - first < 5 && Goes(page, last + 1)) last++;
        // "Vice Minister", "Chief Physician": a function goes on where the capitals do.
        if (last < sentence.Last && page.Tokens[last + 1].Before <= Gap.Space && page.At("role", last + 1) is not null) return null;
        return new Mention(first, last, 0, "other") { Country = Gazetteer.CountryOf(page, first, last) };
    }

    /// <summary>"CAMTEL a signé", "the charity Open Hands signed": an acronym, or what the text calls a company or a charity, right before the verb.</summary>
    public static Mention? Before(Page page, Sentence sentence, int verb)
    {
        var last = verb - 1;
        while (last > sentence.First && page.Is(last, "adv")) last--;
        if (last < sentence.First || !page.Tokens[last].IsProper || page.At("role", last) is not null) return null;
        var first = last;
        while (first > sentence.First && last - first < 5 && page.Tokens[first].Before <= Gap.Space && page.Tokens[first - 1].IsProper && !page.Is(first - 1, "det")) first--;
        var acronym = first == last && page.Tokens[first].Shape == Shape.Caps && page.Tokens[first].Text.Length > 2;
        var called = first > sentence.First && page.Is(first - 1, "orgnoun") && page.Tokens[first - 1].Shape == Shape.Lower;
        return (acronym || called) && Opens(page, first) ? new Mention(first, last, 0, "other") { Country = Gazetteer.CountryOf(page, first, last) } : null;
    }

    /// <summary>"an Italian philanthropy", "la société suisse": what it is, before what it is called.</summary>
    private static int Described(Page page, Sentence sentence, int first)
    {
        for (var i = first; i < sentence.Last && i < first + 5 && page.Tokens[i].Before < Gap.Comma; i++)
        {
            if (page.Is(i, "orgnoun") && page.Tokens[i].Shape == Shape.Lower && (page.Tokens[i + 1].IsProper || page.Is(i + 1, "demonym"))) return page.Tokens[i + 1].IsProper ? i + 1 : Math.Min(i + 2, sentence.Last);
            if (page.Tokens[i].IsProper && !page.Is(i, "demonym")) break;
        }
        return first;
    }

    private static bool Opens(Page page, int i) =>
        page.Tokens[i].IsProper && page.Tokens[i].End - page.Tokens[i].Start > 2 && !page.Is(i, "title") && !page.Is(i, "given") && !page.Is(i, "det") && !page.Is(i, "demonym")
        && page.At("city", i) is null && page.At("country", i) is null && page.At("month", i) is null && page.At("weekday", i) is null && page.At("role", i) is null
        && page.At("between", i) is null && page.At("treaty", i) is null && page.At("inst", i) is null && page.At("instrument", i) is null && page.At("field", i) is null && !page.Is(i, "domain");

    private static bool Goes(Page page, int i)
    {
        if (page.Tokens[i].Before == Gap.Stop || !page.Tokens[i].IsProper || page.At("role", i) is not null || page.At("instrument", i) is not null) return false;
        return page.Tokens[i].Before < Gap.Comma || page.Between(i).Trim() is "–" or "-";
    }
}
