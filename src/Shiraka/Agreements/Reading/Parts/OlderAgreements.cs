namespace Shiraka.Agreements.TextReading;

/// <summary>Which words of signing speak of an agreement that was there before: it carries other work, or a year alone dates it.</summary>
internal static class OlderAgreements
{
    /// <summary>So far stands the agreement from its verb.</summary>
    private const int Object = 12;

    /// <summary>No clause is longer.</summary>
    private const int Reach = 24;

    /// <summary>So far stands a year from the verb it dates.</summary>
    private const int Year = 8;

    /// <summary>It speaks of the agreement under which something is done, or of one dated by a year alone ("signed in 2019"; a new one has its day).</summary>
    public static bool Recalled(Page page, Sentence sentence, Match sign, bool attribute, int year) =>
        !Dayed(page, sentence, sign) && (Carried(page, sentence, sign) || ((attribute || !Headed(page)) && Dated(page, sentence, sign, year)));

    private static bool Headed(Page page) => page.Sentences[0] is { Title: true } title
        && (page.Has("instrument", title) || page.Has("sign.verb", title) || page.Has("cooperation", title));

    /// <summary>"the agreement it signed", "la convention que vous avez signée": a verb behind its own object.</summary>
    public static bool Relative(Page page, Match sign)
    {
        if (sign.Tag != "sign.verb" && sign.Tag != "sign.passive" || sign.Value is "own" or "fresh") return false;
        if (page.Tokens[sign.First].Shape == Shape.Arabic) return sign.First > 0 && page.Is(sign.First - 1, "which");
        for (var i = sign.First; i > 0 && sign.First - i <= Year; i--)
        {
            if (page.Tokens[i - 1].Text is "que" or "qu" && i > 1 && page.In("instrument", Math.Max(0, i - 8), i - 2).Any()) return true;
            if (page.Tokens[i].Before >= Gap.Comma || page.Is(i - 1, "joiner") || page.Tokens[i - 1].Text is "de" or "a") return false;
            if (sign.Tag == "sign.verb" && page.Is(sign.First, "pasten") && page.In("instrument", i - 1, i - 1).Any()) return true;
        }

        return false;
    }

    /// <summary>"under the agreement the two signed": no comma parts the agreement from its verb.</summary>
    private static bool Carried(Page page, Sentence sentence, Match sign)
    {
        foreach (var carrier in page.In("carrier", Math.Max(sentence.First, sign.First - Reach), sign.First - 1))
            foreach (var agreement in page.In("instrument", carrier.First, Math.Min(sign.First - 1, carrier.Last + 6)))
            {
                if (sign.First - agreement.Last > Object || New(page, sentence, carrier, agreement)) continue;
                var joined = true;
                for (var i = agreement.Last + 1; i <= sign.First && joined; i++) joined = page.Tokens[i].Before < Gap.Comma;
                if (joined) return true;
            }

        return false;
    }

    /// <summary>"under an agreement concluded by the ministry with …", in the first sentence and without a year: who reads it has not heard of it before.</summary>
    public static bool New(Page page, Sentence sentence, Match carrier, Match agreement) =>
        sentence.Lead <= 1 && !page.Sentences[0].Background && page.At("firsttold", carrier.First) is not null && !ArabicNames.Definite(page.Tokens[agreement.First].Text)
        && !Enumerable.Range(agreement.First, sentence.Last - agreement.First + 1).Any(i => page.Tokens[i] is { Shape: Shape.Number, Text: ['1', '9', _, _] or ['2', '0', _, _] });

    /// <summary>A weekday, "today" or a day without a year after the verb: it is news.</summary>
    private static bool Dayed(Page page, Sentence sentence, Match sign)
    {
        var last = Math.Min(sentence.Last, sign.Last + Year);
        return page.Has("weekday", sign.First, last) || page.Has("relative", sign.First, last) || page.In("month", sign.First + 2, last).Any(m => Yearless(page, sentence, m));
    }

    /// <summary>"8", "8th".</summary>
    private static bool Day(Page page, int token) =>
        page.Tokens[token].Shape == Shape.Number || (token > 0 && page.Tokens[token].Text is "st" or "nd" or "rd" or "th" or "er" && page.Tokens[token - 1].Shape == Shape.Number);

    private static bool Yearless(Page page, Sentence sentence, Match month) =>
        page.Tokens[month.First - 1] is { Shape: Shape.Number, Text.Length: <= 2 } && !(month.Last < sentence.Last && page.Tokens[month.Last + 1] is { Shape: Shape.Number, Text.Length: 4 });

    private static bool Dated(Page page, Sentence sentence, Match sign, int year)
    {
        var first = page.Tokens[sign.First].Shape == Shape.Arabic ? sign.Last + 1 : Math.Max(sentence.First + 1, sign.First - 2);
        if (sign.Tag == "renewal") return false;
        for (var i = sentence.First + 1; i < Math.Min(sign.First, sentence.First + 4); i++)
            if (page.Is(i - 1, "inyear") && page.Tokens[i] is { Shape: Shape.Number, Text.Length: 4 } before && int.Parse(before.Text, System.Globalization.CultureInfo.InvariantCulture) is > 1950 and < 2100 and var then) return then != year;
        for (var i = first; i <= Math.Min(sentence.Last, sign.Last + Year); i++)
        {
            if (i > sign.Last && (page.At("sign.participle", i) is not null || (page.Is(i, "inyear") && page.In("instrument", sign.Last + 1, i).Count() > 1 && page.Has("instrument", i - 2, i - 1)))) return false;
            if (page.Tokens[i] is { Shape: Shape.Number, Text.Length: 4 } told && int.Parse(told.Text, System.Globalization.CultureInfo.InvariantCulture) is > 1950 and < 2100 and var found)
                return found != year && !(i > 1 && page.Is(i - 2, "untilword")) && (i == sign.Last + 1 || page.Is(i - 1, "inyear") || page.At("month", i - 1) is not null) && !(i > 1 && page.At("month", i - 1) is not null && Day(page, i - 2));
        }

        return false;
    }
}
