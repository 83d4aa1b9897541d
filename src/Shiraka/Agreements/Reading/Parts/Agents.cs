namespace Shiraka.Agreements.TextReading;

/// <summary>
/// Who acts, told by grammar alone: "was signed on … at … by X", however much stands between the verb and its agent, and whoever is told to have stood for
/// a party at the signing ("مثل الجمعية رئيسها").
/// </summary>
internal static class Agents
{
    public static List<(int First, int Last)> Of(Page page, Sentence sentence, List<(int First, int Last, Governor Kind)> marks)
    {
        var found = new List<(int First, int Last)>();
        foreach (var agent in page.In("agent", sentence))
            if (marks.Exists(m => m.Kind == Governor.Verb && m.First < agent.First) && !marks.Exists(m => m.First <= agent.Last && m.Last >= agent.Last) && !OfAnother(page, agent.First - 1, marks) && Opens(page, agent.Last + 1)) found.Add((agent.First, agent.Last));
        if (Follows(page, sentence))
            foreach (var stands in page.In("standsfor", sentence))
                if (Clause(page, sentence, stands.First) && !marks.Exists(m => m.First <= stands.Last && m.Last >= stands.Last)) found.Add((stands.First, stands.Last));
        return found;
    }

    /// <summary>The sentence tells the signing, or goes on from the one that does.</summary>
    public static bool Follows(Page page, Sentence sentence) =>
        !sentence.Background && !sentence.NotYet && (sentence.Signs || (sentence.Index > 0 && page.Sentences[sentence.Index - 1].Signs));

    /// <summary>"hosted by", "organisée par": the agent of another verb.</summary>
    public static bool OfAnother(Page page, int before, List<(int First, int Last, Governor Kind)> marks)
    {
        if (before < 0 || marks.Exists(m => m.Kind == Governor.Verb && m.Last == before)) return false;
        if (marks.Exists(m => m.Last == before && m.Kind is Governor.Fund or Governor.Preside or Governor.Witness or Governor.Said)) return true;
        var token = page.Tokens[before];
        if (token.Shape != Shape.Lower) return false;
        var ending = page.Text.AsSpan(token.Start, token.End - token.Start).TrimEnd("es");
        return page.Is(before, "pastparticiple") || token.Text.EndsWith("ed", StringComparison.Ordinal) || (ending.Length > 1 && ending[^1] == 'é');
    }

    /// <summary>A person, a function or a body comes next, not a day, a means or a deed.</summary>
    private static bool Opens(Page page, int i)
    {
        while (i < page.Tokens.Count && page.Tokens[i].Before < Gap.Stop && page.Is(i, "det") && !page.Tokens[i].IsProper) i++;
        return i < page.Tokens.Count && page.Tokens[i].Before < Gap.Stop && (page.Tokens[i].IsProper || page.Is(i, "title") || page.Is(i, "given") || page.Is(i, "persons") || page.At("role", i) is not null || page.At("inst", i) is not null);
    }

    /// <summary>"مثل" opens a clause where it is a verb; "services such as" stands within one.</summary>
    private static bool Clause(Page page, Sentence sentence, int i) =>
        i == sentence.First || page.Tokens[i].Before == Gap.Comma || page.Tokens[i].Text[0] == 'و' || page.Is(i - 1, "opensclause");
}
