namespace Shiraka.Agreements.TextReading;

/// <summary>Signers who are not named where they sign: the one who says "I", and the two whom the text named before ("les deux ministres ont signé").</summary>
internal static class Speakers
{
    private const int Back = 5;

    /// <summary>Of the verb from "I", of "the two ministers" from the verb.</summary>
    private const int Near = 4;

    /// <summary>A longer last line is no signature.</summary>
    private const int LongestName = 12;

    public static IEnumerable<Person> Find(Page page, List<Person> people, ILookup<int, Person> bySentence)
    {
        foreach (var sentence in page.Sentences.Where(s => s.Signs))
        {
            if (Himself(page, sentence) && Speaker(page, sentence, people, bySentence) is { } speaker) yield return speaker;
            if (TakenUp(page, sentence, bySentence) is { } named) yield return named;
            if (!page.Has("bothpersons", sentence) || bySentence[sentence.Index].Any()) continue;
            foreach (var person in Two(page, sentence, bySentence)) yield return person;
        }
    }

    /// <summary>"Celle-ci a paraphé avec …", "he signed … with": whom the sentence before named last, or first.</summary>
    private static Person? TakenUp(Page page, Sentence sentence, ILookup<int, Person> bySentence)
    {
        if (sentence.Index == 0 || page.In("sign.verb", sentence).FirstOrDefault() is not { Entry: not null } verb || !Events.Finished(page, verb)) return null;
        var before = bySentence[sentence.Index - 1].Where(p => p.Last > p.First && (p.Role is not null || p.Titled)).ToList();
        if (before.Count == 0 || bySentence[sentence.Index].Any(p => p.Last < verb.First) || (bySentence[sentence.Index].Any() && !page.Has("with", verb.First, sentence.Last))) return null;
        for (var i = verb.First; i >= sentence.First && verb.First - i <= 2; i--)
        {
            if (page.At("thelatter", i) is not null) return before[^1];
            if (page.Is(i, "heorshe")) return before[0];
        }
        return null;
    }

    private static bool Himself(Page page, Sentence sentence) => page.In("sign.verb", sentence).Concat(page.In("sign.by", sentence)).Any(verb =>
    {
        for (var i = verb.First - 1; i >= sentence.First && verb.First - i <= Near; i--)
            if (page.Is(i, "firstperson")) return true;
        return page.Is(verb.First, "firstperson");
    });

    /// <summary>Who is quoted; else whose speech it is by its head; else who signs at the end.</summary>
    private static Person? Speaker(Page page, Sentence sentence, List<Person> people, ILookup<int, Person> bySentence)
    {
        var quoted = page.Has("said", sentence) ? Quoted(page, sentence, bySentence) : null;
        return quoted ?? Announced(page, bySentence) ?? Closing(page, people) ?? Quoted(page, sentence, bySentence);
    }

    private static Person? Announced(Page page, ILookup<int, Person> bySentence) =>
        page.Sentences.Take(3).SelectMany(s => bySentence[s.Index]).FirstOrDefault(p => page.In("remarks", Math.Max(0, p.First - 4), p.First).Any());

    private static Person? Quoted(Page page, Sentence sentence, ILookup<int, Person> bySentence)
    {
        foreach (var person in bySentence[sentence.Index])
            if (page.Has("said", Math.Max(sentence.First, person.First - Near), Math.Min(sentence.Last, person.Last + Near)) && (person.First - sentence.First < 2 || page.Has("said", Math.Max(sentence.First, person.First - Near), person.First))) return person;
        for (var i = sentence.Index - 1; i >= 0 && i >= sentence.Index - Back; i--)
            if (page.Has("said", page.Sentences[i]) && bySentence[i].FirstOrDefault(p => p.Role is not null || p.Titled) is { } told) return told;
        return null;
    }

    private static Person? Closing(Page page, List<Person> people) =>
        people.LastOrDefault(p => page.SentenceOf(p.First) is var line && line.Index >= page.Sentences.Count - Near && line.Length <= LongestName && p.First - line.First <= 2);

    /// <summary>The two who hold an office, in the sentences before.</summary>
    private static List<Person> Two(Page page, Sentence sentence, ILookup<int, Person> bySentence)
    {
        var two = new List<Person>();
        for (var i = Math.Max(0, sentence.Index - Back); i < sentence.Index; i++)
            foreach (var person in bySentence[i].Where(p => p.Last > p.First && (p.Role is not null || p.Titled)))
                if (!two.Exists(t => Aliases.Same(page, t.First, t.Last, person.First, person.Last))) two.Add(person);
        return two.Count == 2 ? two : [];
    }
}
