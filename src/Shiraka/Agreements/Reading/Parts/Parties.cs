namespace Shiraka.Agreements.TextReading;

/// <summary>A name with how strongly the text makes it a party.</summary>
internal sealed record Candidate(Mention Name, double Weight, string Reason)
{
    /// <summary>The sentence that makes it a party.</summary>
    public int Sentence { get; init; } = -1;
}

/// <summary>Who is bound: the two ends of "between", the subject of the signing verb, what follows "with"; else the institutions of those who signed.</summary>
internal static class Parties
{
    /// <summary>No text names as many; the comparison of names is quadratic.</summary>
    private const int MostCandidates = 300;

    private const int MostOpening = 8;

    /// <summary>"EPH de Bordj Badji Mokhtar".</summary>
    private const int LongestShort = 5;

    public static List<Candidate> Find(Page page, List<Mention> institutions, Coverage named, Coverage roles, List<Person> people, List<Person> signatories, bool treaty)
    {
        var (framed, offices, beside) = (new List<Candidate>(), new List<Candidate>(), new List<Candidate>());
        var several = page.Sentences.Exists(s => s.Signs && page.Has("plural", s));
        var bySentence = institutions.ToLookup(m => page.SentenceOf(m.First).Index);
        foreach (var sentence in page.Sentences)
        {
            if (framed.Count > MostCandidates) break;
            // "Trust has joined hands with hospital", "A and B have extended their collaboration": who works together from now on is bound by what is signed below.
            var joined = sentence is { Lead: <= 2, NotYet: false } && (page.In("joins", sentence).Any(m => page.At("sign.verb", m.First) is not null) || page.In("renewal", sentence).Any(m => page.Has("cooperation", m.First, m.Last) && Acts.Told(page, sentence, m)));
            if (sentence.Background || !(joined || sentence.Signs || sentence.Title || (treaty && sentence.First < page.Tokens.Count / 2) || page.Has("under", sentence) || page.Has("instrument", sentence) || (several && page.Has("anaphora", sentence)) || ((sentence.Index < 4 || sentence.Lead <= 2) && !sentence.NotYet && page.Has("cooperation", sentence)))) continue;
            var (governors, known) = (new Governors(page, sentence), framed.Count);
            var names = bySentence[sentence.Index].ToList();
            framed.AddRange(PartyFrames.Between(page, sentence, governors, names, roles));
            if (treaty) framed.AddRange(TreatyParties.Of(page, sentence, names, named, roles));
            framed.AddRange(PartyFrames.InstrumentWith(page, sentence, governors, names, roles));
            if (sentence.Signs) beside.AddRange(PartyFrames.Beside(page, sentence, governors, names, roles));
            if (sentence.Signs) framed.AddRange(PartyFrames.States(page, sentence, governors, names));
            if (sentence.Signs) offices.AddRange(PartyFrames.Offices(page, sentence, governors, names, roles));
            if (Events.Approved(page, sentence)) framed.AddRange(PartyFrames.Board(page, sentence, names));
            if (joined || sentence.Signs || sentence.Title) framed.AddRange(PartyFrames.Signing(page, sentence, governors, names, roles));
            if (sentence.Signs && page.Has("both", sentence) && framed.Count(c => c.Weight >= 0.7) < 2) framed.AddRange(Before(page, sentence, bySentence, roles));
            for (var i = known; i < framed.Count; i++) framed[i] = framed[i] with { Sentence = sentence.Index };
        }
        var affiliated = signatories.Where(p => p.Institution is not null).Select(p => new Candidate(p.Institution!, 0.8, "institution_of_signatory")).OrderBy(c => c.Name.Kind == "state").Concat(offices.Take(MostCandidates)).ToList();
        framed = References.Resolve(page, institutions, [.. framed.Take(MostCandidates)]);
        framed = InMainLanguage(page, framed);
        if (!treaty && !several) framed = BodyFirst(page, framed);
        framed.RemoveAll(c => page.IsBare(c.Name.First, "arverb") || (c.Name.Last - c.Name.First < 2 && page.IsBare(c.Name.First, "parties")) || (c.Name.First == c.Name.Last && (page.Is(c.Name.First, "parties") || page.At("executive", c.Name.First) is not null)) || page.Has("press", c.Name.First, c.Name.Last));
        // "CHU Dr Benbadis" bears the name of a person; what begins within the name of a person is none.
        framed.RemoveAll(c => page.At("count", c.Name.First) is not null || people.Exists(p => p.First <= c.Name.Last && c.Name.First <= p.Last && (p.First <= c.Name.First || page.At("inst", c.Name.First) is null)));
        var chosen = Choose(page, framed, affiliated, treaty);
        if (chosen.Count < 2) chosen = Merge(page, [.. chosen, .. References.Affiliated(page, institutions, signatories)]);
        if (chosen.Count < 2) chosen = Merge(page, [.. chosen, .. beside]);
        if (chosen is [{ Weight: >= 0.7 } only] && References.Self(page, institutions, only) is { } self) chosen = Merge(page, [only, self]);
        if (chosen.Count == 0) chosen = Merge(page, [.. Opening(page, bySentence, roles)]);
        chosen.RemoveAll(c => page.Has("press", c.Name.First, c.Name.Last));
        return chosen.ConvertAll(c => Spelled(page, institutions, c));
    }

    /// <summary>Where nothing says who is bound: the bodies, else the two states, that the first sentence with more than one of them names.</summary>
    private static List<Candidate> Opening(Page page, ILookup<int, Mention> bySentence, Coverage roles)
    {
        foreach (var states in new[] { false, true })
            foreach (var sentence in page.Sentences.Take(states ? MostOpening : MostOpening / 4).Where(s => !s.Background && (s.Title || s.Signs || page.Has("instrument", s) || page.Has("cooperation", s))))
            {
                var names = bySentence[sentence.Index].Where(n => !n.Generic && (n.Kind == "state") == states && (states ? n.Country is not null : !(roles.At(n.First) is { } role && role.First < n.First))).ToList();
                var told = Merge(page, names.ConvertAll(n => new Candidate(n, 0.4, states ? "states_named_first" : "named_first")));
                if (told.Count == 2) return told;
            }
        return [];
    }

    /// <summary>"The two institutions signed": the two that were named last.</summary>
    private static IEnumerable<Candidate> Before(Page page, Sentence sentence, ILookup<int, Mention> bySentence, Coverage roles)
    {
        for (var index = sentence.Index - 1; index >= 0 && index >= sentence.Index - 3; index--)
        {
            var names = bySentence[index].Where(n => !n.Generic && n.Kind != "state" && !(roles.At(n.First) is { } role && role.First < n.First)).ToList();
            if (names.Count >= 2) return names.Take(4).Select(n => new Candidate(n, 0.75, "named_before"));
        }
        return [];
    }

    /// <summary>An acronym gives way to the name the text spells out for it.</summary>
    private static Candidate Spelled(Page page, List<Mention> institutions, Candidate candidate)
    {
        if (candidate.Name.Kind == "state" || page.Tokens[candidate.Name.First].Shape != Shape.Caps || candidate.Name.Last - candidate.Name.First > LongestShort) return candidate;
        if (candidate.Name.First != candidate.Name.Last)
            return institutions.Find(m => !m.Generic && m.Last - m.First > candidate.Name.Last - candidate.Name.First && m.Kind == candidate.Name.Kind && page.Tokens[m.First].Shape != Shape.Caps && Aliases.Same(page, m.First, m.Last, candidate.Name.First, candidate.Name.Last)) is { } spelled ? candidate with { Name = spelled } : candidate;
        var full = institutions.Find(m => !m.Generic && m.Last > m.First + 1 && m.Kind != "state" && Aliases.Same(page, m.First, m.Last, candidate.Name.First, candidate.Name.Last));
        full ??= Aliases.SpelledOut(page, candidate.Name);
        return full is null ? candidate : candidate with { Name = full };
    }

    /// <summary>A page that tells the same in two languages names each body twice.</summary>
    private static List<Candidate> InMainLanguage(Page page, List<Candidate> framed)
    {
        var main = Languages.Of(page).Main;
        var own = framed.FindAll(c => Languages.Of(page, page.SentenceOf(c.Name.First)) == main);
        return Merge(page, own).Count >= 2 ? own : framed;
    }

    /// <summary>A headline shortens and translates: where the text below tells two parties, it adds none.</summary>
    private static List<Candidate> BodyFirst(Page page, List<Candidate> framed)
    {
        bool Headline(Candidate c) => page.Sentences[Math.Max(0, c.Sentence)].Title || (c.Reason == "named_elsewhere" && page.SentenceOf(c.Name.First).Title);
        var body = framed.FindAll(c => c.Weight >= 0.7 && !Headline(c));
        return Merge(page, body).Count < 2 ? framed : framed.FindAll(c => !Headline(c) || body.Exists(b => Same(page, b.Name, c.Name)));
    }

    private static List<Candidate> Choose(Page page, List<Candidate> framed, List<Candidate> affiliated, bool treaty)
    {
        var kept = Merge(page, framed);
        if (treaty && kept.Count(c => c.Weight >= 0.95) >= 2) return [.. kept.Where(c => c.Weight >= 0.95)];
        var several = page.Sentences.Exists(s => s.Signs && page.Has("plural", s));
        var chosen = several ? kept : Strongest(kept);
        foreach (var candidate in affiliated)
        {
            if (chosen.Exists(c => Same(page, c.Name, candidate.Name))) continue;
            if (chosen.Count < 2) chosen.Add(candidate);
        }
        var merged = Merge(page, chosen);
        return several && merged.Count(c => c.Name.Kind == "state" && c.Reason is "between" or "subject_of_signing" or "title") >= 2 ? merged : WithoutStatesOfOthers(merged);
    }

    /// <summary>Two who are told plainly to be bound leave no room for those only named near by.</summary>
    private static List<Candidate> Strongest(List<Candidate> kept)
    {
        foreach (var least in new[] { 0.7, 0.6 })
            if (kept.FindAll(c => c.Weight >= least) is { Count: >= 2 } strong) return strong;
        return kept;
    }

    /// <summary>One entry per body, under its fullest name.</summary>
    private static List<Candidate> Merge(Page page, List<Candidate> candidates)
    {
        var kept = new List<Candidate>();
        foreach (var candidate in candidates.Take(MostCandidates))
        {
            var twin = kept.FindIndex(k => Same(page, k.Name, candidate.Name));
            if (twin < 0) { kept.Add(candidate); continue; }
            var (name, known) = (candidate.Name, kept[twin].Name);
            var longer = Aliases.Fuller(page, name.First, name.Last, known.First, known.Last) || (name.Kind == "state" && known.Kind == "state" && name.Last - name.First > known.Last - known.First) ? name : known;
            if (OfTown(page, known, name)) longer = name;
            kept[twin] = kept[twin] with { Name = longer, Weight = Math.Max(kept[twin].Weight, candidate.Weight) };
        }
        return kept;
    }

    public static bool Same(Page page, Mention a, Mention b) => !(a.Kind == "ministry" && b.Kind == "ministry" && a.Country is not null && b.Country is not null && a.Country != b.Country) && Equal(page, a, b);

    private static bool Equal(Page page, Mention a, Mention b) =>
        Aliases.Same(page, a.First, a.Last, b.First, b.Last) || OfTown(page, a, b) || OfTown(page, b, a) || OneWord(page, a, b) || OneWord(page, b, a) || (a.Kind == "state" && b.Kind == "state" && a.Country is not null && a.Country == b.Country);

    /// <summary>"l'hôpital de Mahajanga" for "le CHU Gabriel de Mahajanga": one hospital of a town stands for the one named in full.</summary>
    private static bool OfTown(Page page, Mention brief, Mention full)
    {
        if (brief.Kind != "hospital" || full.Kind != "hospital" || page.Tokens[brief.First].Text is not ("hopital" or "hospital") || brief.Last - brief.First is < 1 or > 2 || page.At("inst", brief.First) is not { } head || head.Last > brief.First) return false;
        for (var i = full.First + 1; i <= full.Last; i++)
            if (page.Tokens[i].Text == page.Tokens[brief.Last].Text && page.Tokens[i].IsProper) return true;
        return false;
    }

    /// <summary>"Charité" for "Charité – Universitätsmedizin Berlin".</summary>
    private static bool OneWord(Page page, Mention brief, Mention full) =>
        brief.First == brief.Last && brief.Kind != "state" && full.Kind != "state" && page.Tokens[brief.First].Text.Length > 3 && page.At("city", brief.First) is null
        && Aliases.Words(page, full.First, full.Last).IsSupersetOf(Aliases.Words(page, brief.First, brief.Last));

    /// <summary>Where ministries or hospitals of the same countries sign, the countries only say where they are.</summary>
    private static List<Candidate> WithoutStatesOfOthers(List<Candidate> parties)
    {
        var bodies = parties.Where(p => p.Name.Kind != "state").ToList();
        if (bodies.Count < 2) return bodies.Exists(b => b.Name.Kind == "ministry") && parties.Count > 2 ? [.. parties.Where(p => p.Name.Kind != "state" || bodies.TrueForAll(b => b.Name.Country != p.Name.Country))] : parties;
        return [.. parties.Where(p => p.Name.Kind != "state" || p.Name.Country is null || (p.Weight >= 0.95 && !bodies.Exists(b => b.Name.Country == p.Name.Country)))];
    }
}
