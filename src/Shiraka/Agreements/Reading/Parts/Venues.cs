namespace Shiraka.Agreements.TextReading;

/// <summary>Buildings and journeys: where people met to sign, against where a body has its seat.</summary>
internal static class Venues
{
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
    public static ReadSpan? Venue(Page page, Sentence sentence, Coverage institutions)
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
            if (arabic && page.At("city", last) is { Skip: > 0 } town) return Place.Span(page, last, last, town.Skip, 0.7, "in_signing_sentence");
            if (!arabic && last == venue.Last && page.Tokens[venue.First].Text is "salle" or "siege" or "locaux" && Dateline.Of(page) is not null) return null;
            return Place.Span(page, first, last, arabic ? venue.Skip : 0, 0.6, "venue_in_signing_sentence");
        }
        return null;
    }

    /// <summary>"during his visit to Malta", "en mission en France": signed on a journey, where no town is told.</summary>
    public static ReadSpan? Visited(Page page, Sentence sentence, Coverage institutions)
    {
        foreach (var visit in page.In("journey", sentence))
            foreach (var land in page.In("city", visit.Last + 1, Math.Min(sentence.Last, visit.Last + 8)).Concat(page.In("country", visit.Last + 1, Math.Min(sentence.Last, visit.Last + 8))))
                if (institutions.At(land.First) is null or { Kind: "state" }) return Place.Span(page, land.First, land.Last, land.Skip, 0.5, "country_of_visit");
        return null;
    }
}
