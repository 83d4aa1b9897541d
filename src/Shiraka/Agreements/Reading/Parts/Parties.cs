namespace Shiraka.Agreements.TextReading;

/// <summary>A name with how strongly the text makes it a party.</summary>
internal sealed record Candidate(Mention Name, double Weight, string Reason);

/// <summary>Who is bound: the two ends of "between", the subject of the signing verb, what follows "with"; else the institutions of those who signed.</summary>
internal static class Parties
{
    public static List<Candidate> Find(Page page, List<Mention> institutions, List<Mention> roles, List<Person> signatories, bool treaty)
    {
        var framed = new List<Candidate>();
        foreach (var sentence in page.Sentences)
        {
            if (sentence.Background || !(sentence.Signs || sentence.Title || (treaty && sentence.First < page.Tokens.Count / 4) || page.Has("under", sentence) || page.Has("instrument", sentence))) continue;
            var governors = new Governors(page, sentence);
            var names = institutions.Where(m => m.First >= sentence.First && m.Last <= sentence.Last && !m.Generic).ToList();
            framed.AddRange(PartyFrames.Between(page, sentence, governors, names, roles));
            if (treaty) framed.AddRange(TreatyParties.Of(page, sentence, institutions, roles));
            if (sentence.Signs || sentence.Title) framed.AddRange(PartyFrames.Signing(page, sentence, governors, names, roles));
        }
        var affiliated = signatories.Where(p => p.Institution is not null).Select(p => new Candidate(p.Institution!, 0.8, "institution_of_signatory")).ToList();
        return Choose(page, framed, affiliated);
    }

    private static List<Candidate> Choose(Page page, List<Candidate> framed, List<Candidate> affiliated)
    {
        var kept = Merge(page, framed);
        var strong = kept.Where(c => c.Weight >= 0.7).ToList();
        var chosen = strong.Count >= 2 ? strong : kept;
        foreach (var candidate in affiliated)
        {
            if (chosen.Exists(c => Same(page, c.Name, candidate.Name))) continue;
            if (chosen.Count(c => c.Name.Kind != "state") < 2) chosen.Add(candidate);
        }
        return WithoutStatesOfOthers(Merge(page, chosen));
    }

    /// <summary>One entry per body, under its fullest name.</summary>
    private static List<Candidate> Merge(Page page, List<Candidate> candidates)
    {
        var kept = new List<Candidate>();
        foreach (var candidate in candidates)
        {
            var twin = kept.FindIndex(k => Same(page, k.Name, candidate.Name));
            if (twin < 0) { kept.Add(candidate); continue; }
            var (name, known) = (candidate.Name, kept[twin].Name);
            var longer = Aliases.Fuller(page, name.First, name.Last, known.First, known.Last) || (name.Kind == "state" && known.Kind == "state" && name.Last - name.First > known.Last - known.First) ? name : known;
            kept[twin] = kept[twin] with { Name = longer, Weight = Math.Max(kept[twin].Weight, candidate.Weight) };
        }
        return kept;
    }

    private static bool Same(Page page, Mention a, Mention b) =>
        Aliases.Same(page, a.First, a.Last, b.First, b.Last) || (a.Kind == "state" && b.Kind == "state" && a.Country is not null && a.Country == b.Country);

    /// <summary>Where ministries or hospitals of the same countries sign, the countries only say where they are.</summary>
    private static List<Candidate> WithoutStatesOfOthers(List<Candidate> parties)
    {
        var bodies = parties.Where(p => p.Name.Kind != "state").ToList();
        if (bodies.Count < 2) return bodies.Exists(b => b.Name.Kind == "ministry") && parties.Count > 2 ? [.. parties.Where(p => p.Name.Kind != "state" || bodies.TrueForAll(b => b.Name.Country != p.Name.Country))] : parties;
        return [.. parties.Where(p => p.Name.Kind != "state" || p.Weight >= 0.95)];
    }
}
