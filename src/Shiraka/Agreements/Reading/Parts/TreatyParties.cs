namespace Shiraka.Agreements.TextReading;

/// <summary>The head of a full text: "ENTRE … ET …" over several lines, "… ci-après dénommé …", "A and B, hereinafter the Parties".</summary>
internal static class TreatyParties
{
    private const int LongestHead = 30;

    public static IEnumerable<Candidate> Of(Page page, Sentence sentence, List<Mention> inSentence, Coverage institutions, Coverage roles)
    {
        if (sentence.First > page.Tokens.Count / 2) yield break;
        if (page.In("between", sentence).Any(m => m.Last == sentence.Last || (m.First == sentence.First && (page.Is(sentence.Last, "joiner") || Joins(page, sentence.Index + 1)))))
            foreach (var name in Lines(page, sentence.Index + 1, institutions, roles)) yield return new Candidate(name, 0.96, "between");
        if (!page.Has("named_party", sentence)) yield break;
        // "والمركز الطبي ببنغازي": a common noun and its town are a name where it is given a short one.
        var names = inSentence.Where(m => (!m.Generic || (m.Last > m.First && page.Tokens[m.First].Shape != Shape.Lower)) && !(m.Kind == "state" && m.First > sentence.First + 1 && PartyFrames.OfThe(page, m.First))).Select(m => m with { Generic = false }).ToList();
        foreach (var name in PartyFrames.Chain(page, sentence, sentence.First, names, roles)) yield return new Candidate(Line(page, name, institutions), 0.95, "named_party");
    }

    /// <summary>One name a line, each opened by "Et", a bullet or the line before; addresses and who represents a party stand between them.</summary>
    private static IEnumerable<Mention> Lines(Page page, int index, Coverage institutions, Coverage roles)
    {
        var opens = true;
        for (var i = index; i < page.Sentences.Count && i < index + LongestHead; i++)
        {
            var line = page.Sentences[i];
            if (Joins(page, i)) { opens = true; continue; }
            if (page.Has("preamble.phrase", line) || page.Has("aim", line)) yield break;
            var name = Enumerable.Range(line.First, Math.Min(4, line.Length)).Select(institutions.StartingAt).FirstOrDefault(m => m is not null && (!m.Generic || m.Last > m.First) && m.Last <= line.Last && (roles.At(m.First) is not { } role || role.First == m.First));
            var led = opens || page.Is(line.First, "joiner") || page.Between(line.First).ContainsAny('•', '-', '–');
            opens = page.Is(line.Last, "joiner");
            if (!led) continue;
            if (name is null && !opens && !page.Is(line.First, "joiner")) continue;
            if (name is not null) yield return Line(page, name, institutions);
        }
    }

    private static bool Joins(Page page, int index) => index < page.Sentences.Count && page.Sentences[index] is { Length: 1 } line && (page.Is(line.First, "joiner") || page.Tokens[line.First].Text == "و");

    /// <summary>"THE LESOTHO NATIONAL BLOOD AND LABORATORY AGENCY": a line in capitals is one name, also where a country opens it.</summary>
    private static Mention Line(Page page, Mention name, Coverage institutions)
    {
        var (opens, end) = (name.First > 0 && page.Is(name.First - 1, "det") ? name.First - 1 : name.First, name.Last);
        while (end + 1 < page.Tokens.Count && page.Tokens[end + 1].Shape == Shape.Caps && !Breaks(page, end + 1)) end++;
        return name.Kind == "state" && page.Tokens[name.First].Shape == Shape.Caps && Breaks(page, opens) && institutions.EndingAt(end) is { Kind: not "state" } last && last.First > name.Last
            ? last with { First = name.First, Skip = 0, Generic = false } : name;
    }

    private static bool Breaks(Page page, int token) => page.Between(token).Contains('\n');
}
