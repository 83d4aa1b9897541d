namespace Shiraka.Agreements.TextReading;

/// <summary>"Pour le Gouvernement …" and the name beside or under it, in the last part of a full text.</summary>
internal static class SignatureBlock
{
    private const int MostBlocks = 60;

    public static List<Person> Find(Page page, List<Person> people, List<Mention> institutions)
    {
        var found = new List<Person>();
        var from = page.Tokens.Count / 2;
        var openings = page.All("block").Where(m => m.First >= from && page.Tokens[m.First].Before == Gap.Stop).Take(MostBlocks).ToList();
        foreach (var opening in openings)
        {
            var body = institutions.Find(m => m.First > opening.First && m.First <= opening.First + 3);
            if (body is null) continue;
            var index = page.SentenceOf(opening.First).Index;
            for (var i = index; i < page.Sentences.Count && i <= index + 4; i++)
            {
                var line = page.Sentences[i];
                if (i > index && openings.Exists(m => m.First == line.First) && found.Count > 0 && found[^1].First > opening.First) break;
                var named = people.Find(p => p.First >= line.First && p.Last <= line.Last && p.First > body.Last) ?? Bare(page, line, body, institutions);
                if (named is null) continue;
                named.Institution ??= body;
                found.Add(named);
                if (i == index) break;
            }
        }
        return found;
    }

    /// <summary>Two to five capitals on a line of their own, or after the colon: "Pour X : LUCETTE MICHAUX".</summary>
    private static Person? Bare(Page page, Sentence line, Mention body, List<Mention> institutions)
    {
        var first = line.First > body.Last ? line.First : body.Last + 1;
        while (first <= line.Last && page.Is(first, "title")) first++;
        var last = first;
        for (; last <= line.Last && (page.Tokens[last].IsProper || page.Is(last, "particle")) && (last == first || page.Tokens[last].Before < Gap.Comma); last++)
            if (page.At("role", last) is not null || page.At("inst", last) is not null || page.At("month", last) is not null || page.At("city", last) is not null || institutions.Exists(m => m.Covers(last))) return null;
        return last - first is >= 2 and <= 5 && page.Tokens[last - 1].IsProper && (last > line.Last || page.Tokens[last].Before >= Gap.Comma) ? new Person(first, last - 1, 0) : null;
    }
}
