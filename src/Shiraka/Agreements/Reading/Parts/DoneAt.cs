namespace Shiraka.Agreements.TextReading;

/// <summary>The town a paper says it was signed in, by its own line or behind its closing words.</summary>
internal static class DoneAt
{
    private const int LongestLine = 9;

    /// <summary>So far stands the day from its town.</summary>
    private const int Near = 3;

    /// <summary>"Place of signature: Farafenni".</summary>
    public static ReadSpan? Labelled(Page page)
    {
        foreach (var label in page.All("place.label"))
            if (label.Last + 1 < page.Tokens.Count && page.Between(label.Last + 1).Contains(':'))
            {
                var last = label.Last + 1;
                while (last + 1 < page.Tokens.Count && page.Tokens[last + 1].Before < Gap.Comma) last++;
                return Place.Span(page, label.Last + 1, last, 0, 0.95, "place_label");
            }
        return null;
    }

    /// <summary>"Fait à Rabat, le …", "Done at Freetown on …", "حرر بفاس في …": the town between the word and the day, known to the gazetteer or not.</summary>
    public static ReadSpan? Find(Page page, Coverage institutions, List<DateMention> dates, DateOnly? day)
    {
        foreach (var done in page.All("done_at").OrderByDescending(m => m.First))
        {
            var first = done.First + 1;
            while (first <= done.Last && (Place.Locates(page, first) || page.Tokens[first].Text is "a" or "at" or "في" or "en" or "au" or "la" or "ville" or "city" or "of" or "the" or "بمدينه" or "مدينه")) first++;
            if (first > done.Last || (page.SentenceOf(done.First).Background && !dates.Exists(d => d.Value is { } told && told == day && d.First > done.First && d.First - done.Last <= Near)) || !Town(page, institutions, done.First, first)) continue;
            var last = first;
            while (last < done.Last && page.Tokens[last + 1].Before < Gap.Comma && (page.Tokens[last + 1].IsProper || (page.Tokens[last + 1].Shape == Shape.Arabic && !page.Is(last + 1, "dayword") && page.Tokens[last + 1].Text is not "في" && page.At("weekday", last + 1) is null))) last++;
            return Place.Span(page, first, last, page.At("city", first)?.Skip ?? Preposition(page, first), 0.9, "done_at");
        }
        return null;
    }

    private static bool Town(Page page, Coverage institutions, int word, int token) =>
        page.At("month", token) is null && page.At("weekday", token) is null && page.At("instrument", token) is null && !page.Is(token, "dayword") && institutions.At(token) is null or { Kind: "state" }
        && (page.Tokens[token].Shape == Shape.Arabic ? page.At("city", token) is not null || token > word + 1 || Preposition(page, token) > 0 : page.Tokens[token].IsProper || (page.Tokens[token].Shape == Shape.Lower && token == word + 2 && page.Tokens[token].Text.Length > 3 && token + 1 < page.Tokens.Count && page.Tokens[token + 1].Text is "on" or "le" && page.Tokens[word].Text is "done" or "fait"));

    private static int Preposition(Page page, int token) => page.Tokens[token].Shape == Shape.Arabic && page.Tokens[token].Text is ['ب', _, _, _, ..] ? 1 : 0;

    /// <summary>"Lomé, le 5 mai 2023": the line above the signatures.</summary>
    public static ReadSpan? Line(Page page, List<DateMention> dates)
    {
        foreach (var date in Enumerable.Reverse(dates))
            if (IsLine(page, date)) return Place.Span(page, Head(page, page.SentenceOf(date.First))!.Value.First, Head(page, page.SentenceOf(date.First))!.Value.Last, 0, 0.85, "done_at");
        return null;
    }

    /// <summary>A town and a full day, and nothing else, below the clauses.</summary>
    public static bool IsLine(Page page, DateMention date) =>
        date.Full && page.SentenceOf(date.First) is { Length: <= LongestLine } s && s.Index > page.Sentences.Count / 2 && date.First > s.First && date.Last == s.Last && Head(page, s) is { } town && date.First - town.Last <= 3;

    /// <summary>The town the line begins with, behind a preposition or not.</summary>
    private static Match? Head(Page page, Sentence line) =>
        page.At("city", line.First) ?? (page.Tokens[line.First].Text is "a" or "at" or "in" or "في" ? page.At("city", line.First + 1) : null);
}
