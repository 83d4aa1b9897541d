namespace Shiraka.Agreements.TextReading;

/// <summary>The day of signing: told beside the signing verb, or relative to a day the text gives; never the day of publication alone.</summary>
internal static class SigningDate
{
    private const int FirstLines = 10;
    private const int LongestHeadLine = 8;
    private const int LongestFootLine = 14;
    private const int Opening = 60;
    private const int LongAgo = 200;
    private const double Faded = 0.2;

    /// <summary>So far stands "published on" from its day.</summary>
    private const int Label = 4;

    /// <summary>Of two signatures on two days the later concludes.</summary>
    private const double Later = 1e-7;

    /// <summary>So far stands the day of an agreement from its name.</summary>
    private const int Named = 12;

    /// <param name="within">The sentences that may tell the day, where the text tells several agreements.</param>
    public static ReadDate? Find(Page page, List<DateMention> dates, bool treaty, (int First, int Last)? within = null)
    {
        var reference = Reference(page, dates);
        var told = within is { } range ? dates.FindAll(d => page.SentenceOf(d.First).Index >= range.First && page.SentenceOf(d.First).Index <= range.Last) : dates;
        var best = told.Select(d => (Date: d, Score: Score(page, d, treaty))).Where(d => d.Score > 0).ToList();
        // News tells a signing of these days; a day long before another one is that of what is renewed or recalled.
        if (!treaty && best.Select(d => d.Date.Value).Append(reference).Max() is { } now) best = best.ConvertAll(d => d.Date.Value < now.AddDays(-LongAgo) ? (d.Date, d.Score * Faded) : d);
        best.Sort((a, b) => b.Score.CompareTo(a.Score));
        foreach (var (date, score) in best)
            if ((date.AfterLast is { } after ? dates.FindLast(d => d.First < date.First && d.Value is not null)?.Value?.AddDays(after) : Resolve(page, date, reference, dates)) is { } value) return new ReadDate(value, Span(page, date, value, score));
        return null;
    }

    /// <summary>The first full date the calendar does not have ("31 février 2024").</summary>
    public static ReadSpan? NoSuchDay(Page page, List<DateMention> dates)
    {
        if (dates.Find(d => d is { Full: true, Value: null }) is not { } told) return null;
        var (start, end) = page.Range(told.First, told.Last);
        return new ReadSpan(page.Text[start..end], start, end, 0, "no_such_day");
    }

    /// <summary>The day the text was written: of its dateline or head, else of a short line at its end, else the first full day in its opening.</summary>
    private static DateOnly? Reference(Page page, List<DateMention> dates)
    {
        var opening = page.Sentences.Count > 3 ? page.Sentences[3].Last : page.Tokens.Count;
        var full = dates.FindAll(d => d.Full);
        full.RemoveAll(d => Enumerable.Range(Math.Max(0, d.First - Label), Math.Min(Label, d.First)).Any(i => page.Tokens[i].Text is "jusqu" or "jusque" or "until" or "till" or "حتي" or "لغايه" or "غايه"));
        return (full.Find(d => page.In("published", Math.Max(0, d.First - Label), d.First - 1).Any())
            ?? full.Find(d => page.SentenceOf(d.First) is var s && s.Index < FirstLines && (s.Length <= LongestFootLine || (s.Index < FirstLines / 2 && Dateline(page, s, d))))
            ?? full.Find(d => d.First <= opening)
            ?? full.Find(d => page.SentenceOf(d.First) is var s && (s.Length <= LongestHeadLine || (s.Index >= page.Sentences.Count - 2 && s.Length <= LongestFootLine)))
            ?? full.Find(d => d.First <= Opening))?.Value;
    }

    private static double Score(Page page, DateMention date, bool treaty)
    {
        var sentence = page.SentenceOf(date.First);
        if (sentence.Background || Dateline(page, sentence, date)) return 0;
        var done = page.Has("done_at", Math.Max(sentence.First, date.First - 12), date.Last);
        if (page.Has("otherday", Math.Max(sentence.First, date.First - 6), date.Last) || OfOlder(page, sentence, date) || Quoted(page, date) || Reported(page, sentence, date)) return 0;
        // "décret … portant ratification du mémorandum …, signé à Lusaka, le 18 octobre 2023": the paper that publishes it tells its day.
        if (page.Has("promulgates", sentence.First, date.First) && page.In("sign.participle", Math.Max(sentence.First, date.First - Named), date.First).Any()) return 1.7;
        if (!treaty && !sentence.Signs && (Events.Cabinet(page) || (!page.Sentences.Exists(s => s.Signs) && page.Sentences.Exists(s => Events.Approved(page, s)))) && !Marks(page, sentence).Any(m => m.First < date.First && date.First - m.Last <= Named) && !(done && !page.In("done_at", sentence).Any(m => m.First == sentence.First))) return 0;
        if (page.In("done_day", Math.Max(sentence.First, date.First - 6), Math.Min(sentence.Last, date.Last + 16)).Any(m => m.First <= date.First && m.Last >= date.Last)) return 1.4;
        if (done && !sentence.Signs) return treaty ? 1.5 : 0.55;
        if (treaty && (Heads(page, sentence, date) || DoneAt.IsLine(page, date))) return 0.9 + (date.First * Later);
        if (!sentence.Signs) return treaty || sentence.Title || !(Scene(page, sentence) || Heading(page, sentence)) ? 0 : 0.3 - (sentence.Index * 0.005);
        var distance = Marks(page, sentence).Select(m => Math.Min(Math.Abs(date.First - m.Last), Math.Abs(m.First - date.Last))).DefaultIfEmpty(99).Min();
        var kind = date.Full ? 1.0 : date.Day > 0 ? 0.9 : (date.Relative ?? date.AfterLast) is not null ? 0.7 : 0.6;
        var near = distance <= 3 ? 0.3 : distance <= 12 ? 0.2 : distance <= 30 ? 0.1 : 0;
        return kind + near - (sentence.Index * 0.02);
    }

    /// <summary>'the date "31 December 2022" is replaced': words of the text that is amended.</summary>
    private static bool Quoted(Page page, DateMention date) => date.First > 0 && date.Last + 1 < page.Tokens.Count
        && page.Between(date.First).IndexOfAny("\"“«„") >= 0 && page.Between(date.Last + 1).IndexOfAny("\"”»“") >= 0;

    /// <summary>"… ont signé un accord, a-t-on appris mardi": the day it was told.</summary>
    private static bool Reported(Page page, Sentence sentence, DateMention date)
    {
        for (var i = date.First - 1; i > sentence.First && i >= date.First - 3; i--)
            if (page.Is(i, "learned")) return true;
        return false;
    }

    /// <summary>"l'avenant à la convention du 17 avril 2015", "the accord they had signed on …": the day of the agreement that is renewed, amended or carried out.</summary>
    public static bool OfOlder(Page page, Sentence sentence, DateMention date)
    {
        if (!date.Full) return false;
        var first = Math.Max(sentence.First, date.First - Named);
        if (page.In("background", first, date.First).Any(b => page.Is(b.First, "pluperfect"))) return true;
        if (page.In("instrument", first, date.First - 1).LastOrDefault() is not { Entry: not null } agreement || !Attached(page, agreement.Last + 1, date.First)) return false;
        return page.Has("renewal", sentence.First, date.First) || page.Has("amendment", sentence.First, date.First) || page.In("carrier", sentence.First, agreement.First).Any(c => c.Last >= agreement.First - 2)
            || page.In("instrument", sentence.First, agreement.First - 1).Any(other => other.Last < agreement.First - (other.Value == "amendment" ? 0 : 1) && agreement.First - other.Last <= Named && !page.Has("sign.passive", other.Last, agreement.First));
    }

    /// <summary>"the accord of 19 May", "l'accord conclu … le 9 mai", "المؤرخة في": the day belongs to the noun, not to the verb before it.</summary>
    private static bool Attached(Page page, int first, int last)
    {
        var told = page.Tokens[last - 1].Text is "of" or "du" or "de" or "d" or "dated";
        for (var i = first; i < last; i++)
        {
            if (page.Tokens[i].Before >= Gap.Comma || page.At("sign.passive", i) is not null) return false;
            told |= page.At("sign.participle", i) is not null || page.Is(i, "signedpp") || page.Is(i, "ofday");
        }
        return told;
    }

    /// <summary>What tells of the ceremony, or stands right beside the sentence that tells the signature.</summary>
    private static bool Scene(Page page, Sentence sentence)
    {
        if ((sentence.NotYet && !(page.Has("sign.noun", sentence) && sentence.Index + 1 < page.Sentences.Count && page.Sentences[sentence.Index + 1].Signs)) || page.Has("done", sentence)) return false;
        if (page.Has("ceremony", sentence)) return true;
        return (sentence.Index + 1 < page.Sentences.Count && page.Sentences[sentence.Index + 1] is { Signs: true, Title: false }) || (sentence.Index > 0 && page.Sentences[sentence.Index - 1] is { Signs: true, Title: false });
    }

    /// <summary>"Mercredi 16 octobre 2024." above what happened on it.</summary>
    private static bool Heading(Page page, Sentence sentence) =>
        sentence.Length <= LongestHeadLine && page.Has("weekday", sentence) && page.Sentences.Exists(s => s.Index > sentence.Index && s.Index <= sentence.Index + 3 && s is { Signs: true, Title: false }) && page.All("diary").Count > 0;

    /// <summary>"Du 13 février 1986", "Rome, 11 September 2001", "L'an deux mille vingt-cinq et le quatorze du mois de février": a line of its own among the first of a full text.</summary>
    private static bool Heads(Page page, Sentence sentence, DateMention date) =>
        date.Full && sentence.Index < FirstLines && sentence.Length > 2 && page.Tokens[sentence.First].Text == "l" && page.Tokens[sentence.First + 1].Text == "an"
        || date.Full && sentence.Index < FirstLines && sentence.Length <= LongestHeadLine && date.First - sentence.First <= 2
        && (page.Tokens[sentence.First].Text == "du" || page.At("city", sentence.First) is not null);

    /// <summary>"Rabat, 22/09/2021 – …": the day of the dispatch, set off from what it tells.</summary>
    private static bool Dateline(Page page, Sentence sentence, DateMention date)
    {
        if (sentence.Index < 3 && date.First - sentence.First == 1 && page.Tokens[sentence.First].Text == "date") return true;
        if (date.First - sentence.First > 8 || date.Last >= sentence.Last) return false;
        // A page that opens with its day in digits tells when it was put there.
        if (sentence.Index == 0 && date.Full && date.First <= 1 && page.Tokens[date.First].Shape == Shape.Number && page.Tokens[date.First + 1].Shape == Shape.Number) return true;
        var after = page.Between(date.Last + 1).TrimStart();
        if (sentence.Index < FirstLines && page.At("city", sentence.First) is not null && Wired(page, sentence, date.Last)) return true;
        if (after.Length > 0 && after[0] is '-' or '–' or '—' or '(' or '/' && page.At("city", sentence.First) is { } city && date.First - city.Last < 3) return true;
        return after.Length > 0 && after[0] is '-' or '–' or '—' or '(' or '|' or ':' or '/' && !page.Is(Math.Max(sentence.First, date.First - 1), "det");
    }

    /// <summary>"Tamale (N/R), May 14, 2024, GNA – …": the agency stands between the day and the dash.</summary>
    private static bool Wired(Page page, Sentence sentence, int last)
    {
        for (var i = last + 1; i <= Math.Min(sentence.Last, last + 3); i++)
        {
            if (i > last + 1 && page.Between(i).IndexOfAny('–', '—', '-') >= 0 && page.Between(i).Contains(' ')) return true;
            if (page.Tokens[i].Shape == Shape.Lower) return false;
        }
        return false;
    }

    private static IEnumerable<Match> Marks(Page page, Sentence sentence) =>
        page.In("sign.verb", sentence).Concat(page.In("sign.passive", sentence)).Concat(page.In("sign.participle", sentence)).Concat(page.In("sign.noun", sentence)).Concat(page.In("sign.by", sentence));

    private static DateOnly? Resolve(Page page, DateMention date, DateOnly? reference, List<DateMention> dates)
    {
        if (date.Value is { } full) return full;
        if (date.Month > 0 && date.Day > 0)
        {
            var year = dates.Find(d => d.Full && d.First > date.Last && d.First - date.Last <= 3)?.Year ?? reference?.Year ?? dates.Find(d => d.Year > 0)?.Year ?? HeadYear(page);
            if (year is not { } y || date.Day > DateTime.DaysInMonth(y, date.Month)) return null;
            var told = new DateOnly(y, date.Month, date.Day);
            return reference is { } r && told > r.AddDays(15) ? told.AddYears(-1) : told;
        }
        if (reference is not { } written) return null;
        var named = date.Relative is null ? date : dates.Find(d => d is { Weekday: not null, Day: 0 } && d.First >= date.First - 1 && d.First <= date.Last + 1);
        if (date.Relative is { } days && (named is null || days != 0)) return written.AddDays(days);
        if (named?.Weekday is not { } weekday) return null;
        return written.AddDays(-((7 + (int)written.DayOfWeek - (int)weekday) % 7));
    }

    /// <summary>"Bulletin de liaison – été 2024", "News | 2024 | November": the year of the issue, where no day of it is told.</summary>
    private static int? HeadYear(Page page)
    {
        foreach (var line in page.Sentences.Take(FirstLines / 2).Where(s => s is { Signs: false, Length: <= LongestFootLine }))
            for (var i = line.First; i <= line.Last; i++)
                if (page.Tokens[i] is { Shape: Shape.Number, Text: ['2', '0', _, _] } && int.TryParse(page.Tokens[i].Text, System.Globalization.CultureInfo.InvariantCulture, out var year)) return year;
        return null;
    }

    private static ReadSpan Span(Page page, DateMention date, DateOnly value, double score)
    {
        var (start, end) = page.Range(date.First, date.Last);
        var (confidence, reason) = date switch
        {
            { Full: true, Weekday: { } day } => value.DayOfWeek == day ? (0.99, "weekday_matches") : (0.55, "weekday_differs"),
            { Full: true } => (Math.Min(0.95, 0.7 + (score / 6)), "full_date"),
            { Day: > 0 } => (0.75, "year_from_text"),
            { Relative: not null } or { AfterLast: not null } => (0.7, "relative_to_dateline"),
            _ => (0.6, "weekday_before_dateline"),
        };
        return new ReadSpan(page.Text[start..end], start, end, confidence, reason);
    }
}
