namespace Shiraka.Agreements.TextReading;

/// <summary>The turns of phrase that make a name a party, sentence by sentence.</summary>
internal static class PartyFrames
{
    private const int ReachBack = 22;
    private const int LongestSubject = 45;

    /// <summary>"accord … entre A, B et C": names after the word, as long as only commas and conjunctions part them.</summary>
    public static IEnumerable<Candidate> Between(Page page, Sentence sentence, Governors governors, List<Mention> names, Coverage roles)
    {
        foreach (var mark in governors.Marks.Where(m => m.Kind == Governor.Between))
        {
            if (!(Bound(page, sentence, mark.First) || (mark.First <= sentence.First + 1 && page.All("treaty").Count > 1)) || InSetting(page, sentence, governors, mark.First)) continue;
            var chain = Chain(page, sentence, mark.Last + 1, names, roles).ToList();
            // "تربط المستشفى بالجامعة".
            if (page.Is(mark.First, "binds") && chain.Count < 2 && names.Find(n => n.First > mark.First && n.First - mark.First < 10 && n.Skip > 0 && page.Tokens[n.First].Text[0] == 'ب' && !chain.Contains(n)) is { } bound) chain.Add(bound);
            var treaty = page.All("treaty").Count > 1;
            if ((sentence.Signs || sentence.Title || treaty) && (page.Has("instrument", Math.Max(sentence.First, mark.First - 12), mark.First) || (treaty && mark.First <= sentence.First + 1)))
                chain.AddRange(Coordinates.Of(page, sentence, mark.Last + 1, names, treaty || sentence.Title).Where(c => !InRole(roles, c) && !chain.Exists(n => n.Covers(c.First) || c.Covers(n.First))));
            if (chain.Count < 2 && !sentence.Signs && !sentence.Title && !Events.Approved(page, sentence)) continue;
            var near = page.In("instrument", Math.Max(sentence.First, mark.First - 8), mark.First - 1).Any(m => mark.First - m.Last <= 3) && !sentence.NotYet && !page.Has("other_agreement", sentence.First, mark.First);
            foreach (var name in chain) yield return new Candidate(name, sentence.Signs || sentence.Title || Events.Approved(page, sentence) ? 0.96 : near ? 0.8 : 0.6, "between");
        }
    }

    /// <summary>"le conseil d'administration du CHU a approuvé": the body whose board decides is bound by what it approves.</summary>
    public static IEnumerable<Candidate> Board(Page page, Sentence sentence, List<Mention> names)
    {
        foreach (var board in page.In("board", sentence))
            if (names.Find(n => !n.Generic && n.Kind != "state" && n.First > board.First && n.First - board.Last <= 3) is { } body) yield return new Candidate(body, 0.85, "approves");
    }

    /// <summary>"A et B ont signé … avec C": the subjects before the verb and what stands with it; in Arabic the subject follows the verb.</summary>
    public static IEnumerable<Candidate> Signing(Page page, Sentence sentence, Governors governors, List<Mention> names, Coverage roles)
    {
        foreach (var mark in governors.Marks.Where(m => m.Kind == Governor.With && !Aided(page, m.Last) && governors.Before(m.First) is not (Governor.Witness or Governor.Preside or Governor.Fund or Governor.Said)))
            if (After(page, sentence, mark.First) && !InSetting(page, sentence, governors, mark.First))
                foreach (var name in Partners(page, sentence, mark.Last + 1, names, roles)) yield return new Candidate(name, 0.9, "with");
        foreach (var mark in governors.Marks.Where(m => m.Kind == Governor.By && !(page.Is(m.First, "speaksfor") && names.Exists(n => m.First - n.Last is > 0 and < 6))))
            foreach (var name in Chain(page, sentence, mark.Last + 1, names, roles)) yield return new Candidate(name, 0.85, "signed_by");
        foreach (var mark in governors.Marks.Where(m => m.Kind == Governor.Verb))
        {
            var subject = page.Tokens[mark.First].Shape == Shape.Arabic && !Dual(page, mark.First) && names.Exists(n => n.First > mark.First && n.First - mark.First < 6 && !page.Has("instrument", mark.Last + 1, n.First - 1))
                ? Chain(page, sentence, mark.First + 1, names, roles) : Subjects(page, sentence, governors, mark.First, names, roles);
            var any = false;
            if (Passive(page, mark.First, mark.Last) && page.Has("instrument", sentence.First, mark.First)) continue;
            var told = subject.ToList();
            if (page.Tokens[mark.First].Shape != Shape.Arabic && mark.First - sentence.First < LongestSubject && page.Has("instrument", mark.First, sentence.Last))
                told.AddRange(Coordinates.Of(page, sentence, Coordinates.AfterDateline(page, sentence), names, offices: false).Where(c => c.Last < mark.First && !InRole(roles, c) && !told.Exists(n => !n.Generic && (n.Covers(c.First) || c.Covers(n.First)))));
            foreach (var name in told) { any = true; yield return new Candidate(name, 0.88, "subject_of_signing"); }
            if (ProperNames.Before(page, sentence, mark.First) is { } proper && !names.Exists(n => n.Covers(proper.Last))) yield return new Candidate(proper, 0.8, "subject_of_signing");
            if (any) break;
        }
        if (!sentence.Title || names.Count == 0 || names[0].First - sentence.First > 4 || Complement(page, names[0])) yield break;
        // A line that is a name and nothing else is that of a letterhead.
        if (names.Count == 1 && names[0].First - sentence.First < 2 && sentence.Last - names[0].Last < 2) yield break;
        var titled = Chain(page, sentence, names[0].First, names, roles).ToList();
        if (titled.Count > 0 && titled[0].Kind == "state" && titled[0].Last < sentence.Last && page.Between(titled[0].Last + 1).ContainsAny(":-–—")) titled.RemoveAt(0);
        foreach (var name in titled) yield return new Candidate(name, titled.Count > 1 ? 0.72 : 0.5, "title");
    }

    private static IEnumerable<Mention> Partners(Page page, Sentence sentence, int start, List<Mention> names, Coverage roles)
    {
        var chain = Chain(page, sentence, start, names, roles).ToList();
        return chain.Count > 0 ? chain : Coordinates.Of(page, sentence, start, names, offices: false).Where(c => !InRole(roles, c)).Take(1);
    }

    /// <summary>"un accord … a été signé": what stands before is what was signed, not who.</summary>
    private static bool Passive(Page page, int first, int last)
    {
        for (var i = first; i <= last; i++)
            if (page.Tokens[i].Text is "ete" or "est" or "sont" or "was" or "were" or "been" or "is" or "are") return true;
        return false;
    }

    /// <summary>"une convention de partenariat avec C", wherever it stands among the agreements told.</summary>
    public static IEnumerable<Candidate> InstrumentWith(Page page, Sentence sentence, Governors governors, List<Mention> names, Coverage roles)
    {
        foreach (var mark in governors.Marks.Where(m => m.Kind == Governor.With && !Aided(page, m.Last)))
            if (!sentence.NotYet && page.Has("instrument", Math.Max(sentence.First, mark.First - 5), mark.First) && !InSetting(page, sentence, governors, mark.First) && !page.Has("other_agreement", sentence.First, mark.First))
                foreach (var name in Chain(page, sentence, mark.Last + 1, names, roles).SkipWhile((n, i) => i == 0 && Far(page, mark.Last, n))) yield return new Candidate(name, sentence.Signs || sentence.Title || Events.Approved(page, sentence) ? 0.85 : 0.68, "agreement_with");
    }

    /// <summary>"يوقعان", "وقعا": a verb that agrees in number stands after its subject.</summary>
    private static bool Dual(Page page, int verb) => page.Tokens[verb].Text is var word && word.Length > 4 && (word.EndsWith("ان", StringComparison.Ordinal) || word.EndsWith("ون", StringComparison.Ordinal) || word.EndsWith("وا", StringComparison.Ordinal));

    /// <summary>From the verb back: the nearest name, then every name joined to it by commas, articles and "et".</summary>
    private static IEnumerable<Mention> Subjects(Page page, Sentence sentence, Governors governors, int verb, List<Mention> names, Coverage roles)
    {
        var (at, start) = (verb, Coordinates.AfterDateline(page, sentence, reported: false));
        foreach (var name in names.Where(n => n.Last < verb).Reverse())
        {
            var far = at == verb ? 16 : 9;
            if (at - name.Last <= far && page.At("aside", Math.Max(0, name.First - 3)) is { } aside && aside.Last < name.First && page.Is(aside.First, "speaksfor")) { at = name.First; continue; }
            if (at - name.Last <= far && OfThe(page, name.First)) { at = name.First; continue; }
            if (name.First < start || at - name.Last > far || InRole(roles, name) || Complement(page, name) || governors.Before(name.First) is not (Governor.None or Governor.Setting)) yield break;
            if (InSetting(page, sentence, governors, name.First)) yield break;
            if (!Located(page, name)) yield return name;
            at = name.First;
        }
    }

    internal static IEnumerable<Mention> Chain(Page page, Sentence sentence, int start, List<Mention> names, Coverage roles)
    {
        var at = start;
        while (at <= sentence.Last)
        {
            var reach = page.Is(at, "speaksfor") ? 18 : page.Tokens[at].Shape == Shape.Arabic ? 3 : 9;
            var name = names.Find(n => n.First >= at && n.First <= at + reach && !InRole(roles, n)) is { } free && page.Is(at, "speaksfor") ? free : names.Find(n => n.First >= at && n.First <= at + reach);
            if ((at == start || page.Is(at, "joiner")) && ProperNames.At(page, sentence, page.Is(at, "joiner") ? at + 1 : at) is { } proper && (name is null || proper.Last < name.First)) name = proper;
            if (name is null || !Joined(page, at, name.First)) yield break;
            var town = name.Kind == "state" && at > start && page.Tokens[name.First].Before == Gap.Comma;
            var speaksFor = reach < 18 && page.Has("aside", at, name.First) && at > start;
            if (!InRole(roles, name) && !town && !speaksFor && !Located(page, name)) yield return name;
            at = name.Last + 1;
            // "كلية التمريض بجامعة أسيوط وهيئة …": the house of the first is not the second.
            if (names.Find(n => n.First == at && n.Kind != "state" && Located(page, n)) is { } house) at = house.Last + 1;
            // "جمعية أطباء موريتانيا في المهجر والمركز …": the end of a name the reader does not know.
            if (at <= sentence.Last && page.Tokens[at].Text == "في" && page.Tokens[at].Before < Gap.Comma && names.Find(n => n.First > at && n.First <= at + 3 && page.Tokens[n.First].Text[0] == 'و') is { } joined) at = joined.First;
            if (at <= sentence.Last && !Continues(page, at)) yield break;
        }
    }

    /// <summary>"بالجزائر", "au Bénin": where it is, not who.</summary>
    private static bool Located(Page page, Mention name)
    {
        if (name.First < 2) return false;
        var text = page.Tokens[name.First].Text;
        if (name.Kind != "state") return page.Tokens[name.First].Shape == Shape.Arabic && name.Skip > 0 && text[0] == 'ب';
        return page.Tokens[name.First].Shape == Shape.Arabic ? page.Tokens[name.First - 1].Text == "في" || (name.Skip > 0 && (text[0] == 'ب' || text.StartsWith("وب", StringComparison.Ordinal))) : (page.Is(name.First - 1, "locating") || (page.Is(name.First - 1, "quarter") && page.Is(name.First - 2, "locating"))) && page.Tokens[name.First].Before < Gap.Comma;
    }

    /// <summary>Between two names of one list stand articles, adjectives, brackets and conjunctions, no verb.</summary>
    private static bool Joined(Page page, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (page.At("sign.verb", i) is not null || page.At("said", i) is not null || page.At("setting", i) is not null || page.At("witness", i) is not null || page.At("site", i) is not null || page.At("aim", i) is not null) return false;
        return true;
    }

    private static bool Continues(Page page, int at)
    {
        var token = page.Tokens[at];
        if (page.Is(at, "joiner") || token.Before == Gap.Comma || page.At("between", at) is not null || page.At("with", at) is not null) return true;
        if (token.Shape == Shape.Arabic) return token.Text[0] == 'و' || page.At("aside", at) is not null || token.Text is "من" or "الذي" or "التي";
        return token.Text is "d" or "ainsi" or "as" or "represente" or "representee" or "represented" or "on" or "ci" or "au" or "through" or "a" or "via" or "hereinafter";
    }

    /// <summary>An agreement or a cooperation is between names; relations, a distance or a meeting are not.</summary>
    private static bool Bound(Page page, Sentence sentence, int token)
    {
        var from = Math.Max(sentence.First, token - ReachBack);
        return page.Has("instrument", from, token) || page.Has("anaphora", from, token) || page.Has("cooperation", Math.Max(sentence.First, token - 5), token);
    }

    private static bool InSetting(Page page, Sentence sentence, Governors governors, int token)
    {
        var setting = governors.Marks.LastOrDefault(m => m.Kind == Governor.Setting && m.First < token);
        if (setting.Kind != Governor.Setting || token - setting.Last > 14) return false;
        var cut = false;
        for (var i = setting.Last + 1; i <= token; i++) cut |= page.Tokens[i].Before == Gap.Comma || page.At("sign.noun", i) is not null || page.At("sign.verb", i) is not null;
        return !cut;
    }

    /// <summary>"la convention du ministère": a genitive is no subject.</summary>
    private static bool Complement(Page page, Mention name) =>
        name.First > 0 && page.Tokens[name.First].Before != Gap.Stop && (OfThe(page, name.First) || page.Tokens[name.First - 1].Text is "de" or "du" or "d" or "of" or "في" or "من" or "الي" or "لدي" or "a" or "at" or "in" or "sein" || page.At("site", name.First - 1) is not null);

    /// <summary>Where no turn of phrase says who is bound: the names in the signing sentence that nothing says attend, fund or preside.</summary>
    public static IEnumerable<Candidate> Beside(Page page, Sentence sentence, Governors governors, List<Mention> names, Coverage roles) =>
        names.Where(n => !n.Generic && n.Kind != "state" && !InRole(roles, n) && !OfThe(page, n.First) && n.First >= Coordinates.AfterDateline(page, sentence, reported: false) && governors.Before(n.First) is Governor.None or Governor.Verb or Governor.By or Governor.Between or Governor.With)
            .Select(n => new Candidate(n, 0.4, "named_beside_signing"));

    /// <summary>"مع خطط المستشفى": something of the body, not the body.</summary>
    private static bool Far(Page page, int with, Mention name) => name.First - with > (page.Tokens[with].Shape == Shape.Arabic ? 1 : 4);

    /// <summary>The bodies of those who sign without a name: "وقع مدير المستشفى … مع مدير مستشفى …".</summary>
    public static IEnumerable<Candidate> Offices(Page page, Sentence sentence, Governors governors, List<Mention> names, Coverage roles)
    {
        foreach (var name in names.Where(n => !n.Generic && n.Kind != "state" && InRole(roles, n)))
            if (governors.Before(name.First, Governor.Setting) is Governor.Verb or Governor.By or Governor.With or Governor.Between
                || (governors.Before(name.First) == Governor.None && governors.After(name.Last) == Governor.Verb)) yield return new Candidate(name, 0.7, "office_that_signs");
    }

    /// <summary>"en partenariat avec", "بالتعاون مع": it lends a hand and is not the other side.</summary>
    private static bool Aided(Page page, int with) => page.In("aided", Math.Max(0, with - 4), with).Any(m => m.Last == with);

    /// <summary>"part of the network …", "at the ministry".</summary>
    internal static bool OfThe(Page page, int first) => first > 1 && ((page.Tokens[first - 1].Text == "the" && page.Tokens[first - 2].Text is "of" or "at" or "in") || (page.Tokens[first - 1].Text is "la" or "l" && (page.Tokens[first - 2].Text == "dans" || Place.Locates(page, first - 2))));

    /// <summary>"les ministres de la Santé du Congo, du Gabon et de la Guinée ont signé": the states they hold office in.</summary>
    public static IEnumerable<Candidate> States(Page page, Sentence sentence, Governors governors, List<Mention> names)
    {
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (!page.Is(i, "severaloffices")) continue;
            var (states, at) = (new List<Mention>(), i + 5);
            foreach (var name in names.Where(n => n.First > i))
            {
                if (name.Kind != "state" || name.First > at + 4 || governors.Before(name.First) is Governor.Witness or Governor.Preside or Governor.Fund or Governor.Said) break;
                states.Add(name);
                at = name.Last;
            }
            if (states.Count < 2) continue;
            foreach (var state in states) yield return new Candidate(state, 0.96, "subject_of_signing");
            yield break;
        }
    }

    private static bool InRole(Coverage roles, Mention name) => roles.At(name.First) is { } role && role.First < name.First;

    private static bool After(Page page, Sentence sentence, int token) =>
        page.Has("instrument", sentence.First, token) || page.Has("sign.verb", sentence.First, token) || page.Has("cooperation", sentence.First, token);
}
