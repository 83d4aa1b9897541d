namespace Shiraka.Agreements.TextReading;

/// <summary>The head of a full text: "ENTRE … ET …" over several lines, "… ci-après dénommé …", "A and B, hereinafter the Parties".</summary>
internal static class TreatyParties
{
    public static IEnumerable<Candidate> Of(Page page, Sentence sentence, List<Mention> inSentence, Coverage institutions, Coverage roles)
    {
        if (sentence.First > page.Tokens.Count / 2) yield break;
        if (page.In("between", Math.Max(sentence.First, sentence.Last - 1), sentence.Last).Any(m => m.Last == sentence.Last))
            foreach (var name in Lines(page, sentence.Index + 1, institutions, roles)) yield return new Candidate(name, 0.96, "between");
        if (!page.Has("named_party", sentence)) yield break;
        var names = inSentence.Where(m => !m.Generic).ToList();
        foreach (var name in PartyFrames.Chain(page, sentence, sentence.First, names, roles)) yield return new Candidate(name, 0.95, "named_party");
    }

    private static IEnumerable<Mention> Lines(Page page, int index, Coverage institutions, Coverage roles)
    {
        for (var i = index; i < page.Sentences.Count && i < index + 8; i++)
        {
            var line = page.Sentences[i];
            if (line.Length == 1 && page.Is(line.First, "joiner")) continue;
            var name = Enumerable.Range(line.First, 4).Select(institutions.StartingAt).FirstOrDefault(m => m is { Generic: false } && m.Last <= line.Last && (roles.At(m.First) is not { } role || role.First == m.First));
            if (name is null) yield break;
            yield return name;
        }
    }
}
