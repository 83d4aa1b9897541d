namespace Shiraka.Agreements.TextReading;

/// <summary>Says of every sentence whether it tells a signature, announces one, or recalls an old one, and of the text whether it is an agreement.</summary>
internal static class Events
{
    public static readonly string[] Signing = ["sign.verb", "sign.passive", "sign.participle", "sign.by", "sign.noun", "renewal"];

    /// <summary>No clause is longer.</summary>
    private const int Reach = 24;

    /// <summary>So far stands "before" from what it waits for.</summary>
    private const int Awaiting = 7;

    /// <summary>No list of decisions is longer.</summary>
    private const int LongestList = 12;

    /// <summary>A longer sentence says itself what is signed.</summary>
    private const int Exclaimed = 7;

    /// <summary>A pronoun takes up no agreement that stands further back.</summary>
    private const int Memory = 3;

    public static void Mark(Page page)
    {
        var told = false;
        var dates = DateMentions.Find(page).FindAll(d => d.Full);
        var year = OpeningYear(page, dates);
        foreach (var sentence in page.Sentences)
        {
            var marks = Signing.SelectMany(t => page.In(t, sentence)).Where(m => (m.Value != "bare" || m.First > sentence.First) && Acts.Told(page, sentence, m)).ToList();
            var joins = page.Has("joins", sentence);
            var named = SignedThings.Named(page, sentence.First, sentence.Last) || (joins && page.Has("cooperation", sentence)) || marks.Exists(m => m.Value == "own" || (page.Has("paper", sentence) && Finished(page, m)));
            var voted = Voted(page, sentence);
            var approved = (sentence.Lead <= 3 || Cabinet(page)) && !voted && Approved(page, sentence) && !page.Has("denied", sentence);
            var announced = page.In("future", sentence).Where(f => !Past(page, f) && !marks.Exists(s => s.First < f.First && s.Last >= f.First)).ToList();
            sentence.Announces = announced.Count > 0;
            if (page.Sentences[0] is { Title: true, NotYet: true }) named = SignedThings.Named(page, sentence.First, sentence.Last) || marks.Exists(m => m.Value == "own");
            var recalls = page.In("background", sentence).Where(m => !Colon(page, m) && !Until(page, m) && !Reported(page, sentence, m) && !Fresh(page, sentence, m)).ToList();
            var against = announced.Concat(Denials(page, sentence)).ToList();
            sentence.NotYet = against.Count > 0 && !approved && (marks.TrueForAll(s => against.Exists(m => Undone(page, s, m)) || recalls.Exists(r => Recalls(r, s))));
            var old = told && marks.Count > 0 && Older(page, sentence, year);
            sentence.Background = !approved && ((recalls.Count > 0 && marks.TrueForAll(s => recalls.Exists(r => Recalls(r, s)))) || old || (told && Continues(page, sentence)));
            sentence.Background |= voted || ((!marks.Exists(m => m.Value == "own") || page.All("treaty").Count > 1) && (page.Is(sentence.First, "preamble") || page.At("preamble.phrase", sentence.First) is not null)) || (!told && !sentence.Title && marks.Count > 0 && (Carried(page, sentence, marks) || page.Has("other_agreement", sentence)));
            sentence.Background |= marks.Count > 0 && marks.TrueForAll(m => OlderAgreements.Recalled(page, sentence, m, Participle(page, m), year));
            sentence.Signs = marks.Exists(m => m.Value is not ("stands" or "side")) && (named || told || (page.Sentences[0] is not { Title: true, NotYet: true } && marks.Exists(m => m.Tag is "sign.verb" or "sign.passive" or "sign.by") && TakenUp(page, sentence))) && marks.Count > 0 && !sentence.NotYet && !sentence.Background;
            told |= sentence.Signs && !sentence.Title;
            // "until December 2027" is no year of signing: only a full day is.
            if (sentence.Signs) year = Math.Max(year, dates.Where(d => d.First >= sentence.First && d.Last <= sentence.Last && !Other(page, sentence.First, d)).Select(d => d.Year).DefaultIfEmpty(0).Max());
        }
    }

    /// <summary>What a cabinet decides is told item by item: each stands as high as the first.</summary>
    public static bool Cabinet(Page page) => page.All("executive") is [{ } first, ..] && page.SentenceOf(first.First).Lead <= 2;

    /// <summary>"Cabinet approved the following: – the Agreement between …": an item of a list that is approved.</summary>
    private static bool Listed(Page page, Sentence sentence)
    {
        if (!Cabinet(page) || !page.In("instrument", sentence).Any(m => m.First <= sentence.First + 2)) return false;
        for (var i = sentence.Index - 1; i >= 0 && i >= sentence.Index - LongestList; i--)
            if (page.Text.AsSpan(page.Tokens[page.Sentences[i].Last].End).TrimStart() is [':', ..])
                return Enumerable.Range(page.Sentences[i].First, page.Sentences[i].Length).Any(t => page.Is(t, "approving"));
        return false;
    }

    /// <summary>A vote on an agreement, where nothing tells that it was concluded; a government approves what it has signed.</summary>
    public static bool Voted(Page page, Sentence sentence) => page.Has("approved", sentence) && (page.Has("assembly", sentence) || (page.Sentences[0].Title && page.Has("assembly", page.Sentences[0]) && !page.Has("executive", page.Sentences[0])))
        && !page.Has("headofstate", sentence) && !(page.Has("executive", sentence) && !page.Has("bill", sentence) && !page.Has("future", sentence) && (page.Has("sign.participle", sentence) || page.Has("sign.verb", sentence) || page.Has("sign.passive", sentence)));

    /// <summary>"signé en 2016" recalls only the verb it stands at; "rappelons que" recalls all that follows.</summary>
    private static bool Recalls(Match recall, Match sign) => Touches(sign, recall) || (recall.Value != "weak" && recall.First < sign.First);

    /// <summary>"told the House that the pact had been signed at noon": the past perfect of reported speech, where no year is told.</summary>
    private static bool Reported(Page page, Sentence sentence, Match recall)
    {
        if (!page.Is(recall.First, "pluperfect") || Years(page, sentence).Any()) return false;
        if (recall.First > sentence.First && page.Tokens[recall.First - 1].Text is "they" or "it" && page.Has("said", sentence.First, recall.First)) return true;
        for (var i = recall.First - 1; i > Math.Max(sentence.First, recall.First - Reach); i--)
            if (page.Tokens[i].Text is "that" or "que" or "qu" or "ان" or "بان") return page.Has("said", sentence.First, i);
        return false;
    }

    /// <summary>"بمقتضى اتفاقية وقعت، اليوم الخميس": what is carried out was signed these days.</summary>
    private static bool Fresh(Page page, Sentence sentence, Match recall) =>
        recall.Value == "carried" && Math.Min(sentence.Last, recall.Last + Memory) is var last && (page.Has("weekday", recall.Last, last) || page.Has("relative", recall.Last, last));

    /// <summary>"reconduite jusqu'en 2028" is dated by what comes, not by what was.</summary>
    private static bool Until(Page page, Match recall)
    {
        for (var i = recall.First + 1; recall.Value == "weak" && i < recall.Last; i++)
            if (page.Is(i, "untilword")) return true;
        return false;
    }

    /// <summary>A verb in the past perfect does not reach across a colon.</summary>
    private static bool Colon(Page page, Match recall)
    {
        for (var i = recall.First + 1; i <= recall.Last; i++)
            if (page.Between(i).Contains(':')) return true;
        return false;
    }

    /// <summary>An agreement is approved; where it is its signing that is approved, it is still to come.</summary>
    public static bool Approved(Page page, Sentence sentence) => ByBoard(page, sentence) || Listed(page, sentence) || page.In("approved", sentence).Any(a => !Awaited(page, sentence, a.First) && (Cabinet(page) || !ToBe(page, sentence, a.First)) && !page.Has("sign.noun", a.First, a.Last) && !page.Has("future", a.First, a.Last) && SignedThings.Named(page, a.First, a.Last));

    /// <summary>"le conseil d'administration … a approuvé, lors de sa session …, la convention": a board's verb reaches further.</summary>
    private static bool ByBoard(Page page, Sentence sentence)
    {
        if (!page.Has("board", sentence) && !page.Has("executive", sentence) && !Cabinet(page)) return false;
        for (var i = sentence.First + 1; i <= sentence.Last; i++)
            if (page.Is(i, "approving") && page.Tokens[i - 1].Text is "est" or "sont" or "ete" or "is" or "was" or "were" or "been" && !page.Has("future", sentence.First, i) && SignedThings.Named(page, Math.Max(sentence.First, i - Reach), i)) return true;
        for (var i = sentence.First; i < sentence.Last; i++)
            if (page.Is(i, "approving") && !page.Has("future", sentence.First, i) && !Awaited(page, sentence, i))
                return page.In("instrument", i + 1, Math.Min(sentence.Last, i + Reach)).FirstOrDefault() is { Entry: not null } told && SignedThings.Named(page, told.First, told.Last) && !page.Has("future", i, told.Last);
        return false;
    }

    /// <summary>"had to ratify the treaty", "Ratifying the treaty: what regulators think".</summary>
    private static bool ToBe(Page page, Sentence sentence, int approval) =>
        page.Tokens[approval].Text.EndsWith("ing", StringComparison.Ordinal) || (approval > sentence.First && page.Tokens[approval - 1].Text == "to");

    /// <summary>"before the board approves the agreement".</summary>
    private static bool Awaited(Page page, Sentence sentence, int approval)
    {
        for (var i = approval - 1; i >= sentence.First && i >= approval - Awaiting; i--)
            if (page.Is(i, "beforeword")) return true;
        return false;
    }

    /// <summary>"dans le cadre de la convention signée …": work under an agreement, not its signature.</summary>
    private static bool Carried(Page page, Sentence sentence, List<Match> marks) =>
        marks.TrueForAll(m => Participle(page, m) && page.In("setting", sentence).Any(s => s.Last < m.First && m.First - s.Last <= 10))
        || (marks.TrueForAll(m => Participle(page, m)) && (page.Has("assembly", sentence) || (page.Sentences[0].Title && page.Has("assembly", page.Sentences[0])) || (sentence.Index > 0 && page.Sentences[sentence.Index - 1] is { Background: true } before && page.Has("instrument", before))));

    /// <summary>"un accord signé", "an agreement signed", "Signed in 2020, the alliance": an attribute of the agreement, not what somebody does.</summary>
    public static bool Participle(Page page, Match sign) => sign.Value != "fresh" && (sign.Tag is "sign.participle" or "sign.by"
        || (sign.First > 0 && page.Tokens[sign.First - 1].Text is "that" or "which" or "qui" or "التي" or "الذي")
        || (sign.First > 1 && page.Tokens[sign.First - 2].Text is "that" or "which" && page.Tokens[sign.First - 1].Text is "was" or "were")
        || OlderAgreements.Relative(page, sign)
        || (sign.Tag == "sign.verb" && sign.First == sign.Last && sign.First + 1 < page.Tokens.Count && page.Between(sign.First).Contains(',') && page.Tokens[sign.First + 1].Text is "in" or "at" or "on" or "by")
        || (sign.Tag == "sign.verb" && sign.Value != "bare" && sign.First == sign.Last && (page.At("sign.participle", sign.First) is not null || page.In("instrument", Math.Max(0, sign.First - 6), sign.First).Any(i => i.Last == sign.First - 1))));

    /// <summary>"était attendu": what was to come has come.</summary>
    private static bool Past(Page page, Match future)
    {
        for (var i = future.First; i <= future.Last; i++)
            if (page.Tokens[i].Text is "etait" or "etaient") return true;
        return false;
    }

    /// <summary>The agreement stands in the sentences before or at the head of the next: "… sceller un partenariat. Les deux ont apposé leur signature".</summary>
    public static bool TakenUp(Page page, Sentence sentence)
    {
        for (var i = sentence.Index - 1; i >= 0 && i >= sentence.Index - Memory; i--)
            if (page.Has("instrument", page.Sentences[i])) return page.Sentences[i] is { NotYet: false } told && (!told.Background || page.Has("renews", sentence) || page.Has("relative", sentence));
        // "C'est signé !": what, the next sentence says.
        if (sentence.Length <= Exclaimed && sentence.Lead <= 2 && sentence.Index + 1 < page.Sentences.Count && SignedThings.Named(page, page.Sentences[sentence.Index + 1].First, page.Sentences[sentence.Index + 1].Last)) return true;
        return sentence.Index + 1 < page.Sentences.Count && page.Sentences[sentence.Index + 1] is var after && page.Has("instrument", after.First, Math.Min(after.Last, after.First + (page.Tokens[after.First].Shape == Shape.Arabic ? 1 : 2)));
    }

    /// <summary>The year of the latest day told in the first sentences: what was signed years before it is recalled.</summary>
    private static int OpeningYear(Page page, List<DateMention> dates) => dates
        .Where(d => page.SentenceOf(d.First) is { Lead: <= 2, Index: < 8 } s && !Other(page, s.First, d)).Select(d => d.Year).DefaultIfEmpty(0).Max();

    private static bool Other(Page page, int first, DateMention date) =>
        page.In("otherday", first, date.First).Any(m => page.Tokens[m.First].Text is not ("depuis" or "since" or "from"));

    private static bool Older(Page page, Sentence sentence, int year) => Years(page, sentence).DefaultIfEmpty(9999).Max() < year;

    private static IEnumerable<int> Years(Page page, Sentence sentence)
    {
        for (var i = sentence.First; i <= sentence.Last; i++)
            if (page.Tokens[i] is { Shape: Shape.Number, Text.Length: 4 } token && int.Parse(token.Text, System.Globalization.CultureInfo.InvariantCulture) is > 1950 and < 2100 and var year) yield return year;
    }

    /// <summary>After a recalled agreement, "les deux accords …", "le premier …" speak of it, not of the one the text is about.</summary>
    private static bool Continues(Page page, Sentence sentence)
    {
        if (sentence.Index == 0 || !page.Sentences[sentence.Index - 1].Background || !page.Has("instrument", sentence)) return false;
        return page.Has("anaphora", sentence) && page.In("anaphora", sentence).First().First <= sentence.First + 3;
    }

    /// <summary>A finished verb ("a été signée") is undone only by what speaks of that verb ("sera signée"), a noun ("la signature") by what stands near it.</summary>
    private static bool Undone(Page page, Match sign, Match other) => Finished(page, sign) ? Touches(sign, other) : Math.Abs(sign.First - other.First) <= 14 || Touches(sign, other);

    /// <summary>French writes "il signe" and "signé" alike without accents: such a word is no finished verb.</summary>
    public static bool Finished(Page page, Match sign) => sign.Tag is "sign.passive" || (sign.Tag is "sign.verb" && sign.Value != "bare" && page.At("sign.participle", sign.First) is null && !OlderAgreements.Relative(page, sign));

    private static bool Touches(Match sign, Match recall) => sign.First <= recall.Last && recall.First <= sign.Last;

    /// <summary>"l'encre n'est pas encore sèche" denies nothing.</summary>
    public static IEnumerable<Match> Denials(Page page, Sentence sentence) =>
        page.In("denied", sentence).Where(d => !page.In("sign.verb", Math.Max(sentence.First, d.First - Reach), sentence.Last).TakeWhile(m => m.First <= d.First).Any(m => m.Value == "own" && m.First <= d.First && m.Last >= d.Last));
}
