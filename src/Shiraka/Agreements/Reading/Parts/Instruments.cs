namespace Shiraka.Agreements.TextReading;

/// <summary>What kind of agreement it is: the words nearest to the signing decide, then the title, then the rest.</summary>
internal static class Instruments
{
    /// <param name="within">Only these sentences; null where they say nothing of a kind.</param>
    public static (string Kind, double Confidence)? Within(Page page, (int First, int Last) within) => Vote(page, page.Sentences[within.First..(within.Last + 1)]);

    public static (string Kind, double Confidence) Kind(Page page, bool treaty) => Vote(page, page.Sentences) ?? (treaty ? "convention" : "partnership_agreement", 0.5);

    private static (string Kind, double Confidence)? Vote(Page page, List<Sentence> sentences)
    {
        var votes = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var sentence in sentences.Where(s => !s.Background))
        {
            var weight = (sentence.Title ? 2.0 : 0) + (sentence.Signs ? 1.5 : 0) + (page.Has("under", sentence) ? 0.5 : 0) + 0.05;
            // "Amendments shall be made in writing" is a clause; the title and the signing tell what is signed.
            foreach (var match in Longest(page, sentence).Where(m => m.Value != "amendment" || sentence.Title || sentence.Signs)) votes[Value(page, match)] = votes.GetValueOrDefault(Value(page, match)) + (match.Last > match.First ? weight : match.Value == "partnership_agreement" ? weight * 0.25 : weight * 0.7);
            if (!sentence.NotYet && Renewed(page, sentence)) votes["renewal"] = votes.GetValueOrDefault("renewal") + weight * 1.4;
            if (!sentence.NotYet && sentence.Signs | sentence.Title && page.Has("amendment", sentence)) votes["amendment"] = votes.GetValueOrDefault("amendment") + weight;
        }
        var renewed = sentences.Count(s => !s.Background && !s.NotYet && Renewed(page, s) && !page.Has("denied", s));
        if (renewed >= 2 || sentences.Exists(s => (s.Signs || s.Title) && !s.NotYet && (page.Has("renewal", s) || (s.Signs && page.Has("renews", s) && !page.Has("instrument", s))))) votes["renewal"] = votes.Values.Sum() + 1;
        if (votes.ContainsKey("amendment") && (sentences.Exists(s => s.Signs && !s.NotYet && page.Has("amendment", s)) || (sentences.Find(s => s is { Signs: true, Title: false, NotYet: false }) is { } first && Longest(page, first).FirstOrDefault() is { Entry: not null, Value: "amendment" })) && !votes.ContainsKey("renewal")) votes["amendment"] = votes.Values.Sum() + 1;
        if (sentences.Find(s => s.Title && page.Has("instrument", s)) is { } title && Longest(page, title).First() is { Value: "amendment" } opening && opening.First - title.First < 3) votes["amendment"] = votes.Values.Sum() + 1;
        votes.Remove("other");
        if (votes.Count == 0) return null;
        var best = votes.MaxBy(v => v.Value);
        return (best.Key == Contract ? "other" : best.Key, Math.Clamp(best.Value / votes.Values.Sum(), 0.4, 0.98));
    }

    /// <summary>"contrat", "grant agreement", "charte": none of the forms that have a name of their own.</summary>
    private const string Contract = "contract";

    private static string Value(Page page, Match match) => match.Value == "other" && page.At("contract", match.First) is not null ? Contract : match.Value;

    /// <summary>A clause on tacit renewal renews nothing yet.</summary>
    private static bool Renewed(Page page, Sentence sentence) => page.Has("renewal", sentence) && (sentence.Title || !page.Has("renewal.clause", sentence));

    private static IEnumerable<Match> Longest(Page page, Sentence sentence)
    {
        var end = -1;
        foreach (var match in page.In("instrument", sentence).OrderBy(m => m.First).ThenByDescending(m => m.Last - m.First).ThenBy(m => m.Value == "other"))
        {
            if (match.First <= end) continue;
            end = match.Last;
            yield return match;
        }
    }

    /// <summary>The year or the agreement that is renewed, where the text tells one.</summary>
    public static ReadSpan? Renews(Page page, string kind)
    {
        if (kind is not ("renewal" or "amendment")) return null;
        foreach (var match in page.All("earlier"))
            for (var i = match.First; i <= match.Last; i++)
                if (page.Tokens[i] is { Shape: Shape.Number, Text.Length: 4 } year && (year.Text[0] == '2' || year.Text.StartsWith("19", StringComparison.Ordinal))) return new ReadSpan(page.Text[year.Start..year.End], year.Start, year.End, 0.75, "earlier_agreement");
        return null;
    }
}
