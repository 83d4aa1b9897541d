namespace Shiraka.Agreements.TextReading;

/// <summary>The head of a full text: "ENTRE … ET …" over several lines, "… ci-après dénommé …", "A and B, hereinafter the Parties".</summary>
internal static class TreatyParties
{
    private const int LongestHead = 30;

    public static IEnumerable<Candidate> Of(Page page, Sentence sentence, List<Mention> inSentence, Coverage institutions, Coverage roles)
    {
        if (sentence.First > page.Tokens.Count / 2) yield break;
        if (page.In("between", Math.Max(sentence.First, sentence.Last - 1), sentence.Last).Any(m => m.Last == sentence.Last))
            foreach (var name in Lines(page, sentence.Index + 1, institutions, roles)) yield return new Candidate(name, 0.96, "between");
        if (!page.Has("named_party", sentence)) yield break;
        var names = inSentence.Where(m => !m.Generic).ToList();
        foreach (var name in PartyFrames.Chain(page, sentence, sentence.First, names, roles)) yield return new Candidate(name, 0.95, "named_party");
    }

    /// <summary>One name a line, each opened by "Et", a bullet or the line before; addresses and who represents a party stand between them.</summary>
    private static IEnumerable<Mention> Lines(Page page, int index, Coverage institutions, Coverage roles)
    {
        var opens = true;
        for (var i = index; i < page.Sentences.Count && i < index + LongestHead; i++)
        {
            var line = page.Sentences[i];
            if (line.Length == 1 && page.Is(line.First, "joiner")) { opens = true; continue; }
            if (page.Has("preamble.phrase", line) || page.Has("aim", line)) yield break;
            var name = Enumerable.Range(line.First, Math.Min(4, line.Length)).Select(institutions.StartingAt).FirstOrDefault(m => m is { Generic: false } && m.Last <= line.Last && (roles.At(m.First) is not { } role || role.First == m.First));
            var led = opens || page.Is(line.First, "joiner") || page.Between(line.First).ContainsAny('•', '-', '–');
            opens = page.Is(line.Last, "joiner");
            if (!led) continue;
            if (name is null && !opens && !page.Is(line.First, "joiner")) continue;
            if (name is not null) yield return name;
        }
    }
}
