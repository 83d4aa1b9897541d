namespace Shiraka.Agreements.TextReading;

/// <summary>The turns of phrase that make a name a party, sentence by sentence.</summary>
internal static class PartyFrames
{
    private const int ReachBack = 22;

    /// <summary>"accord … entre A, B et C": names after the word, as long as only commas and conjunctions part them.</summary>
    public static IEnumerable<Candidate> Between(Page page, Sentence sentence, Governors governors, List<Mention> names, List<Mention> roles)
    {
        foreach (var mark in governors.Marks.Where(m => m.Kind == Governor.Between))
        {
            if (!Bound(page, sentence, mark.First) || InSetting(page, sentence, governors, mark.First)) continue;
            foreach (var name in Chain(page, sentence, mark.Last + 1, names, roles)) yield return new Candidate(name, 0.96, "between");
        }
    }

    /// <summary>"A a signé … avec B": the subject before the verb and what stands with it; in Arabic the subject follows the verb.</summary>
    public static IEnumerable<Candidate> Signing(Page page, Sentence sentence, Governors governors, List<Mention> names, List<Mention> roles)
    {
        var verb = governors.Marks.Where(m => m.Kind == Governor.Verb).Select(m => (int?)m.First).FirstOrDefault();
        foreach (var name in names)
        {
            if (InRole(roles, name)) continue;
            var before = governors.Before(name.First, Governor.Setting);
            var setting = governors.Before(name.First) == Governor.Setting;
            var arabic = page.Tokens[name.First].Shape == Shape.Arabic;
            if (before == Governor.With && !setting && Distance(governors, name.First, Governor.With) < 12 && After(page, sentence, name.First)) yield return new Candidate(name, 0.9, "with");
            else if (before == Governor.By) yield return new Candidate(name, 0.85, "signed_by");
            else if (before == Governor.Verb && arabic && verb is { } v && name.First - v < 8) yield return new Candidate(name, 0.88, "subject_of_signing");
            else if (before == Governor.None && !setting && !Complement(page, name) && verb is { } w && name.Last < w && w - name.Last < 14) yield return new Candidate(name, 0.88, "subject_of_signing");
            else if (sentence.Title && before == Governor.None && !Complement(page, name) && name.First - sentence.First < 3) yield return new Candidate(name, 0.5, "title");
        }
    }

    private static IEnumerable<Mention> Chain(Page page, Sentence sentence, int start, List<Mention> names, List<Mention> roles)
    {
        var at = start;
        while (at <= sentence.Last)
        {
            var name = names.Find(n => n.First >= at && n.First <= at + 6);
            if (name is null || !Joined(page, at, name.First)) yield break;
            if (!InRole(roles, name)) yield return name;
            at = name.Last + 1;
            if (at <= sentence.Last && !Continues(page, at)) yield break;
        }
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
        if (token.Shape == Shape.Arabic) return token.Text[0] == 'و' || page.Is(at, "aside") || token.Text is "من" or "الذي" or "التي";
        return token.Text is "d" or "ainsi" or "as" or "represente" or "representee" or "represented" or "on" or "ci" or "through" or "a" or "via" or "hereinafter";
    }

    /// <summary>An agreement or a cooperation is between names; relations, a distance or a meeting are not.</summary>
    private static bool Bound(Page page, Sentence sentence, int token)
    {
        var from = Math.Max(sentence.First, token - ReachBack);
        return page.In("instrument", from, token).Any() || page.In("cooperation", Math.Max(sentence.First, token - 5), token).Any();
    }

    private static bool InSetting(Page page, Sentence sentence, Governors governors, int token)
    {
        var setting = governors.Marks.LastOrDefault(m => m.Kind == Governor.Setting && m.First < token);
        if (setting.Kind != Governor.Setting || token - setting.Last > 14) return false;
        var cut = false;
        for (var i = setting.Last + 1; i < token; i++) cut |= page.Tokens[i].Before == Gap.Comma || page.At("sign.noun", i) is not null || page.At("sign.verb", i) is not null;
        return !cut;
    }

    /// <summary>"la convention du ministère": a genitive is no subject.</summary>
    private static bool Complement(Page page, Mention name) =>
        name.First > 0 && page.Tokens[name.First].Before != Gap.Stop && (page.Tokens[name.First - 1].Text is "de" or "du" or "d" or "of" or "s" or "في" or "من" or "a" or "at" or "in" or "sein" || page.At("site", name.First - 1) is not null);

    private static bool InRole(List<Mention> roles, Mention name) => roles.Exists(r => r.First < name.First && r.Last >= name.First);

    private static int Distance(Governors governors, int token, Governor kind) =>
        token - governors.Marks.Where(m => m.Kind == kind && m.Last < token).Select(m => m.Last).DefaultIfEmpty(-99).Last();

    private static bool After(Page page, Sentence sentence, int token) =>
        page.In("instrument", sentence.First, token).Any() || page.In("sign.verb", sentence.First, token).Any() || page.In("cooperation", sentence.First, token).Any();
}
