namespace Shiraka.Agreements.TextReading;

/// <summary>Buildings and journeys: where people met to sign, against where a body has its seat.</summary>
internal static class Venues
{
    /// <summary>No building has a longer name.</summary>
    private const int LongestName = 10;

    /// <summary>"the Royal Hospital in Muscat": where a body is; where it is told that they met at that body, it is the place.</summary>
    public static bool Seat(Page page, Coverage institutions, int city) =>
        city > 1 && page.Tokens[city - 1].Text is "in" or "في" && page.Tokens[city - 1].Before < Gap.Comma && institutions.EndingAt(city - 2) is { Kind: not ("state" or "ministry"), Generic: false } name && !Met(page, name.First);

    /// <summary>"at the university headquarters in Bausher": the building before its town, where it is set off by "at", "au", "في".</summary>
    public static int Building(Page page, Coverage institutions, int city)
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

    /// <summary>"hospitals in Dubai": where they are, not where it was signed.</summary>
    public static bool Houses(Page page, int city) => city > 1 && page.Tokens[city - 1].Text is "in" or "a" or "at" && page.At("inst", city - 2) is not null && page.Tokens[city - 2].Shape == Shape.Lower;

    /// <summary>"à la préfecture du Borgou", "at the county headquarters", "في السراي الحكومي": a building, with the words that belong to it.</summary>
    public static (ReadSpan Span, bool Named)? Venue(Page page, Sentence sentence, Coverage institutions)
    {
        foreach (var venue in page.In("venue", sentence))
        {
            if (institutions.At(venue.First) is { Kind: not "state" } name && name.First < venue.First) continue;
            var arabic = page.Tokens[venue.First].Shape == Shape.Arabic;
            var first = venue.First;
            var hosts = page.Has("hosts", Math.Max(sentence.First, venue.First - 3), Math.Min(sentence.Last, venue.Last + LongestName));
            if (arabic && !hosts && !(page.Tokens[first].Text[0] == 'ب' && venue.Skip > 0) && !(first > sentence.First && page.Tokens[first - 1].Text is "في")) continue;
            if (!arabic && !hosts)
            {
                while (first > sentence.First && venue.First - first < 5 && !Place.Locates(page, first - 1) && page.Tokens[first - 1].Text is not ("at" or "au" or "aux" or "dans") && page.Tokens[first].Before < Gap.Comma) first--;
                if (first == sentence.First || !(Place.Locates(page, first - 1) || page.Tokens[first - 1].Text is "at" or "au" or "aux" or "dans") || page.At("sign.verb", first) is not null) continue;
            }
            var last = venue.Last;
            while (last < sentence.Last && last - venue.Last < 6 && page.Tokens[last + 1].Before < Gap.Comma && page.At("weekday", last + 1) is null && page.At("relative", last + 1) is null
                && (arabic ? (page.Tokens[last + 1].Text.StartsWith("ال", StringComparison.Ordinal) || page.At("city", last + 1) is not null || page.At("inst", last + 1) is not null) && !page.Is(last + 1, "stop") : page.Is(last + 1, "link") || page.Tokens[last + 1].IsProper || page.At("inst", last + 1) is not null || page.Tokens[last + 1].Text is "conference" or "conferences" or "congres")) last++;
            // "مقر دار ضيافة الجامعة": each word of the chain but the last lacks the article.
            if (arabic && last == venue.Last)
                for (var i = last + 1; i <= sentence.Last && i < venue.Last + 4 && page.Tokens[i].Before < Gap.Comma && !page.Is(i, "stop") && page.Tokens[i].Text[0] is not ('و' or 'ب'); i++)
                    if (page.Tokens[i].Text.StartsWith("ال", StringComparison.Ordinal)) { last = i; break; }
            while (last > venue.Last && page.Is(last, "link")) last--;
            return Told(page, sentence, institutions, first, last, arabic ? venue.Skip : 0, "venue_in_signing_sentence");
        }
        return null;
    }

    /// <summary>"au siège du ministère", "بمقر الوزارة": whose house it is.</summary>
    public static (ReadSpan Span, bool Named)? Site(Page page, Sentence sentence, Coverage institutions, Coverage roles)
    {
        foreach (var site in page.In("site", sentence))
        {
            if (roles.At(site.First) is { } role && role.First < site.First) continue;
            var last = site.Last;
            if (institutions.At(last + 1) is { } seat && seat.First == last + 1 && page.Tokens[seat.First].Before < Gap.Comma) last = seat.Last;
            else while (last < sentence.Last && last - site.Last < 6 && page.Tokens[last + 1].Before < Gap.Comma && OfSite(page, site.Last, last)) last++;
            if (last > site.Last) return Told(page, sentence, institutions, site.First, last, site.Skip, "seat_in_signing_sentence");
        }
        return null;
    }

    /// <summary>"ce lundi au CHU de Fann", "on 8 May at Nakasero Blood Bank", "اليوم بجامعة باب الزوار": a body told as where they met, behind the day or the verb.</summary>
    public static ReadSpan? Body(Page page, Sentence sentence, Coverage institutions, Coverage roles)
    {
        for (var i = sentence.First + 1; i <= sentence.Last; i++)
        {
            if (institutions.StartingAt(i) is not { Kind: not "state" } body || roles.At(i) is not null) continue;
            var (first, at) = (i, i - 1);
            var arabic = page.Tokens[i].Shape == Shape.Arabic;
            if (arabic && Carries(page.Tokens[i], body.Skip)) { if (Seats.Free(page, at)) return Place.Span(page, i, body.Last, body.Skip, 0.6, "venue_in_signing_sentence"); continue; }
            while (!arabic && at > sentence.First && page.Is(at, "det") && !Meets(page, at)) (first, at) = (at, at - 1);
            if (at <= sentence.First || !Meets(page, at) || page.Tokens[at + 1].Before >= Gap.Comma || !Seats.Free(page, at - 1)) continue;
            return Place.Span(page, i, body.Last, 0, 0.6, "venue_in_signing_sentence");
        }
        return null;
    }

    /// <summary>"le 21 octobre, au poste frontière de Nemba": whatever is named in the place behind the day.</summary>
    public static ReadSpan? BehindDay(Page page, Sentence sentence, List<DateMention> dates)
    {
        foreach (var date in dates.Where(d => d.First >= sentence.First && d.Last + 2 < sentence.Last && Meets(page, d.Last + 1) && page.Tokens[d.Last + 1].Shape != Shape.Arabic))
        {
            var (first, last) = (date.Last + 2, date.Last + 2);
            if (page.Is(first, "det") && !page.Tokens[first].IsProper) last = ++first;
            while (last < sentence.Last && last - first < LongestName && page.Tokens[last + 1].Before < Gap.Comma && page.At("sign.participle", last + 1) is null && page.Tokens[last + 1].Text is not ("by" or "par" or "entre" or "between" or "with" or "avec")) last++;
            for (var i = first; i <= last; i++)
                if (page.Tokens[i].IsProper) return Place.Span(page, first, last, 0, 0.6, "venue_in_signing_sentence");
        }
        return null;
    }

    private static bool Meets(Page page, int token) => page.Tokens[token].Text is "at" or "au" or "في" || (page.Tokens[token].Text == "a" && Place.Locates(page, token));

    private static bool OfSite(Page page, int site, int last)
    {
        var next = page.Tokens[last + 1];
        if (next.Shape != Shape.Arabic) return page.Is(last + 1, "link") || next.IsProper || page.Is(last + 1, "domain") || page.At("inst", last + 1) is not null;
        return (last == site && (page.At("inst", last + 1) is not null || page.At("city", last + 1) is not null))
            || (next.Text.StartsWith("ال", StringComparison.Ordinal) && page.At("weekday", last + 1) is null && page.At("role", last + 1) is null && !page.Is(last + 1, "stop"));
    }

    /// <summary>A building with the town that follows it; Arabic writes "in" to the front of the town, which then is told alone.</summary>
    private static (ReadSpan Span, bool Named) Told(Page page, Sentence sentence, Coverage institutions, int first, int last, int skip, string reason)
    {
        for (var i = first; i <= Math.Min(last + 1, sentence.Last); i++)
            if (page.Tokens[i].Before < Gap.Comma && page.At("city", i) is { } town && Carries(page.Tokens[i], town.Skip)) return (Place.Span(page, i, town.Last, town.Skip, 0.75, "in_signing_sentence"), true);
        if (last + 2 <= sentence.Last && page.Tokens[last + 2].Before < Gap.Comma && (Place.Locates(page, last + 1) || page.Tokens[last + 1].Text is "في") && page.Tokens[last + 1].Before < Gap.Comma && page.At("city", last + 2) is { } city) last = city.Last;
        // "the Ministry's headquarters in Kacyiru": a place the gazetteer lacks.
        else if (last + 2 <= sentence.Last && page.Tokens[last + 1].Before < Gap.Comma && page.Tokens[last + 2].Before < Gap.Comma && Place.Locates(page, last + 1) && page.Tokens[last + 2].IsProper && institutions.At(last + 2) is null && page.At("month", last + 2) is null && page.At("weekday", last + 2) is null && page.At("country", last + 2) is null) last += 2;
        var named = false;
        for (var i = first; i <= last && !named; i++) named = page.At("city", i) is not null || institutions.At(i) is { Generic: false, Kind: not "state" } || (i > first && page.Tokens[i].IsProper);
        return (Place.Span(page, first, last, skip, 0.65, reason), named);
    }

    /// <summary>"بالرباط", "وبوهران": the preposition is written to the town.</summary>
    public static bool Carries(Token town, int skip) => town.Shape == Shape.Arabic && skip > 0 && (town.Text[0] == 'ب' || (skip > 1 && town.Text[1] == 'ب'));

    /// <summary>"during his visit to Malta", "en mission en France": signed on a journey, where no town is told.</summary>
    public static ReadSpan? Visited(Page page, Sentence sentence, Coverage institutions)
    {
        foreach (var visit in page.In("journey", sentence))
            foreach (var land in page.In("city", visit.Last + 1, Math.Min(sentence.Last, visit.Last + 8)).Concat(page.In("country", visit.Last + 1, Math.Min(sentence.Last, visit.Last + 8))))
                if (institutions.At(land.First) is null or { Kind: "state" }) return Place.Span(page, land.First, land.Last, land.Skip, 0.5, "country_of_visit");
        return null;
    }
}
