namespace Shiraka.Agreements.TextReading;

/// <summary>
/// Reads what a text says of an agreement: who is bound, who signed, when, where, on what and what is promised. Deterministic, without
/// network or model; works for French, Arabic and English and mixtures; linear in the text; never throws on any string.
/// </summary>
public static class Reader
{
    /// <param name="text">Any text; offsets in the result count its UTF-16 code units.</param>
    /// <param name="file">Carried into the result as given.</param>
    public static Reading Read(string text, string file = "-")
    {
        ArgumentNullException.ThrowIfNull(text);
        var page = Page.Open(text);
        var (main, languages) = Languages.Of(page);
        Events.Mark(page);
        var (agreement, confidence, reason) = Verdict.Judge(page);
        var instruments = agreement ? Instrument(page, main, reason == "treaty_text") : [];
        return new Reading(file, main, languages, agreement, confidence, reason, Ignored(page), instruments) { BidiOverrides = BidiMarks.Override(text) };
    }

    /// <summary>Where the text first tells <paramref name="day"/> in full, in whatever calendar, spelling or order; whether it is the day of signing or not.</summary>
    public static ReadSpan? FindDay(string text, DateOnly day)
    {
        var page = Page.Open(text);
        if (DateMentions.Find(page).Find(date => date.Value == day) is not { } told) return null;
        var (start, end) = page.Range(told.First, told.Last);
        return new ReadSpan(text[start..end], start, end, 1, "confirmed");
    }

    private static List<ReadInstrument> Instrument(Page page, string language, bool treaty)
    {
        var walk = new NameWalk(page);
        var institutions = Institutions.Find(page, walk);
        var roles = Roles.Find(page, walk);
        var (named, held) = (new Coverage(page, institutions), new Coverage(page, roles));
        var people = new Persons(page, walk, named, held).Find();
        var signatories = Signatories.Find(page, people, institutions, treaty);
        var parties = Parties.Find(page, institutions, named, held, people, signatories, treaty);
        var (kind, kindConfidence) = Instruments.Kind(page, treaty);
        var names = parties.ConvertAll(p => p.Name);
        var groups = SeveralAgreements.Group(page, parties);
        var signed = signatories.ConvertAll(s => Signatory(page, s, names));
        var fields = Fields.Find(page, named, held, names);
        var commitments = Commitments.Find(page, named, held, names, language);
        var dates = DateMentions.Find(page);
        var day = SigningDate.Find(page, dates, treaty);
        var place = new Place(page, named, held, dates, day?.Value).Find(treaty);
        return groups.ConvertAll(group =>
        {
            (int First, int Last)? own = groups.Count > 1 ? SeveralAgreements.Range(page, groups, group) : null;
            var (ownKind, ownConfidence) = own is { } told && Instruments.Within(page, told) is { } found ? found : (kind, kindConfidence);
            var signedOn = own is { } days ? SigningDate.Find(page, dates, treaty, days) ?? day : day;
            return new ReadInstrument(
                ownKind,
                ownConfidence,
                group.ConvertAll(p => new ReadParty(Span(page, p.Name.First, p.Name.Last, p.Name.Skip, p.Weight, p.Reason), p.Name.Kind, p.Name.Country)),
                signed.FindAll(s => groups.Count == 1 || Home(page, groups, s) == groups.IndexOf(group)),
                signedOn,
                own is { } places ? new Place(page, named, held, dates, signedOn?.Value).Within(places) ?? place : place,
                Instruments.Renews(page, ownKind),
                fields.FindAll(f => SeveralAgreements.Of(page, groups, f.Span.Start) == groups.IndexOf(group)),
                commitments.FindAll(c => SeveralAgreements.Of(page, groups, c.Span.Start) == groups.IndexOf(group)).ConvertAll(c => Bound(page, c, group)),
                Clauses.Committee(page, named, held),
                Clauses.Financial(page),
                Clauses.Term(page))
            { NoSuchDay = signedOn is null ? SigningDate.NoSuchDay(page, dates) : null };
        });
    }

    /// <summary>The agreement of the party a person signs for, else the first.</summary>
    private static int Home(Page page, List<List<Candidate>> groups, ReadSignatory signatory)
    {
        if (signatory.Party is not { } party) return 0;
        return Math.Max(0, groups.FindIndex(g => g.Exists(p => page.Range(p.Name.First, p.Name.Last).End == party.End)));
    }

    /// <summary>Who promises is a party of this agreement, or the reader does not know.</summary>
    private static ReadCommitment Bound(Page page, ReadCommitment promise, List<Candidate> group) =>
        promise.By is null || group.Exists(p => Span(page, p.Name).Text == promise.By) ? promise : promise with { By = null };

    private static ReadSignatory Signatory(Page page, Person person, List<Mention> parties)
    {
        var party = person.Institution is { } own ? parties.Find(p => Aliases.Same(page, p.First, p.Last, own.First, own.Last)) ?? own : null;
        return new ReadSignatory(
            Span(page, person.First, person.Last, person.Skip, person.Role is null ? 0.7 : 0.9, person.Role is null ? "beside_signing" : "signs_with_role"),
            person.Role is { } role ? Span(page, role.First, role.Last, role.Skip, 0.8, "beside_name") : null,
            party is null ? null : Span(page, party.First, party.Last, party.Skip, 0.75, "institution_of_role"));
    }

    /// <summary>A name as the contract gives it.</summary>
    internal static ReadSpan Span(Page page, Mention name) => Span(page, name.First, name.Last, name.Skip, 1, "named");

    private static ReadSpan Span(Page page, int first, int last, int skip, double confidence, string reason)
    {
        var bare = Particles(page.Tokens[first], skip);
        var (start, end) = page.Range(first, last, bare);
        return new ReadSpan(page.Text[start..end], start, end, confidence, reason);
    }

    /// <summary>Conjunction and preposition are cut off a name, its article is not.</summary>
    private static int Particles(Token token, int skip)
    {
        if (skip == 0 || token.Shape != Shape.Arabic) return 0;
        var front = token.Text[..Math.Min(skip, token.Text.Length)];
        var article = front.IndexOf("ال", StringComparison.Ordinal);
        if (article >= 0) return article;
        return front.EndsWith("لل", StringComparison.Ordinal) ? front.Length - 2 : front.Length;
    }

    private static List<ReadSpan> Ignored(Page page) =>
        [.. page.Lines.Where(l => l.Noise is not null).Select(l => new ReadSpan(page.Text[l.Start..l.End], l.Start, l.End, 0.9, l.Noise!))];
}
