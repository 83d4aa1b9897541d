namespace Shiraka.Agreements.TextReading;

/// <summary>
/// Which words of signing tell that an agreement is concluded: not what is allowed, ordered or wished, not a signature on minutes or a register, not
/// that of the agreement under which something else is done.
/// </summary>
internal static class Acts
{
    /// <summary>So far may a subject part a verb from what is signed.</summary>
    private const int Object = 12;

    /// <summary>A headline stands among the first lines.</summary>
    private const int Heads = 6;

    /// <summary>So far stand "will" and "to" before the verb they rule.</summary>
    private const int Modal = 4;

    /// <summary>So far stands a year from the verb it dates.</summary>
    private const int Year = 8;

    private static readonly List<string> Near = ["weekday", "relative", "month"];
    private static readonly List<string> Scene = ["ceremony", "witness", "preside", "setting", "held", "hosts", "approved", "plural"];

    public static bool Told(Page page, Sentence sentence, Match sign) =>
        !Asked(page, sentence) && !Governed(page, sentence, sign) && !Supposed(page, sentence, sign) && !Planned(page, sentence, sign)
        && !SignedThings.OnThing(page, sentence, sign) && !Elsewhere(page, sentence, sign) && !Said(page, sentence, sign) && !Attached(page, sign)
        && !Others(page, sentence, sign) && !Many(page, sentence, sign) && !Bare(page, sentence, sign) && !Meets(page, sign) && !Namesake(page, sentence, sign);

    /// <summary>"may conclude", "will on Friday sign", "أن يبرم".</summary>
    private static bool Governed(Page page, Sentence sentence, Match sign)
    {
        if (page.Tokens[sign.First].Shape == Shape.Arabic)
            return page.Is(sign.First, "imperfect") && (!sentence.Title || page.Is(sign.First - 1 < sentence.First ? sign.First : sign.First - 1, "thatar") || (sign.First - 2 >= sentence.First && page.Is(sign.First - 2, "thatar")));
        if (page.Text[page.Tokens[sign.First].Start] is 'à' or 'À') return true;
        if (sign.Value == "bare" && !page.Has("instrument", sign.First, sign.First + Object) && !page.Has("paper", sign.First, sign.First + Object)) return true;
        if (Possible(page, sentence, sign)) return true;
        if (!page.Is(sign.First, "infinitive")) return false;
        for (var i = sign.First; i > sentence.First && sign.First - i < Modal && page.Tokens[i].Before < Gap.Comma; i--)
            if (page.Is(i - 1, "modal")) return true;
        return false;
    }

    /// <summary>"no contract may be entered into", "doit être signée".</summary>
    private static bool Possible(Page page, Sentence sentence, Match sign)
    {
        for (var i = sign.First; i > sentence.First && sign.First - i < Modal && page.Tokens[i].Before < Gap.Comma; i--)
            if (page.Tokens[i - 1].Text is "soit" or "soient") return true;
            else if (page.Is(i - 1, "being")) return i - 2 >= sentence.First && (page.Is(i - 2, "modal") || page.Is(i - 2, "possible"));
        return false;
    }

    /// <summary>"signed for the van and said that a partnership …": the only agreement stands in what is said afterwards.</summary>
    private static bool Said(Page page, Sentence sentence, Match sign) => sign.Value != "own" && !page.Has("paper", sentence)
        && page.In("instrument", sentence).FirstOrDefault() is { Entry: not null } first && first.First > sign.Last && page.Has("said", sign.Last + 1, first.First - 1);

    /// <summary>A question tells nothing.</summary>
    public static bool Asked(Page page, Sentence sentence)
    {
        var rest = page.Text.AsSpan(page.Tokens[sentence.Last].End).TrimStart(" \u00a0\u202f»”\"’");
        return rest.Length > 0 && rest[0] is '?' or '؟';
    }

    /// <summary>"if the agreement is renewed", "why the board signed"; "launched in partnership with" signs nothing either.</summary>
    private static bool Supposed(Page page, Sentence sentence, Match sign)
    {
        if (page.At("aided", sign.Last) is not null || Purposed(page, sentence, sign)) return true;
        for (var i = sign.First; i > sentence.First && sign.First - i < Object && page.Tokens[i].Before < Gap.Comma; i--)
            if (page.Is(i - 1, "whether")) return true;
        return false;
    }

    /// <summary>"بهدف عقد اتفاقية", "توصيات لتوقيع مذكرة": what something is for.</summary>
    private static bool Purposed(Page page, Sentence sentence, Match sign)
    {
        if (sign.First > sentence.First && page.Is(sign.First - 1, "aimword")) return true;
        var word = sign.Tag == "sign.noun" ? sign.First : sign.Last;
        return page.Tokens[word].Text is "لتوقيع" or "للتوقيع" or "لابرام" or "لامضاء" or "للامضاء" && !page.Has("ceremony", Math.Max(sentence.First, word - 2), word);
    }

    /// <summary>"other regions have signed".</summary>
    private static bool Others(Page page, Sentence sentence, Match sign) =>
        page.In("others", Math.Max(sentence.First, sign.First - Year), Math.Min(sentence.Last, sign.First + 3)).Any() && sign.Tag != "sign.noun" && !page.Has("weekday", sentence) && !page.Has("relative", sentence);

    /// <summary>"signed the final report": what is signed is told, and is no agreement.</summary>
    private static bool Elsewhere(Page page, Sentence sentence, Match sign)
    {
        if (sign.Value is "own" or "bare" || sign.Tag is not ("sign.verb" or "sign.passive") || sign.Last >= sentence.Last || !page.Is(sign.Last, "pasten") || !page.Is(sign.Last + 1, "objectdet")) return false;
        var last = Math.Min(sentence.Last, sign.Last + Object);
        return !page.Has("instrument", sign.Last + 1, last) && !page.Has("paper", sign.Last + 1, last) && !page.Has("cooperation", sign.Last + 1, last);
    }

    /// <summary>"agreed to speed up the drafting of a memorandum".</summary>
    private static bool Planned(Page page, Sentence sentence, Match sign) =>
        (page.Is(sign.First, "agreeing") || page.Is(sign.Last, "agreeing") || page.Is(Math.Max(sign.First, sign.Last - 1), "agreeing"))
        && (page.In("future", sign.First + 1, sentence.Last).TakeWhile(f => f.First - sign.Last <= Object).Any() || !(page.Has("instrument", sentence) || page.Has("joins", sentence) || page.Has("cooperation", sentence)));

    /// <summary>"has signed agreements with several hospitals", without a day: what a house has, not what it did.</summary>
    private static bool Many(Page page, Sentence sentence, Match sign) =>
        !sentence.Title && page.In("many", sign.First, Math.Min(sentence.Last, sign.First + Object)).Any(m => m.First > sign.First || m.Last > sign.Last) && !page.Has("weekday", sentence) && !page.Has("relative", sentence) && !page.Has("month", sentence) && !page.Has("ceremony", sentence);

    /// <summary>A noun in the middle of a text tells an act only beside its ceremony, its day or who took part: "the nights before the signing" do not.</summary>
    private static bool Bare(Page page, Sentence sentence, Match sign) =>
        (sign.Tag == "sign.noun" || (sign.Tag == "renewal" && page.Is(sign.First, "masdar"))) && !sentence.Title && !(sentence.Lead <= 2 && page.Sentences.Take(Heads).Any(s => s.Title && page.Has("instrument", s))) && !Scene.Exists(tag => page.Has(tag, sentence)) && !(sign.First == sentence.First && Verdict.Kept(page, sentence)) && !Near.Exists(tag => page.Has(tag, Math.Max(sentence.First, sign.First - Year), Math.Min(sentence.Last, sign.Last + Year)));

    /// <summary>"met on Monday and promised to sign": what they met for is not what they did; nor is what a meeting was held about.</summary>
    private static bool Meets(Page page, Match sign)
    {
        // "عقد اتفاقية" without a subject between is the noun: concluding one.
        if (sign.Value == "hold" && page.Tokens[sign.First].Text is "عقد" or "يعقد" && (page.At("instrument", sign.First + 1) is not null || (sign.First > 0 && page.Tokens[sign.First].Before < Gap.Comma && page.Is(sign.First - 1, "nounbefore")))) return true;
        for (var i = sign.First - 1; sign.Value == "hold" && i >= 0 && i >= sign.First - 3; i--)
            if (page.Is(i, "gathering")) return true;
        for (var i = sign.First + 1; sign.Value == "hold" && i < sign.Last; i++)
            if (page.Is(i, "gathering")) return true;
        for (var i = sign.First + 1; sign.Value == "meet" && i < sign.Last; i++)
            if (page.Is(i, "joiner") || page.Is(i, "intending")) return true;
        return false;
    }

    /// <summary>"un signe que", "a partner with" are nouns; "a conclu que" tells what was thought; "وقع حادث" that it happened.</summary>
    private static bool Namesake(Page page, Sentence sentence, Match sign)
    {
        if (page.At("befalls", sign.First) is not null) return true;
        // "على وقع الأزمة": to the beat of.
        if (sign.First > sentence.First && page.Tokens[sign.First].Text.StartsWith("وقع", StringComparison.Ordinal) && page.Tokens[sign.First - 1].Text == "علي") return true;
        // "الموقع" is a site where no agreement stands before it.
        if (sign.Tag == "sign.participle" && page.Tokens[sign.First].Text is "الموقع" or "موقع" && !page.Has("instrument", Math.Max(sentence.First, sign.First - Year), sign.First) && !page.Has("paper", Math.Max(sentence.First, sign.First - Year), sign.First)) return true;
        if (sign.First > sentence.First && page.Is(sign.First, "nounlike") && page.Is(sign.First - 1, "determiner") && page.Text[page.Tokens[sign.First].End - 1] is not ('é' or 'É')) return true;
        if (!page.Is(sign.First, "concluding") && !page.Is(sign.Last, "concluding")) return false;
        if (sign.Tag != "sign.passive" && !page.Has("instrument", sentence) && !page.Has("paper", sentence) && !page.Has("cooperation", sentence)) return true;
        for (var i = sign.First + 1; i <= Math.Min(sentence.Last, sign.Last + Modal); i++)
            if (page.Is(i, "thatword")) return !page.Has("instrument", sign.First, i);
        return false;
    }

    /// <summary>"established under the agreement".</summary>
    private static bool Attached(Page page, Match sign)
    {
        for (var i = sign.First + 1; i < sign.Last; i++)
            if (page.Tokens[i].Text is "under") return true;
        return false;
    }
}
