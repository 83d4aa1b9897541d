namespace Shiraka.Agreements.TextReading;

/// <summary>Where it was signed: a place told in the signing sentence outside every name, else the dateline.</summary>
internal static class Place
{
    private static readonly System.Buffers.SearchValues<char> DatelineMarks = System.Buffers.SearchValues.Create(":–—,-(/،");

    /// <summary>No notice tells its signing more often.</summary>
    private const int MostTold = 40;

    /// <summary>The town told in these sentences, where the text tells several agreements.</summary>
    public static ReadSpan? Within(Page page, Coverage institutions, Coverage roles, (int First, int Last) within) =>
        City(page, page.Sentences[within.First..(within.Last + 1)].FindAll(s => s.Signs), institutions, roles);

    public static ReadSpan? Find(Page page, Coverage institutions, Coverage roles, bool treaty)
    {
        var told = page.Sentences.FindAll(s => (s.Signs && !s.Title) || (treaty && !s.Background && page.Has("done_at", s)));
        if (City(page, told, institutions, roles) is { } city) return city;
        foreach (var sentence in told)
            if (In(page, sentence, institutions, roles) is { } found) return found;
        foreach (var sentence in told)
            if (Venue(page, sentence, institutions) is { } venue) return venue;
        var remote = page.Sentences.Exists(s => s.Signs && page.In("remote", s).Any(r => NearSigning(page, s, r.First)));
        if (!remote && !treaty)
        {
            var scene = page.Sentences.FindAll(s => !s.Signs && !s.Background && !s.NotYet && !s.Title && page.Has("ceremony", s) && !page.Has("done", s));
            if (City(page, scene, institutions, roles) is { } town) return town;
            foreach (var sentence in scene)
                if (Venue(page, sentence, institutions) is { } venue) return venue;
        }
        foreach (var sentence in page.Sentences.Where(s => s.Signs && s.Title))
            if ((City(page, [sentence], institutions, roles) ?? In(page, sentence, institutions, roles)) is { } found) return found;
        if (remote) return null;
        foreach (var signing in told.Take(MostTold))
            for (var i = Math.Max(0, signing.Index - 2); i <= signing.Index + 2 && i < page.Sentences.Count; i++)
                if (!page.Sentences[i].Background && Visited(page, page.Sentences[i], institutions) is { } found) return found;
        return Dateline(page);
    }

    /// <summary>The town nearest to a word of signing; a town set behind the name of a body says where that body is.</summary>
    private static ReadSpan? City(Page page, List<Sentence> told, Coverage institutions, Coverage roles)
    {
        (int Cost, Match City)? best = null;
        foreach (var (order, sentence) in told.Take(MostTold).Index())
        {
            var dispatched = OpensDispatch(page, sentence);
            foreach (var city in page.In("city", sentence).Concat(page.In("dateline", sentence).Where(d => page.At("city", d.First) is null)))
            {
                if (page.In("background", Math.Max(sentence.First, city.First - 8), city.First).Any(b => b.Value == "weak")) continue;
                if (dispatched && (city.First == sentence.First || !NearSigning(page, sentence, city.First))) continue;
                if (Inside(institutions, city.First) || Inside(roles, city.First) || Houses(page, city.First) || Seat(page, institutions, city.First)) continue;
                if (page.Tokens[city.First].Shape == Shape.Arabic ? city.Skip == 0 && !Introduced(page, city.First) : !Introduced(page, city.First)) continue;
                var seated = institutions.At(city.First - 2) is { Kind: not "state" } && page.Tokens[city.First - 1].Before == Gap.Comma;
                var cost = Signing(page, sentence).Select(m => Math.Abs(city.First - m.Last)).DefaultIfEmpty(20).Min() + (order * 4) + (seated ? 12 : 0) + (city.Tag == "dateline" ? 10 : 0);
                if (best is null || cost < best.Value.Cost) best = (cost, city);
            }
        }
        if (best is not { } found) return null;
        var first = Building(page, institutions, found.City.First);
        return Span(page, first, found.City.Last, first == found.City.First ? found.City.Skip : page.At("venue", first)?.Skip ?? 0, 0.9, "in_signing_sentence");
    }

    /// <summary>"the Royal Hospital in Muscat": where a body is; where it is told that they met at that body, it is the place.</summary>
    private static bool Seat(Page page, Coverage institutions, int city) =>
        city > 1 && page.Tokens[city - 1].Text is "in" or "في" && page.Tokens[city - 1].Before < Gap.Comma && institutions.EndingAt(city - 2) is { Kind: not ("state" or "ministry"), Generic: false } name && !Met(page, name.First);

    /// <summary>"at the university headquarters in Bausher": the building before its town, where it is set off by "at", "au", "في".</summary>
    private static int Building(Page page, Coverage institutions, int city)
    {
        if (city < 3 || page.Tokens[city].Shape == Shape.Arabic) return city;
        for (var i = city - 1; i > city - 10 && i > 0 && page.Tokens[i + 1].Before < Gap.Comma; i--)
            if ((page.At("venue", i) is not null || page.At("site", i) is not null || institutions.StartingAt(i) is { Kind: not "state" }) && Met(page, i)) return i;
        return city;
    }

    private static bool Met(Page page, int token)
    {
        for (var i = token - 1; i >= 0 && i > token - 4 && page.Tokens[i + 1].Before < Gap.Comma; i--)
        {
            if (page.Tokens[i].Text is "at" or "au" or "aux" or "dans" or "في" or "a") return true;
            if (!page.Is(i, "det") && !page.Is(i, "link")) return false;
        }
        return false;
    }

    private static ReadSpan? In(Page page, Sentence sentence, Coverage institutions, Coverage roles)
    {
        var done = page.In("done_at", sentence).Select(m => (Match?)m).FirstOrDefault();
        for (var i = sentence.First + 1; i <= sentence.Last; i++)
        {
            if (!page.Tokens[i].IsProper || page.Tokens[i].Before > Gap.Space || !(Locates(page, i - 1) || (done is { } d && i >= d.First && i <= d.Last + 1 && page.Tokens[i - 1].Text == "at")) || page.Tokens[i - 1].IsProper) continue;
            if (Inside(institutions, i) || institutions.At(i) is not null || Inside(roles, i) || Seat(page, institutions, i) || page.At("month", i) is not null || page.At("field", i) is not null || page.Is(i, "given") || page.Is(i, "title") || page.Is(i, "domain") || page.Is(i, "continent") || !(done is not null || NearSigning(page, sentence, i))) continue;
            var last = i;
            while (last < sentence.Last && page.Tokens[last + 1].IsProper && page.Tokens[last + 1].Before <= Gap.Space) last++;
            return Span(page, i, last, 0, 0.65, "proper_name_in_signing_sentence");
        }
        foreach (var site in page.In("site", sentence))
        {
            var last = site.Last;
            if (institutions.At(last + 1) is { } seat && seat.First == last + 1 && page.Tokens[seat.First].Before < Gap.Comma) last = seat.Last;
            else while (last < sentence.Last && last - site.Last < 6 && page.Tokens[last + 1].Before < Gap.Comma && (page.Tokens[last + 1].Shape != Shape.Arabic ? page.Is(last + 1, "link") || page.Tokens[last + 1].IsProper || page.Is(last + 1, "domain") || page.At("inst", last + 1) is not null : (last == site.Last && (page.At("inst", last + 1) is not null || page.At("city", last + 1) is not null)) || (page.Tokens[last + 1].Text.StartsWith("ال", StringComparison.Ordinal) && page.At("weekday", last + 1) is null && page.At("role", last + 1) is null && !page.Is(last + 1, "stop")))) last++;
            if (last > site.Last) return Span(page, site.First, last, site.Skip, 0.7, "seat_in_signing_sentence");
        }
        return null;
    }

    /// <summary>"à la préfecture du Borgou", "at the county headquarters", "في السراي الحكومي": a building, with the words that belong to it.</summary>
    private static ReadSpan? Venue(Page page, Sentence sentence, Coverage institutions)
    {
        foreach (var venue in page.In("venue", sentence))
        {
            if (institutions.At(venue.First) is { Kind: not "state" } name && name.First < venue.First) continue;
            var arabic = page.Tokens[venue.First].Shape == Shape.Arabic;
            var first = venue.First;
            var hosts = page.Has("hosts", Math.Max(sentence.First, venue.First - 3), Math.Min(sentence.Last, venue.Last + 4));
            if (arabic && !hosts && !(page.Tokens[first].Text[0] == 'ب' && venue.Skip > 0) && !(first > sentence.First && page.Tokens[first - 1].Text is "في")) continue;
            if (!arabic && !hosts)
            {
                while (first > sentence.First && venue.First - first < 5 && !Locates(page, first - 1) && page.Tokens[first - 1].Text is not ("at" or "au" or "aux" or "dans") && page.Tokens[first].Before < Gap.Comma) first--;
                if (first == sentence.First || !(Locates(page, first - 1) || page.Tokens[first - 1].Text is "at" or "au" or "aux" or "dans") || page.At("sign.verb", first) is not null) continue;
            }
            var last = venue.Last;
            while (last < sentence.Last && last - venue.Last < 6 && page.Tokens[last + 1].Before < Gap.Comma && page.At("weekday", last + 1) is null && page.At("relative", last + 1) is null
                && (arabic ? (page.Tokens[last + 1].Text.StartsWith("ال", StringComparison.Ordinal) || page.At("city", last + 1) is not null || page.At("inst", last + 1) is not null) && !page.Is(last + 1, "stop") : page.Is(last + 1, "link") || page.Tokens[last + 1].IsProper || page.At("inst", last + 1) is not null || page.Tokens[last + 1].Text is "conference" or "conferences" or "congres")) last++;
            // "مقر دار ضيافة الجامعة": each word of the chain but the last lacks the article.
            if (arabic && last == venue.Last)
                for (var i = last + 1; i <= sentence.Last && i < venue.Last + 4 && page.Tokens[i].Before < Gap.Comma && !page.Is(i, "stop") && page.Tokens[i].Text[0] is not ('و' or 'ب'); i++)
                    if (page.Tokens[i].Text.StartsWith("ال", StringComparison.Ordinal)) { last = i; break; }
            while (last > venue.Last && page.Is(last, "link")) last--;
            if (arabic && page.At("city", last) is { Skip: > 0 } town) return Span(page, last, last, town.Skip, 0.7, "in_signing_sentence");
            if (!arabic && last == venue.Last && page.Tokens[venue.First].Text is "salle" or "siege" or "locaux" && Dateline(page) is not null) return null;
            return Span(page, first, last, arabic ? venue.Skip : 0, 0.6, "venue_in_signing_sentence");
        }
        return null;
    }

    /// <summary>The sentence begins with the town it is sent from.</summary>
    private static bool OpensDispatch(Page page, Sentence sentence) =>
        sentence.Index < 6 && page.At("city", sentence.First) is { } city && city.Last < sentence.Last && page.Between(city.Last + 1).ContainsAny(DatelineMarks);

    private static bool NearSigning(Page page, Sentence sentence, int token) =>
        Signing(page, sentence).Any(m => token - m.Last >= -9 && token - m.Last <= (m.Tag is "ceremony" or "sign.noun" ? 16 : 9));

    private static IEnumerable<Match> Signing(Page page, Sentence sentence) =>
        page.In("sign.verb", sentence).Concat(page.In("sign.passive", sentence)).Concat(page.In("sign.noun", sentence)).Concat(page.In("sign.participle", sentence)).Concat(page.In("ceremony", sentence)).Concat(page.In("done_at", sentence));

    /// <summary>"hospitals in Dubai": where they are, not where it was signed.</summary>
    private static bool Houses(Page page, int city) => city > 1 && page.Tokens[city - 1].Text is "in" or "a" or "at" && page.At("inst", city - 2) is not null && page.Tokens[city - 2].Shape == Shape.Lower;

    /// <summary>French "à", also decomposed (folded it looks like the English article), or "in".</summary>
    private static bool Locates(Page page, int token) =>
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

    /// <summary>"during his visit to Malta", "en mission en France": signed on a journey, where no town is told.</summary>
    private static ReadSpan? Visited(Page page, Sentence sentence, Coverage institutions)
    {
        foreach (var visit in page.In("journey", sentence))
            foreach (var land in page.In("country", visit.Last + 1, Math.Min(sentence.Last, visit.Last + 8)))
                if (institutions.At(land.First) is null or { Kind: "state" }) return Span(page, land.First, land.Last, land.Skip, 0.5, "country_of_visit");
        return null;
    }

    /// <summary>"Rabat – …", "DAKAR, 3 mars (APS) – …", a line with a town and nothing else before the text.</summary>
    private static ReadSpan? Dateline(Page page)
    {
        foreach (var sentence in page.Sentences.Take(6))
        {
            if ((page.At("city", sentence.First) ?? page.At("dateline", sentence.First)) is not { } city)
            {
                if (Unknown(page, sentence) is { } town) return town;
                continue;
            }
            var alone = sentence.Last <= city.Last;
            var after = city.Last + 1 < page.Tokens.Count ? page.Between(city.Last + 1) : default;
            if (alone || after.ContainsAny(DatelineMarks) || Dated(page, city.Last + 1)) return Span(page, city.First, city.Last, 0, 0.6, "dateline");
        }
        return null;
    }

    /// <summary>One or two names in front of a full day open a dispatch also where the gazetteer lacks the town.</summary>
    private static ReadSpan? Unknown(Page page, Sentence sentence)
    {
        for (var last = sentence.First; last <= sentence.First + 1 && last < sentence.Last; last++)
        {
            var token = page.Tokens[last];
            if (!(token.IsProper || token.Shape == Shape.Arabic) || (token.Shape == Shape.Caps && page.Text.AsSpan(token.End).StartsWith(")")) || page.At("inst", last) is not null || page.At("role", last) is not null || page.At("month", last) is not null || page.At("weekday", last) is not null || page.Is(last, "title") || page.Is(last, "det") || page.Is(last, "stop") || page.At("otherday", last) is not null) return null;
            if (last + 2 < page.Tokens.Count && (Dated(page, last + 1) || page.At("month", last + 1) is not null) && page.Has("month", last + 1, last + 4)) return Span(page, sentence.First, last, 0, 0.5, "dateline");
        }
        return null;
    }

    /// <summary>"الكويت في 3 نوفمبر": the town and the day of a dispatch.</summary>
    private static bool Dated(Page page, int next) =>
        next + 1 < page.Tokens.Count && (page.Tokens[next].Shape == Shape.Number || (page.Tokens[next].Text is "في" or "le" && page.Tokens[next + 1].Shape == Shape.Number));

    private static bool Inside(Coverage mentions, int token) => mentions.At(token) is { } mention && mention.Kind != "state";

    private static ReadSpan Span(Page page, int first, int last, int skip, double confidence, string reason)
    {
        var article = skip > 0 && page.Tokens[first].Shape == Shape.Arabic && page.Tokens[first].Text[Math.Max(0, skip - 2)..].StartsWith("ال", StringComparison.Ordinal) ? skip - 2 : skip;
        var (start, end) = page.Range(first, last, article);
        return new ReadSpan(page.Text[start..end], start, end, confidence, reason);
    }
}
