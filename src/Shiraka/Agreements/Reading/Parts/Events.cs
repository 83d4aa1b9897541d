namespace Shiraka.Agreements.TextReading;

/// <summary>Says of every sentence whether it tells a signature, announces one, or recalls an old one, and of the text whether it is an agreement.</summary>
internal static class Events
{
    private static readonly string[] Signing = ["sign.verb", "sign.passive", "sign.participle", "sign.by", "sign.noun", "renewal"];

    /// <summary>As much as makes a text an agreement where nothing speaks against it.</summary>
    private const double NewsWeight = 1.5;

    public static void Mark(Page page)
    {
        var told = false;
        var year = OpeningYear(page);
        foreach (var sentence in page.Sentences)
        {
            var marks = Signing.SelectMany(t => page.In(t, sentence)).Where(m => m.Value != "bare" || m.First > sentence.First).ToList();
            var joins = page.Has("joins", sentence);
            var named = page.Has("instrument", sentence) || (joins && page.Has("cooperation", sentence));
            var voted = Voted(page, sentence);
            var approved = sentence.Lead <= 3 && !voted && Approved(page, sentence) && !page.Has("denied", sentence);
            var announced = page.In("future", sentence).Where(f => !Past(page, f) && !marks.Exists(s => s.First < f.First && s.Last >= f.First)).ToList();
            sentence.Announces = announced.Count > 0;
            var recalls = page.In("background", sentence).ToList();
            var against = announced.Concat(page.In("denied", sentence)).ToList();
            sentence.NotYet = against.Count > 0 && !approved && (marks.TrueForAll(s => against.Exists(m => Undone(page, s, m)) || recalls.Exists(r => Recalls(r, s))));
            var old = told && marks.Count > 0 && Older(page, sentence, year);
            sentence.Background = !approved && ((recalls.Count > 0 && marks.TrueForAll(s => recalls.Exists(r => Recalls(r, s)))) || old || (told && Continues(page, sentence)));
            sentence.Background |= voted || page.Is(sentence.First, "preamble") || page.At("preamble.phrase", sentence.First) is not null || (!told && !sentence.Title && marks.Count > 0 && (Carried(page, sentence, marks) || page.Has("other_agreement", sentence)));
            sentence.Signs = marks.Exists(m => m.Value is not ("stands" or "side")) && (named || told || (marks.Exists(m => m.Tag is "sign.verb" or "sign.passive" or "sign.by") && TakenUp(page, sentence))) && marks.Count > 0 && !sentence.NotYet && !sentence.Background;
            told |= sentence.Signs && !sentence.Title;
            if (sentence.Signs) year = Math.Max(year, Years(page, sentence).DefaultIfEmpty(0).Max());
        }
    }

    /// <summary>A vote on an agreement, where nothing tells that it was concluded; a government approves what it has signed.</summary>
    private static bool Voted(Page page, Sentence sentence) => page.Has("approved", sentence) && page.Has("assembly", sentence)
        && !(page.Has("executive", sentence) && !page.Has("bill", sentence) && !page.Has("future", sentence) && (page.Has("sign.participle", sentence) || page.Has("sign.verb", sentence) || page.Has("sign.passive", sentence)));

    /// <summary>"signé en 2016" recalls only the verb it stands at; "rappelons que" recalls all that follows.</summary>
    private static bool Recalls(Match recall, Match sign) => Touches(sign, recall) || (recall.Value != "weak" && recall.First < sign.First);

    /// <summary>An agreement is approved; where it is its signing that is approved, it is still to come.</summary>
    private static bool Approved(Page page, Sentence sentence) => page.In("approved", sentence).Any(a => !page.Has("sign.noun", a.First, a.Last));

    /// <summary>"dans le cadre de la convention signée …": work under an agreement, not its signature.</summary>
    private static bool Carried(Page page, Sentence sentence, List<Match> marks) =>
        marks.TrueForAll(m => Participle(page, m) && page.In("setting", sentence).Any(s => s.Last < m.First && m.First - s.Last <= 10))
        || (marks.TrueForAll(m => Participle(page, m)) && (page.Has("assembly", sentence) || (sentence.Index > 0 && page.Sentences[sentence.Index - 1] is { Background: true } before && page.Has("instrument", before))));

    /// <summary>"un accord signé", "an agreement signed", "Signed in 2020, the alliance": an attribute of the agreement, not what somebody does.</summary>
    private static bool Participle(Page page, Match sign) => sign.Tag is "sign.participle" or "sign.by"
        || (sign.First > 0 && page.Tokens[sign.First - 1].Text is "that" or "which" or "qui" or "التي" or "الذي")
        || (sign.First > 1 && page.Tokens[sign.First - 2].Text is "that" or "which" && page.Tokens[sign.First - 1].Text is "was" or "were")
        || (sign.Tag == "sign.verb" && sign.Value != "bare" && sign.First == sign.Last && (page.At("sign.participle", sign.First) is not null || page.In("instrument", Math.Max(0, sign.First - 6), sign.First).Any(i => i.Last == sign.First - 1)));

    /// <summary>"était attendu": what was to come has come.</summary>
    private static bool Past(Page page, Match future)
    {
        for (var i = future.First; i <= future.Last; i++)
            if (page.Tokens[i].Text is "etait" or "etaient") return true;
        return false;
    }

    /// <summary>The agreement stands in the sentence before: "… sceller un partenariat. Les deux ont apposé leur signature".</summary>
    private static bool TakenUp(Page page, Sentence sentence) =>
        sentence.Index > 0 && page.Sentences[sentence.Index - 1] is { Background: false, NotYet: false } before && page.Has("instrument", before);

    /// <summary>The year of the latest day told in the first sentences: what was signed years before it is recalled.</summary>
    private static int OpeningYear(Page page) => DateMentions.Find(page)
        .Where(d => d.Full && page.SentenceOf(d.First) is { Lead: <= 2, Index: < 8 } s && !page.In("otherday", s.First, d.First).Any(m => page.Tokens[m.First].Text is not ("depuis" or "since" or "from"))).Select(d => d.Year).DefaultIfEmpty(0).Max();

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
    private static bool Undone(Page page, Match sign, Match other) => Finished(page, sign) ? Touches(sign, other) : Math.Abs(sign.First - other.First) <= 14;

    /// <summary>French writes "il signe" and "signé" alike without accents: such a word is no finished verb.</summary>
    private static bool Finished(Page page, Match sign) => sign.Tag is "sign.passive" || (sign.Tag is "sign.verb" && sign.Value != "bare" && page.At("sign.participle", sign.First) is null);

    /// <summary>Its verb tells that it is done, or its ceremony is told: what is hoped for around it is about what comes after.</summary>
    private static bool Done(Page page, Sentence sentence, bool voted) => sentence is { Signs: true, Lead: <= 3 }
        && (page.Has("sign.passive", sentence) || (!voted && (page.In("sign.verb", sentence).Any(m => m.Value != "bare") || page.Has("ceremony", sentence))));

    private static bool Touches(Match sign, Match recall) => sign.First <= recall.Last && recall.First <= sign.Last;

    /// <summary>A signing told with its verb, its agreement and its day or ceremony is news wherever it stands.</summary>
    private static bool News(Page page, Sentence sentence) =>
        page.Has("instrument", sentence) && (page.Has("sign.verb", sentence) || page.Has("sign.passive", sentence)) && (page.Has("ceremony", sentence) || page.Has("weekday", sentence) || page.Has("relative", sentence));

    /// <summary>Whether the text is or reports an agreement, how sure that is, and the code of the reason.</summary>
    public static (bool Is, double Confidence, string Reason) Judge(Page page)
    {
        var treaty = page.All("treaty").Count;
        if (treaty > 0 && Blanks.IsModel(page)) return (false, 0.8, "draft_text");
        if (treaty >= 2 && (treaty >= 4 || page.All("instrument").Count >= 1) && page.All("future").Count < treaty + 3 && page.Sentences.Count > 4)
            return page.Sentences[0].Announces ? (false, 0.7, "draft_text") : (true, 0.95, "treaty_text");
        double score = page.Sentences.Count > 0 && page.Has("genre", page.Sentences[0]) ? -2 : 0;
        var voted = page.Sentences.Exists(sentence => sentence.Lead <= 3 && Voted(page, sentence));
        var done = page.Sentences.Exists(sentence => Done(page, sentence, voted));
        var against = done ? 0.25 : 1.0;
        foreach (var sentence in page.Sentences)
        {
            var weight = sentence.Title ? 3.0 : sentence.Lead <= 3 ? 2.0 : 0.7;
            if (sentence.Signs) score += sentence.Lead > 3 && News(page, sentence) ? NewsWeight : weight;
            if (page.Has("denied", sentence)) score -= weight * 1.5 * against;
            if (sentence.Announces) score -= against * weight * (page.Has("instrument", sentence) && sentence.NotYet ? 1.0 : 0.3);
            if (Approved(page, sentence) && !page.Has("denied", sentence)) score += !Voted(page, sentence) ? weight * 0.8 : done ? 0 : -weight * 0.8;
            if (page.Has("renewal", sentence) && !sentence.NotYet && !page.Has("denied", sentence)) score += weight * 0.6;
            if (page.Has("under", sentence) && !sentence.NotYet) score += 0.6;
            if (sentence.Title && page.Has("instrument", sentence) && !sentence.NotYet) score += 0.9;
        }
        var confidence = Math.Clamp(0.5 + (Math.Abs(score - 1.5) / 10), 0.5, 0.99);
        return (score >= 1.5, confidence, score >= 1.5 ? "signature_told" : "no_signature");
    }
}
