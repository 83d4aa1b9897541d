namespace Shiraka.Agreements.TextReading;

/// <summary>Towns that say where a body is, or where something else was signed, and not where this was signed.</summary>
internal static class Seats
{
    /// <summary>A name hardly has more words behind its head.</summary>
    private const int LongestName = 9;

    /// <summary>So far stands a day from the town it was signed in.</summary>
    private const int Dated = 5;

    /// <summary>So far stands "will be" before the town of what is to come.</summary>
    private const int Coming = 8;

    /// <summary>So far reaches a past perfect.</summary>
    private const int Told = 12;

    /// <summary>"the Women's Hospital in Kampala", "l'hôpital Hôtel-Dieu, à Tripoli,", "المؤسسة الاستشفائية كناستيل بوهران": the town goes on with the name before it.</summary>
    public static bool Is(Page page, Sentence sentence, Coverage institutions, Match city)
    {
        var arabic = page.Tokens[city.First].Shape == Shape.Arabic;
        var before = Venues.Carries(page.Tokens[city.First], city.Skip) ? city.First - 1 : city.First - 2;
        if (before < sentence.First) return false;
        if (page.Is(before, "area") || (before > sentence.First && page.Is(before - 1, "area")) || page.Is(city.First - 1, "area")) return true;
        if (Free(page, before)) return false;
        if (page.Between(before + 1).IndexOfAny(Quotes) >= 0 && page.Tokens[before].Shape == Shape.Arabic) return true;
        if (Broken(page, before + 1))
            return !arabic && Named(page, institutions, before) && city.Last < sentence.Last && page.Tokens[city.Last + 1].Before >= Gap.Comma;
        if (page.Tokens[before].Shape is Shape.Lower && institutions.At(before) is null) return false;
        for (var i = before; i >= Math.Max(sentence.First, before - LongestName); i--)
        {
            if (Free(page, i)) return false;
            if (page.At("venue", i) is not null || page.At("site", i) is not null) return false;
            if (page.At("inst", i) is not null || institutions.At(i) is { Kind: not "state" }) return true;
            if (Broken(page, i)) return false;
        }
        return false;
    }

    /// <summary>"signed in Rabat in 1999", "conclue le 3 juin 2021 à Saint-Denis", "will be signed in Riyadh": the town of another day.</summary>
    public static bool OfOtherDay(Page page, Sentence sentence, List<DateMention> dates, DateOnly? day, Match city)
    {
        var (first, last) = (Math.Max(sentence.First, city.First - Dated), Math.Min(sentence.Last, city.Last + Dated));
        foreach (var date in dates)
            if (date.First >= first && date.Last <= last && date.Full && (day is { } own ? date.Value != own : SigningDate.OfOlder(page, sentence, date)) && !Parted(page, date, city)) return true;
        for (var i = city.Last + 1; i <= Math.Min(sentence.Last, city.Last + 2); i++)
            if (page.Tokens[i] is { Shape: Shape.Number, Text.Length: 4 } year && page.Is(i - 1, "inyear") && day is { } known && year.Text != known.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)) return true;
        if (page.In("background", Math.Max(sentence.First, city.First - Told), city.First).Any(b => page.Is(b.First, "pluperfect"))) return true;
        var sign = Events.Signing.SelectMany(tag => page.In(tag, sentence.First, city.First)).OrderByDescending(m => m.Last).FirstOrDefault();
        return page.In("future", Math.Max(sentence.First, city.First - Coming), city.First).Any(f => f.Last < city.First && (sign.Entry is null || f.Last >= sign.First));
    }

    private static readonly System.Buffers.SearchValues<char> Quotes = System.Buffers.SearchValues.Create("\"«»“”");

    /// <summary>Quotation marks around a name part nothing.</summary>
    private static bool Broken(Page page, int token) => page.Tokens[token].Before >= Gap.Comma && page.Between(token).IndexOfAny(Quotes) < 0;

    private static bool Named(Page page, Coverage institutions, int token) => institutions.At(token) is { Kind: not "state" } || page.Tokens[token].IsProper;

    /// <summary>A verb, a day or a ceremony parts the town from any name before it.</summary>
    public static bool Free(Page page, int token) =>
        page.At("month", token) is not null || page.At("weekday", token) is not null || page.At("relative", token) is not null || page.Tokens[token].Shape == Shape.Number
        || page.At("ceremony", token) is not null || page.At("sign.participle", token) is not null || page.At("sign.verb", token) is not null || page.At("sign.noun", token) is not null || page.At("instrument", token) is not null;

    private static bool Parted(Page page, DateMention date, Match city)
    {
        for (var i = Math.Min(date.First, city.First) + 1; i <= Math.Max(date.First, city.First); i++)
            if (page.Tokens[i].Before >= Gap.Comma) return true;
        return false;
    }
}
