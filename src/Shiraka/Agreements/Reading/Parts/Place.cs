namespace Shiraka.Agreements.TextReading;

/// <summary>
/// Where it was signed: the town of the signing, else the building it is told with, else the town of the dateline. A building is
/// given with its town; a plain hall ("la salle de conférences") gives way to the dateline.
/// </summary>
internal sealed class Place(Page page, Coverage institutions, Coverage roles, List<DateMention> dates, DateOnly? day)
{
    /// <summary>No notice tells its signing more often.</summary>
    private const int MostTold = 40;

    /// <summary>The town told in these sentences, where the text tells several agreements.</summary>
    public ReadSpan? Within((int First, int Last) within) => City(page.Sentences[within.First..(within.Last + 1)].FindAll(s => s.Signs));

    public ReadSpan? Find(bool treaty)
    {
        if (DoneAt.Labelled(page) is { } labelled) return labelled;
        if (treaty && (DoneAt.Find(page, institutions, dates, day) ?? DoneAt.Line(page, dates)) is { } done) return done;
        // What a board approves says nothing of where it was signed.
        if (!treaty && !page.Sentences.Exists(s => s.Signs) && page.Sentences.Exists(s => Events.Approved(page, s) && !page.Has("sign.participle", s)) && !page.All("done_at").Exists(m => page.SentenceOf(m.First).First < m.First)) return null;
        var told = page.Sentences.FindAll(s => (s.Signs && !s.Title) || (treaty && !s.Background && page.Has("done_at", s)));
        var remote = page.Sentences.Exists(s => s.Signs && page.In("remote", s).Any(r => NearSigning(page, s, r.First)));
        var scene = remote || treaty ? [] : page.Sentences.FindAll(s => !s.Signs && !s.Background && !s.NotYet && !s.Title && page.Has("ceremony", s) && !page.Has("done", s));
        var titles = page.Sentences.FindAll(s => s.Signs && s.Title);
        var place = Told(told) ?? Told(scene) ?? City(titles) ?? Hall(told) ?? (remote ? null : Journey(told)) ?? (treaty ? null : DoneAt.Find(page, institutions, dates, day));
        // "dans la salle", "بمقر": a common noun tells no place where the text is sent from one.
        if (place is { Reason: "venue_in_signing_sentence" or "seat_in_signing_sentence" } hall && Bare(hall.Text) && !remote && Dateline.Of(page) is { } from) return from;
        if (place is { } found) return found;
        if (!remote && (treaty || told.Exists(s => page.Has("relative", s) || page.Has("weekday", s) || page.Has("month", s))) && Dateline.Of(page) is { } sent) return sent;
        return Hall(scene) ?? titles.Select(ProperName).FirstOrDefault(p => p is not null);
    }

    private static bool Bare(string hall) => hall.AsSpan().Count(' ') <= (hall.StartsWith("la ", StringComparison.Ordinal) || hall.StartsWith("the ", StringComparison.Ordinal) || hall.StartsWith("le ", StringComparison.Ordinal) ? 1 : 0) && !hall.AsSpan().ContainsAnyInRange('A', 'Z');

    /// <summary>A town, a building with its town or name, a name behind "at".</summary>
    private ReadSpan? Told(List<Sentence> told)
    {
        if (City(told) is { } city) return city;
        foreach (var sentence in told)
            if ((Venues.Site(page, sentence, institutions, roles) ?? Venues.Venue(page, sentence, institutions)) is { Named: true } named) return named.Span;
        foreach (var sentence in told)
            if ((Venues.Body(page, sentence, institutions, roles) ?? Venues.BehindDay(page, sentence, dates) ?? ProperName(sentence)) is { } proper) return proper;
        return null;
    }

    private ReadSpan? Hall(List<Sentence> told)
    {
        foreach (var sentence in told)
            if ((Venues.Site(page, sentence, institutions, roles) ?? Venues.Venue(page, sentence, institutions)) is { } hall) return hall.Span;
        return null;
    }

    private ReadSpan? Journey(List<Sentence> told)
    {
        foreach (var signing in told.Take(MostTold))
            for (var i = Math.Max(0, signing.Index - 2); i <= signing.Index + 2 && i < page.Sentences.Count; i++)
                if (!page.Sentences[i].Background && Venues.Visited(page, page.Sentences[i], institutions) is { } found) return found;
        return null;
    }

    /// <summary>The town nearest to a word of signing; a town set behind the name of a body says where that body is.</summary>
    private ReadSpan? City(List<Sentence> told)
    {
        (int Cost, Match City)? best = null;
        foreach (var (order, sentence) in told.Take(MostTold).Index())
        {
            var dispatched = Dateline.Opens(page, sentence);
            foreach (var city in page.In("city", sentence).Concat(page.In("dateline", sentence).Where(d => page.At("city", d.First) is null)))
            {
                if (page.In("background", Math.Max(sentence.First, city.First - 8), city.First).Any(b => b.Value == "weak")) continue;
                if (Posted(page, city.First)) continue;
                if (!sentence.Signs && !page.Has("done_at", sentence) && !NearSigning(page, sentence, city.First)) continue;
                if (dispatched && (city.First == sentence.First || !NearSigning(page, sentence, city.First))) continue;
                if (Inside(institutions, city.First) || Inside(roles, city.First) || Venues.Houses(page, city.First) || Venues.Seat(page, institutions, city.First)) continue;
                if (Seats.Is(page, sentence, institutions, city) || Seats.OfOtherDay(page, sentence, dates, day, city)) continue;
                if (!Introduced(page, city.First) && !(page.Tokens[city.First].Shape == Shape.Arabic && Venues.Carries(page.Tokens[city.First], city.Skip))) continue;
                var seated = institutions.At(city.First - 2) is { Kind: not "state" } && page.Tokens[city.First - 1].Before == Gap.Comma;
                var cost = Signing(page, sentence).Select(m => Math.Abs(city.First - m.Last)).DefaultIfEmpty(20).Min() + (order * 4) + (seated ? 12 : 0) + (city.Tag == "dateline" ? 10 : 0);
                if (best is null || cost < best.Value.Cost) best = (cost, city);
            }
        }
        if (best is not { } found) return null;
        var first = Venues.Building(page, institutions, found.City.First);
        return Span(page, first, found.City.Last, first == found.City.First ? found.City.Skip : page.At("venue", first)?.Skip ?? 0, 0.9, "in_signing_sentence");
    }

    /// <summary>A name the gazetteer lacks, behind "in", "at" or "à" and near the word of signing.</summary>
    private ReadSpan? ProperName(Sentence sentence)
    {
        var done = page.In("done_at", sentence).Select(m => (Match?)m).FirstOrDefault();
        for (var i = sentence.First + 1; i <= sentence.Last; i++)
        {
            if (!page.Tokens[i].IsProper || page.Tokens[i].Before > Gap.Space || !(Locates(page, i - 1) || page.Tokens[i - 1].Text == "at" || (i > 1 && page.Tokens[i - 1].Text == "the" && page.Tokens[i - 2].Text == "at")) || page.Tokens[i - 1].IsProper) continue;
            if (Posted(page, i) || Inside(institutions, i) || institutions.At(i) is not null || Inside(roles, i) || Venues.Seat(page, institutions, i) || page.At("month", i) is not null || page.At("field", i) is not null || page.Is(i, "given") || page.Is(i, "title") || page.Is(i, "domain") || page.Is(i, "continent") || !(done is not null || NearSigning(page, sentence, i))) continue;
            var last = i;
            while (last < sentence.Last && page.Tokens[last + 1].IsProper && page.Tokens[last + 1].Before <= Gap.Space) last++;
            return Span(page, i, last, 0, 0.65, "proper_name_in_signing_sentence");
        }
        return null;
    }

    /// <summary>"the ambassador in Dakar", "dont le siège est à Rennes": where somebody is posted or seated.</summary>
    private static bool Posted(Page page, int city)
    {
        for (var i = city - 1; i >= 0 && i >= city - 6 && page.Tokens[i + 1].Before < Gap.Comma; i--)
            if (page.Is(i, "posted")) return true;
        return false;
    }

    private static bool NearSigning(Page page, Sentence sentence, int token) =>
        Signing(page, sentence).Any(m => token - m.Last >= -9 && token - m.Last <= (m.Tag is "ceremony" or "sign.noun" ? 16 : 9));

    private static IEnumerable<Match> Signing(Page page, Sentence sentence) =>
        page.In("sign.verb", sentence).Concat(page.In("sign.passive", sentence)).Concat(page.In("sign.noun", sentence)).Concat(page.In("sign.participle", sentence)).Concat(page.In("ceremony", sentence)).Concat(page.In("done_at", sentence));

    /// <summary>French "à", also decomposed (folded it looks like the English article), or "in".</summary>
    internal static bool Locates(Page page, int token) =>
        page.Tokens[token].Text == "in" || (page.Tokens[token].Text == "a" && (page.Tokens[token].End - page.Tokens[token].Start > 1 || page.Text[page.Tokens[token].Start] is 'à' or 'À' or 'A'));

    private static bool Introduced(Page page, int token) =>
        token > 0 && page.Tokens[token].Before != Gap.Stop && Locates(page, token - 1) || token > 0 && page.Tokens[token].Before != Gap.Stop && page.Tokens[token - 1].Text is "au" or "at" or "في" or "ville" or "مدينه" or "بمدينه" or "بالعاصمه" or "بمدينتي" || Capital(page, token);

    /// <summary>"في العاصمة المغربية الرباط", "the Jordanian capital, Amman".</summary>
    private static bool Capital(Page page, int token)
    {
        for (var i = token - 1; i >= 0 && i > token - 3; i--)
            if (page.Tokens[i].Text is "العاصمه" or "capital" or "capitale") return true;
        return false;
    }

    private static bool Inside(Coverage mentions, int token) => mentions.At(token) is { } mention && mention.Kind != "state";

    internal static ReadSpan Span(Page page, int first, int last, int skip, double confidence, string reason)
    {
        var article = skip > 0 && page.Tokens[first].Shape == Shape.Arabic && page.Tokens[first].Text[Math.Max(0, skip - 2)..].StartsWith("ال", StringComparison.Ordinal) ? skip - 2 : skip;
        var (start, end) = page.Range(first, last, article);
        return new ReadSpan(page.Text[start..end], start, end, confidence, reason);
    }
}
