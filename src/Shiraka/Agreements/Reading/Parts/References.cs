namespace Shiraka.Agreements.TextReading;

/// <summary>Whom a party told without its name points to: "the hospital", "a Chinese hospital and an Ethiopian hospital", "our centre", "we".</summary>
internal static class References
{
    /// <summary>No text is about a body that it names fewer times.</summary>
    private const int Often = 2;

    /// <summary>The generic ones replaced by who is meant, or left out.</summary>
    public static List<Candidate> Resolve(Page page, List<Mention> institutions, List<Candidate> framed)
    {
        var resolved = new List<Candidate>();
        foreach (var candidate in framed)
            if (!candidate.Name.Generic) resolved.Add(candidate);
            else if (Named(page, institutions, candidate.Name, framed) is { } named && !resolved.Exists(r => r.Reason == "named_elsewhere" && r.Sentence == candidate.Sentence && ReferenceEquals(r.Name, named)))
                resolved.Add(candidate with { Name = named, Reason = "named_elsewhere", Weight = candidate.Weight - 0.05 });
        return resolved;
    }

    /// <summary>"le Fonds" is the one whose name opens so; "the hospital" the first hospital that the text names and that is not told beside it.</summary>
    private static Mention? Named(Page page, List<Mention> institutions, Mention brief, List<Candidate> framed)
    {
        if (Several(page, brief)) return null;
        var (own, sentence) = (Opened(page, institutions, brief), page.SentenceOf(brief.First).Index);
        if (own is not null) return own;
        if (brief.Kind == "other") return null;
        // A pair of one kind: the first of them is the first that is named, the second the next.
        var before = framed.FindIndex(c => ReferenceEquals(c.Name, brief));
        var earlier = framed.Take(Math.Max(0, before)).Where(c => c.Name.Generic && c.Name.Kind == brief.Kind && page.SentenceOf(c.Name.First).Index == sentence && c.Name.First != brief.First).Select(c => c.Name.First).Distinct().Count();
        var known = new List<Mention>();
        foreach (var mention in institutions.Where(m => !m.Generic && m.Kind == brief.Kind))
        {
            if (known.Exists(k => Parties.Same(page, k, mention))) continue;
            known.Add(mention);
            if (known.Count > earlier) return mention;
        }
        return null;
    }

    private static Mention? Opened(Page page, List<Mention> institutions, Mention brief)
    {
        var head = page.At("inst", brief.First);
        if (head is null) return null;
        var word = Bare(page, brief.First, head.Value.Skip);
        return institutions.Find(m => !m.Generic && m.Kind == brief.Kind && m.Last > m.First && page.At("inst", m.First) is { } other && Bare(page, m.First, other.Skip) == word)
            ?? (page.Tokens[brief.First].Shape == Shape.Arabic ? null : institutions.Find(m => !m.Generic && m.Last > m.First && page.Tokens[m.First].IsProper && page.Tokens[m.Last].Text == word));
    }

    private static string Bare(Page page, int i, int skip) => page.Tokens[i].Text[Math.Min(skip, page.Tokens[i].Text.Length - 1)..];

    /// <summary>"several universities and hospitals" points to none.</summary>
    private static bool Several(Page page, Mention name) =>
        page.Tokens[name.First] is { Shape: not Shape.Arabic, Text: { Length: > 4 } text } && text[^1] is 's' or 'x' && name.Kind is "hospital" or "university" or "foundation" or "agency";

    /// <summary>"le directeur de l'Office": the body of a signer's function, told by its head alone.</summary>
    public static IEnumerable<Candidate> Affiliated(Page page, List<Mention> institutions, List<Person> signatories)
    {
        foreach (var role in signatories.Where(s => s.Institution is null).Select(s => s.Role).OfType<Mention>())
            if (institutions.Find(m => m.Generic && m.First > role.First && m.First <= role.Last + 1) is { } brief && Opened(page, institutions, brief) is { } named)
                yield return new Candidate(named, 0.7, "institution_of_signatory");
    }

    /// <summary>Where one side is told and the text speaks as the other ("we signed", "notre centre"): the body that the page is of.</summary>
    public static Candidate? Self(Page page, List<Mention> institutions, Candidate only)
    {
        var candidates = institutions.FindAll(m => !m.Generic && m.Kind is not "state" && !Parties.Same(page, m, only.Name));
        var own = page.Sentences.Exists(s => s.Signs && Speaks(page, s));
        if (candidates.Find(m => page.SentenceOf(m.First) is { Title: true } line && m.First - line.First < 2 && line.Last - m.Last < 2) is { } heading && (own || Count(page, candidates, heading) >= Often)) return new Candidate(heading, 0.5, "named_first");
        if (!own) return null;
        var often = candidates.Take(60).MaxBy(m => (Count(page, candidates, m), -m.First));
        return often is not null && (Count(page, candidates, often) >= Often || candidates.Count == 1) ? new Candidate(often, 0.5, "named_first") : null;
    }

    private static int Count(Page page, List<Mention> mentions, Mention name) => mentions.Take(60).Count(m => Parties.Same(page, m, name));

    private static bool Speaks(Page page, Sentence sentence)
    {
        for (var i = sentence.First; i <= sentence.Last; i++)
            if (page.Is(i, "ourselves")) return true;
        return false;
    }
}
