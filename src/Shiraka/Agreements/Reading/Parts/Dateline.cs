namespace Shiraka.Agreements.TextReading;

/// <summary>The town a dispatch is sent from, before its day or its first word.</summary>
internal static class Dateline
{
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create(":–—,-(/،");

    /// <summary>The sentence begins with the town it is sent from.</summary>
    public static bool Opens(Page page, Sentence sentence) =>
        sentence.Index < 6 && page.At("city", sentence.First) is { } city && city.Last < sentence.Last && page.Between(city.Last + 1).ContainsAny(Marks);

    /// <summary>"Rabat – …", "DAKAR, 3 mars (APS) – …", a line with a town and nothing else before the text.</summary>
    public static ReadSpan? Of(Page page)
    {
        foreach (var sentence in page.Sentences.Take(6))
        {
            if ((page.At("city", sentence.First) ?? page.At("dateline", sentence.First)) is not { } city)
            {
                if (Unknown(page, sentence) is { } town) return town;
                continue;
            }
            var alone = sentence.Last <= city.Last;
            var after = city.Last + 1 < page.Tokens.Count ? page.Between(city.Last + 1) : default;
            if (alone || after.ContainsAny(Marks) || Dated(page, city.Last + 1)) return Place.Span(page, city.First, city.Last, 0, 0.6, "dateline");
        }
        return null;
    }

    /// <summary>One or two names in front of a full day open a dispatch also where the gazetteer lacks the town.</summary>
    private static ReadSpan? Unknown(Page page, Sentence sentence)
    {
        for (var last = sentence.First; last <= sentence.First + 1 && last < sentence.Last; last++)
        {
            var token = page.Tokens[last];
            if (!(token.IsProper || token.Shape == Shape.Arabic) || (token.Shape == Shape.Caps && page.Text.AsSpan(token.End).StartsWith(")")) || page.At("inst", last) is not null || page.At("role", last) is not null || page.At("month", last) is not null || page.Is(last, "dayword") || page.At("sign.participle", last) is not null || page.At("sign.verb", last) is not null || page.At("weekday", last) is not null || page.Is(last, "title") || page.Is(last, "det") || page.Is(last, "stop") || page.At("otherday", last) is not null) return null;
            if (last + 2 < page.Tokens.Count && (Dated(page, last + 1) || (page.At("month", last + 1) is not null && !DateMentions.IsVerb(page, last + 1))) && page.Has("month", last + 1, last + 4)) return Place.Span(page, sentence.First, last, 0, 0.5, "dateline");
        }
        return null;
    }

    /// <summary>"الكويت في 3 نوفمبر": the town and the day of a dispatch.</summary>
    private static bool Dated(Page page, int next) =>
        next + 1 < page.Tokens.Count && (page.Tokens[next].Shape == Shape.Number || (page.Tokens[next].Text is "في" or "le" && page.Tokens[next + 1].Shape == Shape.Number));
}
