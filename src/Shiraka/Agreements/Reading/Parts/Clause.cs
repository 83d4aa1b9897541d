namespace Shiraka.Agreements.TextReading;

/// <summary>How far the words of a promise go around the word that tells it.</summary>
internal static class Clause
{
    private const int LongestClause = 18;
    private const int LongestLead = 4;

    /// <summary>"des sessions communes de formation": the words a promise hangs on, back to what sets it off.</summary>
    public static int Start(Page page, Sentence sentence, Match trigger, int bound, Coverage institutions)
    {
        var (first, kept) = (trigger.First, trigger.First);
        if (page.Tokens[first].Shape == Shape.Arabic) return first;
        while (first - 1 > bound && first > sentence.First && trigger.First - first < LongestLead && page.Tokens[first].Before < Gap.Comma)
        {
            var left = first - 1;
            if (page.Is(left, "joiner") || page.Is(left, "purpose") || page.Tokens[left].IsProper || page.Tokens[left].Text is "a" or "to" or "qui" or "that" or "which" || institutions.At(left) is not null) break;
            if (page.At("promise", left) is not null || page.At("instrument", left) is not null || page.At("under", left) is not null || page.At("aim", left) is not null || page.At("field.frame", left) is not null || page.Is(left, "fr") && !page.Is(left, "link") || page.Is(left, "en") && !page.Is(left, "link")) break;
            first = left;
            if (!page.Is(left, "link") && !page.Is(left, "det")) kept = left;
        }
        return kept;
    }

    /// <summary>"… et le déploiement d'unités": where a conjunction or a comma sets off the words the next promise hangs on, it begins with them.</summary>
    public static int Cut(Page page, int start, int trigger)
    {
        var before = start - 1;
        while (before > 0 && page.Tokens[before + 1].Before < Gap.Comma && !page.Is(before, "joiner") && (page.Is(before, "link") || page.Is(before, "det")) && page.Tokens[before].Shape != Shape.Arabic) before--;
        return before >= 0 && (page.Is(before, "joiner") || page.Tokens[before + 1].Before >= Gap.Comma) ? before + 1 : trigger;
    }

    public static int End(Page page, Sentence sentence, Match trigger, int next)
    {
        var last = trigger.Last;
        while (last < sentence.Last && last + 1 < next && last - trigger.First < LongestClause)
        {
            if (page.Tokens[last + 1].Before >= Gap.Comma && !Inner(page, last + 1)) break;
            if (page.At("said", last + 1) is not null || page.At("sign.passive", last + 1) is not null) break;
            if (page.Is(last + 1, "joiner") && last + 2 < next && page.Tokens[last + 2].Text is "a" or "to" && last > trigger.Last) break;
            last++;
        }
        while (last > trigger.Last && (page.Is(last, "joiner") || page.Is(last, "link") || page.Is(last, "purpose") || (page.Is(last, "det") && page.Tokens[last].Text != "an") || (page.At("promise", last) is not null && page.Is(last - 1, "joiner")))) last--;
        return last;
    }

    /// <summary>A quotation mark or a bracket does not end a clause; a comma does.</summary>
    private static bool Inner(Page page, int token)
    {
        if (page.Tokens[token].Shape == Shape.Number && page.Tokens[token - 1].Shape == Shape.Number && page.Between(token).Length == 1) return true;
        foreach (var c in page.Between(token))
            if (c is ',' or '،' or ';' or '؛' or ':') return false;
        return true;
    }
}
