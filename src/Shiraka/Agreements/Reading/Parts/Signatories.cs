namespace Shiraka.Agreements.TextReading;

/// <summary>Who signed: persons governed by a signing verb, never by presence, patronage or speech; and signature blocks of full texts.</summary>
internal static class Signatories
{
    /// <summary>No text has as many; the comparison of names is quadratic.</summary>
    private const int MostSignatures = 200;

    /// <summary>So far goes on what a person is before "who signed".</summary>
    private const int Apposition = 14;

    /// <summary>So far stands who speaks from the verb of saying.</summary>
    private const int Near = 4;

    public static List<Person> Find(Page page, List<Person> people, List<Mention> institutions, bool treaty)
    {
        var found = new List<Person>();
        var bySentence = people.ToLookup(p => page.SentenceOf(p.First).Index);
        foreach (var sentence in page.Sentences.Where(s => s.Signs || (page.Has("sign.by", s) && !s.Background && !s.NotYet) || (page.Has("standsfor", s) && Agents.Follows(page, s))))
        {
            if (found.Count > MostSignatures) break;
            if (!bySentence[sentence.Index].Any()) continue;
            var governors = new Governors(page, sentence);
            foreach (var person in bySentence[sentence.Index])
                if (Signed(page, sentence, governors, person)) found.Add(InFull(page, people, person));
        }
        found.AddRange(SignerLists.Find(page, bySentence));
        found.AddRange(Speakers.Find(page, people, bySentence));
        found.AddRange(SignatureBlock.Find(page, people, institutions, treaty));
        return Distinct(page, found.Take(MostSignatures).Where(p => !institutions.Take(MostSignatures).Any(m => m.Last > m.First && m.Kind != "state" && Aliases.Same(page, m.First, m.Last, p.First, p.Last))));
    }

    private static bool Signed(Page page, Sentence sentence, Governors governors, Person person)
    {
        if (page.In("witnessing", sentence).Any(m => m.First < person.First && person.Last < m.Last) || Represented(page, person) || StoodFor(page, person)) return false;
        var arabic = page.Tokens[person.First].Shape == Shape.Arabic;
        var before = arabic ? governors.Before(person.First, Governor.With, Governor.Between) : governors.Before(person.First, Governor.With, Governor.Between, Governor.Setting);
        if (page.Tokens[person.First].Shape != Shape.Arabic && sentence.Signs && governors.Marks.FirstOrDefault(m => m.First == person.Last + 1) is { Kind: Governor.Verb or Governor.By } own && page.Tokens[own.Last].Text is not ("by" or "par") && page.Tokens[own.First].Before < Gap.Comma) return true;
        if (OnBehalf(page, sentence, person) || Relative(page, governors, person)) return true;
        if (before == Governor.By || (before == Governor.Verb && (governors.Marks[0].First == sentence.First || page.Tokens[sentence.First].Text == "y"))) return true;
        if (Reporting(page, sentence, person) || governors.Inside(person.First)) return true;
        if (before == Governor.Verb && governors.Closest(page, person) is Governor.By or Governor.Verb) return true;
        if (before == Governor.Verb) return arabic || governors.Before(person.First, Governor.Setting) is Governor.With or Governor.Between;
        if (before == Governor.Said) return governors.Next(person.Last, 2) == Governor.Verb;
        if (before != Governor.None) return false;
        return governors.After(person.Last, Governor.With, Governor.Between, Governor.Setting) is Governor.Verb or Governor.By && governors.Before(person.First) is Governor.None or Governor.Setting;
    }

    /// <summary>"أفاد السيد X، المدير …، أنه أمضى": who reports what he did himself.</summary>
    private static bool Reporting(Page page, Sentence sentence, Person person) =>
        page.In("said", sentence).Any(m => m.First - sentence.First <= 1 && person.First - m.Last is > 0 and <= Near)
        && Events.Signing.SelectMany(tag => page.In(tag, sentence)).Any(m => m.First > person.Last && page.Is(m.First - 1, "himself"));

    /// <summary>"نيابة عن رئيستها السيدة X", "au nom du ministre, X": for whom another signs.</summary>
    private static bool StoodFor(Page page, Person person)
    {
        var first = person.Role is { } role && role.First < person.First ? role.First : person.First;
        while (first > 0 && (page.Is(first - 1, "title") || page.Is(first - 1, "det")) && page.Tokens[first].Before < Gap.Comma) first--;
        return first > 1 && page.In("insteadof", Math.Max(0, first - 4), first - 1).Any(m => m.Last == first - 1);
    }

    /// <summary>"Mme Lamrani", "البروفيسور بلعربي": who was named in full before.</summary>
    private static Person InFull(Page page, List<Person> people, Person person) =>
        person.Last > person.First ? person : people.Find(p => p.Last > p.First && p.First < person.First && page.Tokens[p.Last].Text == page.Tokens[person.First].Text) ?? person;

    /// <summary>"X a signé pour la caisse et Y pour l'hôpital": the second verb is left out.</summary>
    private static bool OnBehalf(Page page, Sentence sentence, Person person)
    {
        var next = person.Last + 1;
        if (!sentence.Signs || next >= sentence.Last || page.Tokens[next].Text is not ("pour" or "for" or "au" or "on" or "عن") || (page.Tokens[next].Text is "au" or "on" && !page.Is(next + 1, "behalf"))) return false;
        var verbs = page.In("sign.verb", sentence.First, person.First - 1).Concat(page.In("sign.passive", sentence.First, person.First - 1)).ToList();
        return verbs.Count > 0 && Enumerable.Range(verbs[^1].First, person.First - verbs[^1].First).Any(i => page.Is(i, "forside")) && Enumerable.Range(verbs[^1].First, person.First - verbs[^1].First).Any(i => page.Is(i, "joiner"));
    }

    /// <summary>"said X, director of the programme, who signed for the ministry".</summary>
    private static bool Relative(Page page, Governors governors, Person person) =>
        page.Tokens[person.First].Shape != Shape.Arabic && governors.Marks.FirstOrDefault(m => m.First > person.Last + 1) is { Kind: Governor.Verb or Governor.By } mark
        && mark.First - person.Last <= Apposition && page.Tokens[mark.First - 1].Text is "who" or "qui" or "a" && Enumerable.Range(person.Last + 1, mark.First - person.Last - 1).Any(i => page.Tokens[i].Text is "who" or "qui");

    /// <summary>"le directeur, M. X, représenté par …": another signed for this one.</summary>
    private static bool Represented(Page page, Person person)
    {
        var last = Math.Max(person.Last, person.Role is { } role && role.Last - person.Last < 12 ? role.Last : person.Last);
        return last + 1 < page.Tokens.Count && page.Tokens[last + 1].Before < Gap.Stop && page.Is(last + 1, "speaksfor") && (page.Tokens[last + 1].Shape == Shape.Arabic ? page.Tokens[last + 1].Text.StartsWith("يمثل", StringComparison.Ordinal) : true);
    }

    /// <summary>"MM. Obame et Tahiri": who is never told in full.</summary>
    private static bool Surname(Page page, Person person) => person.Titled && person.First > 0 && page.Tokens[person.First].Shape != Shape.Arabic
        && (page.Is(person.First - 1, "courtesy") || (person.First > 2 && page.Is(person.First - 1, "joiner") && page.Is(person.First - 3, "courtesy")));

    private static List<Person> Distinct(Page page, IEnumerable<Person> people)
    {
        var kept = new List<Person>();
        foreach (var person in people.Where(p => p.Last > p.First || Surname(page, p)).OrderBy(p => p.Last == p.First))
        {
            var twin = kept.Find(k => Aliases.Same(page, k.First, k.Last, person.First, person.Last));
            if (twin is not null && person.Last - person.First > twin.Last - twin.First)
            {
                person.Role ??= twin.Role;
                person.Institution ??= twin.Institution;
                kept[kept.IndexOf(twin)] = person;
            }
            else if (twin is null) kept.Add(person);
            else if (twin.Role is null) { twin.Role = person.Role; twin.Institution = person.Institution; }
        }
        return kept;
    }
}
