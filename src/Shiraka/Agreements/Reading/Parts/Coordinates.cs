namespace Shiraka.Agreements.TextReading;

/// <summary>
/// What is joined after "entre", "with", "بين", cut by grammar alone: commas, conjunctions and the words that end such a list. It finds bodies whose
/// head no lexicon knows, and those after them.
/// </summary>
internal static class Coordinates
{
    private const int Longest = 16;
    private const int Most = 12;

    private static readonly string[] EndTags =
        ["sign.verb", "sign.passive", "sign.noun", "aim", "said", "witness", "preside", "site", "weekday", "relative", "setting", "instrument", "with", "future", "under", "venue"];

    /// <param name="offices">In the head of a full text "le ministre de la Défense" is a party; in a report he is who signs for one.</param>
    public static List<Mention> Of(Page page, Sentence sentence, int start, List<Mention> names, bool offices)
    {
        var found = new List<Mention>();
        for (var at = start; at <= sentence.Last && found.Count < Most;)
        {
            var first = Opening(page, sentence, at);
            if (first > sentence.Last || Ends(page, first)) break;
            var last = first;
            while (last < sentence.Last && last - first < Longest && !Ends(page, last + 1) && !Parts(page, last + 1)) last++;
            while (last > first && (page.Is(last, "link") || page.Is(last, "joiner") || page.Is(last, "det"))) last--;
            var name = names.Find(n => n.First >= first - 1 && n.First <= first + 1 && n.Last >= first);
            if (name is { Kind: "state" }) { }
            else if (name is { Generic: false }) found.Add(Longer(page, name, first, last));
            else if ((name is null || Called(page, name, last)) && Names(page, first, last, offices)) found.Add(new Mention(first, last, Conjunction(page, first), "other") { Country = Gazetteer.CountryOf(page, first, last) });
            at = Next(page, sentence, Math.Max(last, name?.Last ?? last) + 1);
        }

        return found;
    }

    /// <summary>"Doha, 25 June (QNA) – …": where the sentence itself begins.</summary>
    /// <param name="reported">"… is informed that A and B signed": what is reported is the sentence.</param>
    public static int AfterDateline(Page page, Sentence sentence, bool reported = true)
    {
        var start = sentence.First;
        while (start < sentence.Last && (page.Tokens[start].Shape == Shape.Number || page.Tokens[start].Text == "date")) start++;
        for (var i = sentence.First + 1; i <= Math.Min(sentence.Last, sentence.First + 14); i++)
            if (page.Between(i).ContainsAny(":–—|") || (reported && page.Tokens[i - 1].Text is "that" or "que" or "qu" && i - 1 > sentence.First) || page.Between(i) is ") - " or " - ") start = i;
        return start;
    }

    /// <summary>"le laboratoire pharmaceutique Pharmalittoral": what kind of body it is, then what it is called.</summary>
    private static bool Called(Page page, Mention name, int last)
    {
        if (!name.Generic || page.Tokens[name.First].Shape != Shape.Lower || name.Kind == "state") return false;
        for (var i = name.First + 1; i <= last; i++)
            if (page.Tokens[i].IsProper && !page.Is(i, "demonym")) return page.Tokens[i].Shape != Shape.Caps || page.Tokens[i].Text.Length > 4;
        return false;
    }

    /// <summary>A name that the walk cut short goes on to where the list says it ends.</summary>
    private static Mention Longer(Page page, Mention name, int first, int last) =>
        last > name.Last && last - name.Last <= 3 && name.Kind != "state" && page.Tokens[name.Last + 1].Before <= Gap.Space
        && (page.Tokens[first].Shape == Shape.Arabic ? !page.Tokens[name.Last + 1].Text.StartsWith('ل') : !page.Is(name.Last + 1, "purpose")) ? name with { Last = last } : name;

    /// <summary>Past articles, "d'une part" and quotation marks.</summary>
    private static int Opening(Page page, Sentence sentence, int at)
    {
        while (at <= sentence.Last && (page.Tokens[at].Text is "le" or "la" or "les" or "l" or "the" or "a" or "an" or "un" or "une" or "both" or "d" or "part" or "autre" or "كل" or "من" || page.Is(at, "joiner"))) at++;
        return at;
    }

    /// <summary>Where the list of names is over.</summary>
    private static bool Ends(Page page, int i)
    {
        var token = page.Tokens[i];
        if (token.Before == Gap.Stop) return true;
        foreach (var tag in EndTags)
            if (page.At(tag, i) is not null) return true;
        if (token.Shape == Shape.Arabic) return ArabicEnd(page, i);
        if (page.Is(i, "listend")) return true;
        return page.Is(i, "purpose") && !(i + 2 < page.Tokens.Count && (page.Tokens[i + 1].IsProper || (page.Is(i + 1, "det") && page.Tokens[i + 2].IsProper)));
    }

    private static bool ArabicEnd(Page page, int i)
    {
        var token = page.Tokens[i];
        if (page.Is(i, "stop") || page.IsBare(i, "arverb")) return !(token.Text is "في" && i + 1 < page.Tokens.Count && (page.Is(i + 1, "cityword") || page.Is(i + 1, "countryword") || page.Is(i + 1, "placeword")));
        if (token.Text[0] is 'ب' && ArabicNames.Prefixed(token)) return !page.Is(i, "cityword") && !page.Is(i, "countryword") && !page.Is(i, "placeword");
        return token.Text[0] is 'ل' && token.Text.Length > 3 && ArabicNames.Prefixed(token) && !token.Text.StartsWith("لل", StringComparison.Ordinal) && !page.Is(i, "domain");
    }

    /// <summary>Where the next name of the list begins.</summary>
    private static bool Parts(Page page, int i)
    {
        var token = page.Tokens[i];
        if (token.Shape == Shape.Arabic)
            return token.Before == Gap.Comma || (token.Text.Length > 2 && token.Text[0] == 'و' && (page.At("inst", i) is { Skip: >= 1 } || page.At("country", i) is { Skip: >= 1 } || (!token.Text.StartsWith("وال", StringComparison.Ordinal) && !page.Is(i, "domain") && !page.Is(i, "demonym") && !page.Is(i, "nameword"))));
        if (token.Before == Gap.Comma && page.Between(i).Contains(',')) return !(page.Tokens[i].Text is "de" or "du" or "des");
        if (!page.Is(i, "joiner") || i + 1 >= page.Tokens.Count) return false;
        return page.Tokens[i + 1].Text is "le" or "la" or "les" or "l" or "the" or "un" or "une" || page.At("inst", i + 1) is not null || page.At("acronym", i + 1) is not null || (page.Tokens[i + 1].IsProper && !page.Is(i + 1, "domain") && !page.Is(i + 1, "nameadj"));
    }

    /// <summary>Past what is said of the last name ("représenté par …", a bracket) to the next of the list, or past the sentence.</summary>
    private static int Next(Page page, Sentence sentence, int at)
    {
        for (var i = at; i <= sentence.Last && i < at + 20; i++)
        {
            if (Ends(page, i) && i == at) return sentence.Last + 1;
            var parted = Parts(page, i);
            if (parted && !(i + 1 <= sentence.Last && (page.Is(i, "speaksfor") || page.Is(i + 1, "speaksfor") || page.Is(i, "title"))) && (i == at || page.Is(i, "joiner") || page.Tokens[i].Shape == Shape.Arabic || page.At("inst", Opening(page, sentence, i)) is not null)) return i;
            if (page.At("sign.verb", i) is not null || page.At("sign.passive", i) is not null) return sentence.Last + 1;
        }

        return sentence.Last + 1;
    }

    /// <summary>Capitals, or a body by its head or the office that stands for it; not "the two parties", a day, a person.</summary>
    private static bool Names(Page page, int first, int last, bool offices)
    {
        if (offices && last > first + 1 && page.At("role", first) is not null) return true;
        if (page.Is(first, "det") || page.At("both", first) is not null || page.Is(first, "parties") || page.Is(first, "nobody") || page.Is(first, "activity") || page.Is(first, "title") || page.Is(first, "given") || (!page.Tokens[first].IsProper && (page.Is(first, "people.ar") || page.Is(first, "people.fr") || page.Is(first, "people.en"))) || page.At("role", first) is not null || page.Is(first, "number") || page.At("month", first) is not null || page.At("city", first) is not null) return false;
        if (page.Tokens[first].Shape == Shape.Arabic) return last > first && page.Tokens[first].Text.Length > 3;
        var proper = 0;
        for (var i = first; i <= last; i++)
        {
            if (page.Tokens[i].IsProper && !page.Is(i, "demonym") && page.At("month", i) is null) proper++;
            if (page.Is(i, "title") && !page.Is(i, "nameadj")) return false;
        }

        var headed = page.At("inst", first) is not null || page.Is(first, "orgnoun") || (last > first && (page.At("inst", first + 1) is not null || page.Is(first + 1, "orgnoun")));
        return proper > 0 && (page.Tokens[first].IsProper ? page.Tokens[first].End - page.Tokens[first].Start > 2 && (!page.Is(first, "persons") || proper > 1) : headed) && page.At("instrument", first) is null && page.At("field", first) is null;
    }

    private static byte Conjunction(Page page, int first) => page.Tokens[first] is { Shape: Shape.Arabic, Text: ['و', _, _, ..] } && !page.Between(first).ContainsAny('"', '«', '“') ? (byte)1 : (byte)0;
}
