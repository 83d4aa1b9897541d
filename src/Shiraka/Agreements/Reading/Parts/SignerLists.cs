namespace Shiraka.Agreements.TextReading;

/// <summary>
/// Signers told apart from the verb: after a heading or a question on who signed ("Ont signé :", "Who signed?", "was executed by: (a) …"),
/// one or more a line; and behind the mark of a signature ("(sgd) X").
/// </summary>
internal static class SignerLists
{
    private const int MostLines = 8;

    /// <summary>Bullets, titles and "for the ministry" may stand before the name.</summary>
    private const int NearStart = 8;

    private static readonly System.Buffers.SearchValues<char> Bullets = System.Buffers.SearchValues.Create("•-–—*●✔→(;");

    /// <summary>A longer question asks for more than a name.</summary>
    private const int LongestQuestion = 9;

    public static IEnumerable<Person> Find(Page page, ILookup<int, Person> bySentence)
    {
        foreach (var sentence in page.Sentences)
        {
            if (!Opens(page, sentence)) continue;
            for (var i = sentence.Index + 1; i < page.Sentences.Count && i <= sentence.Index + MostLines; i++)
            {
                var line = page.Sentences[i];
                var people = bySentence[i].ToList();
                if (people.Count == 0 || people[0].First - line.First > NearStart || (i > sentence.Index + 1 && !Listed(page, line)) || page.Has("witness", line.First, people[0].First) || page.Has("said", line)) break;
                foreach (var person in people.Where(p => !page.Has("witness", line.First, p.First) && !page.Has("preside", line.First, p.First))) yield return person;
            }
        }
    }

    /// <summary>The words that close the sentence, or all of a short question, are of signing, and what follows answers them.</summary>
    private static bool Opens(Page page, Sentence sentence)
    {
        if (sentence.Index + 1 >= page.Sentences.Count) return false;
        var until = page.Sentences[sentence.Index + 1].First;
        var between = page.Between(until);
        if (between.Contains('?') || between.Contains('؟')) return sentence.Length <= LongestQuestion && Signing(page, sentence);
        if (!between.Contains(':') || sentence.NotYet || sentence.Background) return false;
        return page.In("agent", sentence).Any(a => a.Last == sentence.Last) && Signing(page, sentence) || (sentence.Length <= LongestQuestion && page.Has("signers", sentence));
    }

    private static bool Signing(Page page, Sentence sentence) =>
        page.Has("signers", sentence) || page.Has("sign.verb", sentence) || page.Has("sign.passive", sentence) || page.Has("sign.by", sentence) || page.Has("sign.participle", sentence);

    private static bool Listed(Page page, Sentence line)
    {
        var before = page.Between(line.First);
        return before.ContainsAny(Bullets) || (page.Tokens[line.First].Text.Length == 1 && page.Between(Math.Min(line.First + 1, line.Last)).ContainsAny(")."));
    }
}
