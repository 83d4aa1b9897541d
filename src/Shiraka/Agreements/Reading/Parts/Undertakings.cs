namespace Shiraka.Agreements.TextReading;

/// <summary>
/// Clauses that promise by their verb: a future, or the present of an article, a list or the sentences that tell the terms. Whatever the clause is
/// about, it promises, unless it is wished, conditional, or tells the course of the agreement itself (its force, its term, its disputes).
/// </summary>
internal static class Undertakings
{
    private const int LongestClause = 20;
    private const int LongestSubject = 9;
    private const int ShortestClause = 4;

    /// <param name="terms">The sentence tells terms: an article, a line of a list, what an agreement provides for.</param>
    public static List<(int First, int Verb, int Last)> In(Page page, Sentence sentence, bool terms)
    {
        var clauses = new List<(int First, int Verb, int Last)>();
        if (page.In("wish", sentence).Any(w => Whole(page, w)) || page.Has("condition", sentence) || page.Has("course", sentence) || page.Has("subject.idle", sentence.First, Math.Min(sentence.Last, sentence.First + LongestSubject))) return clauses;
        var verbs = new List<int>();
        for (var i = sentence.First; i <= sentence.Last; i++)
            if (Promises(page, sentence, i, terms, verbs.Count > 0)) verbs.Add(i);
        for (var v = 0; v < verbs.Count; v++)
        {
            var first = Start(page, sentence, verbs[v], v > 0 ? verbs[v - 1] : sentence.First - 1);
            var last = End(page, sentence, verbs[v], v + 1 < verbs.Count ? verbs[v + 1] : sentence.Last + 1);
            if (last == sentence.Last && last + 1 < page.Tokens.Count && page.Between(last + 1).Contains(':')) continue;
            if (last - first + 1 >= ShortestClause && last > verbs[v] && !page.In("money", first, last).Any(m => m.Value == "each_party_bears_own")) clauses.Add((first, verbs[v], last));
        }
        return clauses;
    }

    /// <summary>"كامل" is not "like a hope": but for "and", nothing is written to a word of wishing.</summary>
    public static bool Whole(Page page, Match wish) => wish.Skip == 0 || page.Tokens[wish.First].Text[0] == 'و';

    private static bool Promises(Page page, Sentence sentence, int i, bool terms, bool before)
    {
        var token = page.Tokens[i];
        if (page.Is(i, "notpromise")) return false;
        if (token.Shape == Shape.Arabic) return Coming(page, i) || (terms && Imperfect(page, sentence, i));
        if (token.Shape != Shape.Lower && !(terms && i == sentence.First)) return false;
        if (token.Text is "will" or "shall") return i < sentence.Last && !page.Is(i + 1, "notpromise") && !(page.Tokens[i + 1].Text == "be" && i + 1 < sentence.Last && page.Tokens[i + 2].Text is "able" or "in" or "the" or "a");
        if (token.Text is "would" && page.Has("said", sentence)) return i < sentence.Last && !page.Is(i + 1, "notpromise");
        if (token.Text is "sera" or "seront") return i < sentence.Last && page.Tokens[i + 1].Text is [.., 'e'] or [.., 'e', 's'] or [.., 'i'] or [.., 'i', 's'] or [.., 'u'] or [.., 't'] && !page.Is(i + 1, "det") && page.Tokens[i + 1].Text is not ("en" or "plus" or "pas");
        if (token.Text is "vont" or "va") return i < sentence.Last && page.Tokens[i + 1].Text is [.., 'e' or 'i', 'r'] or [.., 'r', 'e'];
        if (token.Text is "is" or "are" && i + 2 <= sentence.Last && page.Tokens[i + 1].Text == "to") return page.Is(i + 2, "deedverb") || page.Is(i + 2, "activity");
        if (token.Text.Length > 4 && (token.Text.EndsWith("ra", StringComparison.Ordinal) || token.Text.EndsWith("ront", StringComparison.Ordinal)) && page.Text[token.End - 1] is 'a' or 't' && !page.Is(i, "det")) return French(page, i);
        return page.Is(i, "deedverb") && ((terms && Subject(page, sentence, i)) || (before && (page.Is(i - 1, "joiner") || token.Before >= Gap.Comma) && i > sentence.First));
    }

    /// <summary>"sera", "accueilleront", not a name or "opéra": the word before is a subject or what stands between it and the verb.</summary>
    private static bool French(Page page, int i) => i > 0 && page.Tokens[i].Before < Gap.Stop && page.Tokens[i - 1].Text is not ("le" or "la" or "l" or "un" or "une" or "du" or "de" or "d" or "des" or "les");

    /// <summary>A present needs its subject before it: a name, "the hospital", a pronoun; not an article or a preposition.</summary>
    private static bool Subject(Page page, Sentence sentence, int i)
    {
        if (i == sentence.First) return true;
        var left = page.Tokens[i - 1];
        if (page.Tokens[i].Before == Gap.Stop || left.Shape == Shape.Number) return true;
        if (page.Is(i - 1, "det") && !page.Is(i - 1, "pronoun") || left.Text is "to" or "a" or "de" or "d" or "of" or "for" or "par" or "by" or "in" or "with") return false;
        return left.IsProper || page.Is(i - 1, "pronoun") || page.Is(i - 1, "parties") || page.At("inst", i - 1) is not null || left.Text is "se" or "s" or "y" or "en" or "lui" or "leur" || page.Is(i - 1, "orgnoun") || (page.Tokens[i].Before >= Gap.Comma && page.Is(i, "deedverb")) || page.At("role", i - 1) is not null;
    }

    private static bool Coming(Page page, int i)
    {
        var word = page.Tokens[i].Text.AsSpan();
        if (word[0] == 'و') word = word[1..];
        return word.Length > 4 && word[0] == 'س' && word[1] is 'ي' or 'ت' && page.At("inst", i) is null;
    }

    /// <summary>An imperfect at the head of a clause, or behind the name that is its subject.</summary>
    private static bool Imperfect(Page page, Sentence sentence, int i)
    {
        var word = page.Tokens[i].Text.AsSpan();
        var joined = word.Length > 4 && word[0] == 'و' && word[1] is 'ي' or 'ت';
        if (joined) word = word[1..];
        if (word.Length < 4 || word[0] is not ('ي' or 'ت') || word[^1] == 'ه' || page.At("inst", i) is not null || page.At("city", i) is not null || page.At("country", i) is not null || page.At("month", i) is not null || page.Is(i, "activity") || page.Is(i, "given")) return false;
        return joined || i == sentence.First || page.Is(i - 1, "thatar") || page.Is(i - 1, "whereas") || page.Tokens[i].Before >= Gap.Comma || page.Tokens[i - 1].Shape == Shape.Number || page.Tokens[i - 1].Text.Length == 1 || page.Is(i - 1, "parties");
    }

    private static int Start(Page page, Sentence sentence, int verb, int bound)
    {
        if (page.Tokens[verb].Shape == Shape.Arabic) return verb;
        var first = verb;
        while (first - 1 > bound && first > sentence.First && verb - first < LongestSubject && page.Tokens[first].Before < Gap.Comma && !(page.Is(first - 1, "joiner") && bound >= sentence.First)) first--;
        return verb - first >= LongestSubject ? verb : first;
    }

    private static int End(Page page, Sentence sentence, int verb, int next)
    {
        var last = verb;
        while (last < sentence.Last && last + 1 < next && last - verb < LongestClause)
        {
            if (page.Between(last + 1).IndexOfAny(';', '؛') >= 0 || page.At("said", last + 1) is not null) break;
            if (page.Tokens[last + 1].Before >= Gap.Comma && last - verb >= ShortestClause && Leaves(page, last + 1)) break;
            last++;
        }
        while (last > verb && (page.Is(last, "joiner") || page.Is(last, "link") || page.Is(last, "det"))) last--;
        return last;
    }

    /// <summary>What a comma sets off and is no part of the clause.</summary>
    private static bool Leaves(Page page, int token) => page.Tokens[token].Text is "which" or "who" or "qui" or "dont" or "tandis" or "while" or "alors" or "selon" or "according" or "فيما" or "مما" or "حيث" or "وذلك" or "whose";
}
