namespace Shiraka.Agreements.TextReading;

/// <summary>Weighs what the sentences tell: whether the text is, or reports, an agreement.</summary>
internal static class Verdict
{
    /// <summary>As much as makes a text an agreement where nothing speaks against it.</summary>
    private const double NewsWeight = 1.75;

    /// <summary>Where a text says what it is.</summary>
    private const int Opening = 3;

    /// <summary>No heading is longer.</summary>
    private const int Headline = 14;

    /// <summary>What a cabinet approves is its agreement whatever else its minutes tell.</summary>
    private const double Decided = 2.2;

    /// <summary>A notice of so few sentences has one subject.</summary>
    private const int Short = 8;

    /// <summary>"The writer is a columnist …".</summary>
    private const int ColumnHead = 6;

    /// <summary>The day stands at the head of its item.</summary>
    private const int Head = 4;

    /// <summary>Whether the text is or reports an agreement, how sure that is, and the code of the reason.</summary>
    public static (bool Is, double Confidence, string Reason) Judge(Page page)
    {
        var treaty = page.All("treaty").Count;
        if ((treaty > 0 && Blanks.IsModel(page)) || Genres.Drafts(page)) return (false, 0.8, "draft_text");
        if (treaty >= 2 && (treaty >= 4 || page.All("instrument").Count >= 1) && page.All("future").Count < treaty + 3 && page.Sentences.Count > 4)
            return page.Sentences[0].Announces ? (false, 0.7, "draft_text") : (true, 0.95, "treaty_text");
        if (Deeds.IsSigned(page) && !Blanks.IsModel(page) && !page.Sentences[0].Announces) return (true, 0.9, "treaty_text");
        if (Genres.ConcludesNothing(page)) return (false, 0.8, "no_signature");
        double score = page.Sentences.Count > 0 && page.In("genre", page.Sentences[0]).Any(g => g.First <= page.Sentences[0].First + Head) ? -2 : 0;
        var voted = page.Sentences.Exists(sentence => sentence.Lead <= 3 && Events.Voted(page, sentence));
        var done = page.Sentences.Exists(sentence => Done(page, sentence, voted));
        // What a cabinet puts off under one item takes nothing from what it approves under another.
        var against = done || (Events.Cabinet(page) && page.Sentences.Exists(s => Events.Approved(page, s) && !Events.Voted(page, s))) ? 0.25 : 1.0;
        var told = page.Sentences.Exists(sentence => sentence.Signs || (sentence is { Title: true, NotYet: false, Background: false } && SignedThings.Named(page, sentence.First, sentence.Last)));
        var titled = false;
        var (recalling, announcing, about) = (Recalling(page), Announcing(page), About(page));
        foreach (var sentence in page.Sentences)
        {
            if (recalling && !Dayed(page, sentence)) continue;
            var weight = sentence.Title ? 3.0 : sentence.Lead <= 3 ? 2.0 : 0.7;
            if (Faint(page, sentence)) weight *= 0.5;
            if (sentence.Signs && !(announcing && sentence.Title) && (sentence.Lead <= 3 || Beside(page, sentence))) score += sentence.Lead > 3 && (about || Own(page, sentence)) && (News(page, sentence) || Plain(page, sentence) || Diary(page, sentence)) ? NewsWeight : weight;
            if (Events.Denials(page, sentence).Any()) score -= weight * 1.5 * against;
            if (sentence.Announces) score -= against * weight * (page.Has("instrument", sentence) && sentence.NotYet ? 1.0 : 0.3);
            if (Events.Approved(page, sentence) && !page.Has("denied", sentence)) score += !Events.Voted(page, sentence) ? (Events.Cabinet(page) ? Math.Max(weight * 0.8, Decided) : weight * 0.8) : done ? 0 : -weight * 0.8;
            if (page.In("renewal", sentence).Any(m => Acts.Told(page, sentence, m)) && !sentence.NotYet && !page.Has("denied", sentence)) score += weight * 0.6;
            if (told && page.Has("under", sentence) && !sentence.NotYet) score += 0.6;
            if (!titled && sentence.Title && Paper(page, sentence) && !sentence.NotYet && !announcing && !Acts.Asked(page, sentence)) (titled, score) = (true, score + 0.9);
        }
        var confidence = Math.Clamp(0.5 + (Math.Abs(score - 1.5) / 10), 0.5, 0.99);
        return (score >= 1.5, confidence, score >= 1.5 ? "signature_told" : "no_signature");
    }

    /// <summary>Its verb tells that it is done, or its ceremony is told: what is hoped for around it is about what comes after.</summary>
    private static bool Done(Page page, Sentence sentence, bool voted) => (sentence.Lead <= 3 || (sentence.Signs && (News(page, sentence) || Plain(page, sentence)))) && ((!voted && page.In("approved", sentence).Any(a => a.Value == "inforce" && !sentence.Background && SignedThings.Named(page, a.First, a.Last))) || (sentence.Signs
        && (page.Has("sign.passive", sentence) || (!voted && (page.In("sign.verb", sentence).Any(m => m.Value != "bare") || page.Has("ceremony", sentence))))));

    /// <summary>A signing told with its verb, its agreement and its day or ceremony is news wherever it stands.</summary>
    private static bool News(Page page, Sentence sentence) =>
        page.Has("instrument", sentence) && (page.Has("sign.verb", sentence) || page.Has("sign.passive", sentence)) && (page.Has("ceremony", sentence) || page.Has("weekday", sentence) || page.Has("relative", sentence));

    /// <summary>It is short, or its first sentences speak of an agreement or of working together: what is signed below may be what it is about.</summary>
    private static bool About(Page page) => page.Sentences.Count <= Short || page.Sentences.TakeWhile(s => s.Lead <= Opening)
        .Any(s => SignedThings.Named(page, s.First, s.Last) || page.Has("cooperation", s) || page.Has("joins", s) || page.Has("sign.noun", s));

    /// <summary>The agreement stands in the sentence or just before: "he signed" alone, further down, may be about anything.</summary>
    private static bool Beside(Page page, Sentence sentence) =>
        page.Sentences.Skip(Math.Max(0, sentence.Index - Opening)).Take(Math.Min(sentence.Index, Opening) + 1).Any(s => page.Has("instrument", s) || page.Has("paper", s) || page.Has("cooperation", s) || page.Has("joins", s));

    /// <summary>"agreement", "deal" and "contract" are words for anything; a convention, a memorandum, a partnership agreement are not.</summary>
    private static bool Own(Page page, Sentence sentence)
    {
        var told = sentence;
        for (var back = 0; back < Opening && told.Index > 0 && !page.Has("instrument", told) && !page.Has("paper", told); back++) told = page.Sentences[told.Index - 1];
        return page.In("instrument", told).Any(m => m.Value != "other" && (m.Length > 1 || m.Value != "partnership_agreement"));
    }

    /// <summary>"Thursday 9: signing of the agreement", in the report of a visit.</summary>
    private static bool Diary(Page page, Sentence sentence) => Kept(page, sentence) && page.Has("sign.noun", sentence) && SignedThings.Named(page, sentence.First, sentence.Last);

    /// <summary>A day of a diary: its weekday opens the sentence or is the heading above it.</summary>
    public static bool Kept(Page page, Sentence sentence) => page.All("diary").Exists(m => page.SentenceOf(m.First).Index < Opening)
        && (page.Has("weekday", sentence.First, Math.Min(sentence.Last, sentence.First + Head)) || (sentence.Index > 0 && page.Sentences[sentence.Index - 1] is { Length: <= Head } day && page.Has("weekday", day)));

    /// <summary>A finished verb of signing with its agreement, no attribute of it.</summary>
    private static bool Plain(Page page, Sentence sentence) =>
        Events.Signing.SelectMany(tag => page.In(tag, sentence)).Any(m => (m.Value == "own" || ((page.Has("instrument", sentence) || page.Has("paper", sentence) || Events.TakenUp(page, sentence)) && Events.Finished(page, m) && !Events.Participle(page, m))) && Acts.Told(page, sentence, m));

    /// <summary>Its title looks back on an agreement, or it is a column: what is told of it below is no news unless it has its day.</summary>
    private static bool Recalling(Page page) => page.Sentences.Exists(s => s is { Title: true, Background: true } && page.Has("instrument", s))
        || page.Sentences.TakeWhile(s => s.Lead <= Opening).Any(s => !s.Signs && s.Length <= Headline && (page.In("column", s).Any(m => m.First <= s.First + ColumnHead) || (page.Has("anniversary", s) && !page.Sentences.Exists(t => t is { Title: true, Signs: true }) && (page.Has("instrument", s) || page.Has("sign.noun", s) || page.Has("cooperation", s)))))
        || page.Sentences.Exists(s => !s.Signs && ((!s.Background && page.In("anniversary", s).Any(m => m.Value == "later" && m.First <= s.First + 1)) || (s.Index >= page.Sentences.Count - 2 && page.In("column", s).Any(m => m.First <= s.First + ColumnHead))));

    /// <summary>"Tomorrow … hosts the signing": a title in the present tense tells what is to come.</summary>
    private static bool Announcing(Page page) => page.Sentences.Exists(s => s is { Title: false, Lead: <= 2, NotYet: true, Announces: true } && Events.Signing.Any(tag => page.Has(tag, s)))
        && !page.Sentences.Exists(s => !s.Title && s.Signs && Plain(page, s));

    /// <summary>"The … Partnership" may be any relation; a convention, an agreement or a memorandum is signed.</summary>
    private static bool Paper(Page page, Sentence sentence) =>
        SignedThings.Named(page, sentence.First, sentence.Last) && page.In("instrument", sentence).Any(m => m.Length > 1 || m.Value != "partnership_agreement");

    /// <summary>"ce mardi", "hier", "le 21 novembre": a day of these weeks.</summary>
    private static bool Dayed(Page page, Sentence sentence) => page.Has("weekday", sentence) || page.Has("relative", sentence)
        || page.In("month", sentence).Any(m => m.First > sentence.First && page.Tokens[m.First - 1] is { Shape: Shape.Number, Text.Length: <= 2 } && !(m.Last < sentence.Last && page.Tokens[m.Last + 1] is { Shape: Shape.Number, Text.Length: 4 }));

    /// <summary>Only an attribute tells it ("the contracts concluded with …"), no day and no title: it may be any agreement.</summary>
    private static bool Faint(Page page, Sentence sentence) =>
        sentence is { Signs: true, Title: false } && !page.In("carrier", sentence).Any(c => page.In("instrument", c.Last, Math.Min(sentence.Last, c.Last + 3)).Any(a => OlderAgreements.New(page, sentence, c, a))) && !Dayed(page, sentence) && !page.Has("ceremony", sentence) && !page.Has("venue", sentence) && !page.Has("month", sentence) && !(page.Sentences[0].Title && (page.Has("instrument", page.Sentences[0]) || page.Has("sign.noun", page.Sentences[0]) || page.Has("joins", page.Sentences[0])))
        && Events.Signing.SelectMany(tag => page.In(tag, sentence)).All(m => m.Tag != "renewal" && m.Value != "own" && Events.Participle(page, m));
}
