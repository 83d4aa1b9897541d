namespace Shiraka.Agreements.TextReading;

/// <summary>What is signed: an agreement, or minutes, receipts, registers, and whatever shares a word with agreements.</summary>
internal static class SignedThings
{
    /// <summary>So far may a subject part a verb from what is signed.</summary>
    private const int Object = 12;

    /// <summary>A thing may begin before the word of agreement in it and end so far after.</summary>
    private const int Around = 4;

    /// <summary>Of things told in a text, so many are compared.</summary>
    private const int Most = 24;

    /// <summary>An agreement, and not one of the things that share its words: "treatment protocol", nor "the protocol" where the text speaks of such a one.</summary>
    public static bool Named(Page page, int first, int last) =>
        page.In("instrument", first, last).Any(i => !page.In("thing", Math.Max(0, i.First - 1), i.Last + Around).Any(t => t.First <= i.Last && t.Last >= i.First) && !(i.First == i.Last && Namesake(page, page.Tokens[i.First].Text)));

    private static bool Namesake(Page page, string word) =>
        page.All("thing").Take(Most).Any(t => t.Length > 1 && (page.Tokens[t.First].Text == word || page.Tokens[t.Last].Text == word));

    /// <summary>"signed the minutes", "le registre a été signé"; not "procès-verbal d'accord", nor what the title calls an agreement.</summary>
    public static bool OnThing(Page page, Sentence sentence, Match sign)
    {
        if (sign.Value == "own" || sign.Tag == "renewal" || page.Sentences[0] is { Title: true, Signs: true }) return false;
        for (var i = sign.First - 1; page.Tokens[sign.First].Shape != Shape.Arabic && i >= Math.Max(sentence.First, sign.First - 3); i--)
            if (Thing(page, i, sentence.Last) is { } before) { if (before && !Subject(page, sentence, i)) return true; break; }
        var after = First(page, sentence, sign.Length > 1 && sign.Tag != "sign.by" ? sign.Last : sign.First + 1, Math.Min(sentence.Last, sign.First + Object));
        if (after is { } told) return told;
        for (var i = sign.First - 1; i >= Math.Max(sentence.First, sign.First - (Object / 2)); i--)
            if (Thing(page, i, sentence.Last) is { } found) return found && !Subject(page, sentence, i);
        return false;
    }

    /// <summary>"un accord de reconnaissance des diplômes a été conclu": the thing is what the agreement is about.</summary>
    private static bool Subject(Page page, Sentence sentence, int thing)
    {
        if (thing <= sentence.First || !page.Is(thing - 1, "link")) return false;
        for (var i = thing - 1; i >= Math.Max(sentence.First, thing - Around) && page.Tokens[i + 1].Before < Gap.Comma; i--)
            if (page.In("instrument", i, thing).Any(m => m.Last < thing)) return page.At("thing", i) is null;
        return false;
    }

    /// <summary>Whether a thing or an agreement stands first; null where neither does.</summary>
    private static bool? First(Page page, Sentence sentence, int first, int last)
    {
        for (var i = first; i <= last; i++)
            if (Thing(page, i, sentence.Last) is { } found) return found;
        return null;
    }

    private static bool? Thing(Page page, int token, int end)
    {
        if (page.At("thing", token) is { } thing) return page.In("instrument", thing.Last + 1, Math.Min(end, thing.Last + 3)).FirstOrDefault() is { Entry: null };
        if (page.At("paper", token) is { } paper && page.In("thing", paper.Last + 1, Math.Min(end, paper.Last + 3)).Any()) return true;
        if (page.At("instrument", token) is { } agreement && agreement.Last < end && page.At("thing", agreement.Last + 1) is not null) return true;
        return page.At("instrument", token) is not null || page.At("paper", token) is not null ? false : null;
    }
}
