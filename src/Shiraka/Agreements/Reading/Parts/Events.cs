namespace Shiraka.Agreements.TextReading;

/// <summary>Says of every sentence whether it tells a signature, announces one, or recalls an old one, and of the text whether it is an agreement.</summary>
internal static class Events
{
    private static readonly string[] Signing = ["sign.verb", "sign.passive", "sign.participle", "sign.by", "sign.noun", "renewal"];

    /// <summary>As much as makes a text an agreement where nothing speaks against it.</summary>
    private const double NewsWeight = 1.5;

    /// <summary>No clause is longer.</summary>
    private const int Reach = 24;

    public static void Mark(Page page)
    {
        var told = false;
        var year = OpeningYear(page);
        foreach (var sentence in page.Sentences)
        {
            var marks = Signing.SelectMany(t => page.In(t, sentence)).Where(m => (m.Value != "bare" || m.First > sentence.First) && Acts.Told(page, sentence, m)).ToList();
            var joins = page.Has("joins", sentence);
            var named = SignedThings.Named(page, sentence.First, sentence.Last) || (joins && page.Has("cooperation", sentence)) || marks.Exists(m => m.Value == "own" || (page.Has("paper", sentence) && Finished(page, m)));
            var voted = Voted(page, sentence);
            var approved = sentence.Lead <= 3 && !voted && Approved(page, sentence) && !page.Has("denied", sentence);
            var announced = page.In("future", sentence).Where(f => !Past(page, f) && !marks.Exists(s => s.First < f.First && s.Last >= f.First)).ToList();
            sentence.Announces = announced.Count > 0;
            if (page.Sentences[0] is { Title: true, NotYet: true }) named = SignedThings.Named(page, sentence.First, sentence.Last) || marks.Exists(m => m.Value == "own");
            var recalls = page.In("background", sentence).Where(m => !Colon(page, m) && !Reported(page, sentence, m)).ToList();
            var against = announced.Concat(Denials(page, sentence)).ToList();
            sentence.NotYet = against.Count > 0 && !approved && (marks.TrueForAll(s => against.Exists(m => Undone(page, s, m)) || recalls.Exists(r => Recalls(r, s))));
            var old = told && marks.Count > 0 && Older(page, sentence, year);
            sentence.Background = !approved && ((recalls.Count > 0 && marks.TrueForAll(s => recalls.Exists(r => Recalls(r, s)))) || old || (told && Continues(page, sentence)));
            sentence.Background |= voted || (!marks.Exists(m => m.Value == "own") && (page.Is(sentence.First, "preamble") || page.At("preamble.phrase", sentence.First) is not null)) || (!told && !sentence.Title && marks.Count > 0 && (Carried(page, sentence, marks) || page.Has("other_agreement", sentence)));
            sentence.Background |= marks.Count > 0 && marks.TrueForAll(m => OlderAgreements.Recalled(page, sentence, m, Participle(page, m), year));
            sentence.Signs = marks.Exists(m => m.Value is not ("stands" or "side")) && (named || told || (page.Sentences[0] is not { Title: true, NotYet: true } && marks.Exists(m => m.Tag is "sign.verb" or "sign.passive" or "sign.by") && TakenUp(page, sentence))) && marks.Count > 0 && !sentence.NotYet && !sentence.Background;
            told |= sentence.Signs && !sentence.Title;
            if (sentence.Signs) year = Math.Max(year, Years(page, sentence).DefaultIfEmpty(0).Max());
        }
    }

    /// <summary>A vote on an agreement, where nothing tells that it was concluded; a government approves what it has signed.</summary>
    private static bool Voted(Page page, Sentence sentence) => page.Has("approved", sentence) && (page.Has("assembly", sentence) || (page.Sentences[0].Title && page.Has("assembly", page.Sentences[0]) && !page.Has("executive", page.Sentences[0])))
        && !(page.Has("executive", sentence) && !page.Has("bill", sentence) && !page.Has("future", sentence) && (page.Has("sign.participle", sentence) || page.Has("sign.verb", sentence) || page.Has("sign.passive", sentence)));

    /// <summary>"signé en 2016" recalls only the verb it stands at; "rappelons que" recalls all that follows.</summary>
    private static bool Recalls(Match recall, Match sign) => Touches(sign, recall) || (recall.Value != "weak" && recall.First < sign.First);

    /// <summary>"told the House that the pact had been signed at noon": the past perfect of reported speech, where no year is told.</summary>
    private static bool Reported(Page page, Sentence sentence, Match recall)
    {
        if (!page.Is(recall.First, "pluperfect") || Years(page, sentence).Any()) return false;
        for (var i = recall.First - 1; i > Math.Max(sentence.First, recall.First - Reach); i--)
            if (page.Tokens[i].Text is "that" or "que" or "qu" or "ان" or "بان") return page.Has("said", sentence.First, i);
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
    private static bool Approved(Page page, Sentence sentence) => page.In("approved", sentence).Any(a => !page.Has("sign.noun", a.First, a.Last) && !page.Has("future", a.First, a.Last) && SignedThings.Named(page, a.First, a.Last));

    /// <summary>"dans le cadre de la convention signée …": work under an agreement, not its signature.</summary>
    private static bool Carried(Page page, Sentence sentence, List<Match> marks) =>
        marks.TrueForAll(m => Participle(page, m) && page.In("setting", sentence).Any(s => s.Last < m.First && m.First - s.Last <= 10))
        || (marks.TrueForAll(m => Participle(page, m)) && (page.Has("assembly", sentence) || (page.Sentences[0].Title && page.Has("assembly", page.Sentences[0])) || (sentence.Index > 0 && page.Sentences[sentence.Index - 1] is { Background: true } before && page.Has("instrument", before))));

    /// <summary>"un accord signé", "an agreement signed", "Signed in 2020, the alliance": an attribute of the agreement, not what somebody does.</summary>
    private static bool Participle(Page page, Match sign) => sign.Tag is "sign.participle" or "sign.by"
        || (sign.First > 0 && page.Tokens[sign.First - 1].Text is "that" or "which" or "qui" or "التي" or "الذي")
        || (sign.First > 1 && page.Tokens[sign.First - 2].Text is "that" or "which" && page.Tokens[sign.First - 1].Text is "was" or "were")
        || OlderAgreements.Relative(page, sign)
        || (sign.Tag == "sign.verb" && sign.First == sign.Last && sign.First + 1 < page.Tokens.Count && page.Between(sign.First).Contains(',') && page.Tokens[sign.First + 1].Text is "in" or "at" or "on" or "by")
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
        (sentence.Index > 0 && page.Sentences[sentence.Index - 1] is { Background: false, NotYet: false } before && page.Has("instrument", before))
        || (sentence.Index + 1 < page.Sentences.Count && page.Sentences[sentence.Index + 1] is var after && page.Has("instrument", after.First, Math.Min(after.Last, after.First + (page.Tokens[after.First].Shape == Shape.Arabic ? 1 : 2))));

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
    private static bool Finished(Page page, Match sign) => sign.Tag is "sign.passive" || (sign.Tag is "sign.verb" && sign.Value != "bare" && page.At("sign.participle", sign.First) is null && !OlderAgreements.Relative(page, sign));

    /// <summary>Its verb tells that it is done, or its ceremony is told: what is hoped for around it is about what comes after.</summary>
    private static bool Done(Page page, Sentence sentence, bool voted) => sentence is { Lead: <= 3 } && ((!voted && page.In("approved", sentence).Any(a => a.Value == "inforce" && !sentence.Background && SignedThings.Named(page, a.First, a.Last))) || (sentence.Signs
        && (page.Has("sign.passive", sentence) || (!voted && (page.In("sign.verb", sentence).Any(m => m.Value != "bare") || page.Has("ceremony", sentence))))));

    private static bool Touches(Match sign, Match recall) => sign.First <= recall.Last && recall.First <= sign.Last;

    /// <summary>A signing told with its verb, its agreement and its day or ceremony is news wherever it stands.</summary>
    private static bool News(Page page, Sentence sentence) =>
        page.Has("instrument", sentence) && (page.Has("sign.verb", sentence) || page.Has("sign.passive", sentence)) && (page.Has("ceremony", sentence) || page.Has("weekday", sentence) || page.Has("relative", sentence));

    /// <summary>A finished verb of signing with its agreement, no attribute of it.</summary>
    private static bool Plain(Page page, Sentence sentence) =>
        Signing.SelectMany(tag => page.In(tag, sentence)).Any(m => (m.Value == "own" || ((page.Has("instrument", sentence) || page.Has("paper", sentence)) && Finished(page, m) && !Participle(page, m))) && Acts.Told(page, sentence, m));

    /// <summary>Its title looks back on an agreement: what is told of it below is no news unless it has its day.</summary>
    private static bool Recalling(Page page) => page.Sentences.Exists(s => s is { Title: true, Background: true } && page.Has("instrument", s));

    /// <summary>"Tomorrow … hosts the signing": a title in the present tense tells what is to come.</summary>
    private static bool Announcing(Page page) => page.Sentences.Exists(s => s is { Title: false, Lead: <= 2, NotYet: true, Announces: true } && Signing.Any(tag => page.Has(tag, s)))
        && !page.Sentences.Exists(s => !s.Title && s.Signs && Plain(page, s));

    /// <summary>"l'encre n'est pas encore sèche" denies nothing.</summary>
    private static IEnumerable<Match> Denials(Page page, Sentence sentence) =>
        page.In("denied", sentence).Where(d => !page.In("sign.verb", Math.Max(sentence.First, d.First - Reach), sentence.Last).TakeWhile(m => m.First <= d.First).Any(m => m.Value == "own" && m.First <= d.First && m.Last >= d.Last));

    private static bool Dayed(Page page, Sentence sentence) => page.Has("weekday", sentence) || page.Has("relative", sentence);

    /// <summary>Only an attribute tells it ("the contracts concluded with …"), no day and no title: it may be any agreement.</summary>
    private static bool Faint(Page page, Sentence sentence) =>
        sentence is { Signs: true, Title: false } && !Dayed(page, sentence) && !page.Has("ceremony", sentence) && !page.Has("venue", sentence) && !page.Has("month", sentence) && !(page.Sentences[0].Title && (page.Has("instrument", page.Sentences[0]) || page.Has("sign.noun", page.Sentences[0]) || page.Has("joins", page.Sentences[0])))
        && Signing.SelectMany(tag => page.In(tag, sentence)).All(m => m.Tag != "renewal" && m.Value != "own" && Participle(page, m));

    /// <summary>Whether the text is or reports an agreement, how sure that is, and the code of the reason.</summary>
    public static (bool Is, double Confidence, string Reason) Judge(Page page)
    {
        var treaty = page.All("treaty").Count;
        if (treaty > 0 && Blanks.IsModel(page)) return (false, 0.8, "draft_text");
        if (treaty >= 2 && (treaty >= 4 || page.All("instrument").Count >= 1) && page.All("future").Count < treaty + 3 && page.Sentences.Count > 4)
            return page.Sentences[0].Announces ? (false, 0.7, "draft_text") : (true, 0.95, "treaty_text");
        if (Genres.ConcludesNothing(page)) return (false, 0.8, "no_signature");
        double score = page.Sentences.Count > 0 && page.Has("genre", page.Sentences[0]) ? -2 : 0;
        var voted = page.Sentences.Exists(sentence => sentence.Lead <= 3 && Voted(page, sentence));
        var done = page.Sentences.Exists(sentence => Done(page, sentence, voted));
        var against = done ? 0.25 : 1.0;
        var told = page.Sentences.Exists(sentence => sentence.Signs || (sentence is { Title: true, NotYet: false, Background: false } && SignedThings.Named(page, sentence.First, sentence.Last)));
        var titled = false;
        var (recalling, announcing) = (Recalling(page), Announcing(page));
        foreach (var sentence in page.Sentences)
        {
            if (recalling && !Dayed(page, sentence)) continue;
            var weight = sentence.Title ? 3.0 : sentence.Lead <= 3 ? 2.0 : 0.7;
            if (Faint(page, sentence)) weight *= 0.5;
            if (sentence.Signs && !(announcing && sentence.Title)) score += sentence.Lead > 3 && (News(page, sentence) || Plain(page, sentence)) ? NewsWeight : weight;
            if (Denials(page, sentence).Any()) score -= weight * 1.5 * against;
            if (sentence.Announces) score -= against * weight * (page.Has("instrument", sentence) && sentence.NotYet ? 1.0 : 0.3);
            if (Approved(page, sentence) && !page.Has("denied", sentence)) score += !Voted(page, sentence) ? weight * 0.8 : done ? 0 : -weight * 0.8;
            if (page.In("renewal", sentence).Any(m => Acts.Told(page, sentence, m)) && !sentence.NotYet && !page.Has("denied", sentence)) score += weight * 0.6;
            if (told && page.Has("under", sentence) && !sentence.NotYet) score += 0.6;
            if (!titled && sentence.Title && SignedThings.Named(page, sentence.First, sentence.Last) && !sentence.NotYet && !announcing && !Acts.Asked(page, sentence)) (titled, score) = (true, score + 0.9);
        }
        var confidence = Math.Clamp(0.5 + (Math.Abs(score - 1.5) / 10), 0.5, 0.99);
        return (score >= 1.5, confidence, score >= 1.5 ? "signature_told" : "no_signature");
    }
}
