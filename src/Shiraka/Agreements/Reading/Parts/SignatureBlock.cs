namespace Shiraka.Agreements.TextReading;

/// <summary>
/// "Pour le Gouvernement …" and the name beside or under it, in the last part of a full text, also in two columns; in a report only where two
/// sides stand so. A name behind "(signed)" signs anywhere.
/// </summary>
internal static class SignatureBlock
{
    private const int MostBlocks = 60;

    /// <summary>A longer line after "pour" is a sentence, not the side that signs.</summary>
    private const int LongestOpening = 9;

    public static List<Person> Find(Page page, List<Person> people, List<Mention> institutions, bool treaty)
    {
        var (found, used) = (Marked(page, people, institutions), new HashSet<int>());
        if (found.Count > 1) return found;
        var from = Start(page, treaty);
        var openings = page.All("block").Where(m => m.First >= from && (page.Tokens[m.First].Before == Gap.Stop || (treaty && page.Is(m.First, "forside") && page.Between(m.First).Contains('\n'))) && (treaty || (page.Is(m.First, "forside") && Colon(page, m.First)))).Take(MostBlocks).ToList();
        foreach (var opening in openings)
        {
            var body = institutions.Find(m => m.First > opening.First && m.First <= opening.First + 3);
            var index = page.SentenceOf(opening.First).Index;
            if (body is null && page.Sentences[index].Length > LongestOpening) continue;
            for (var i = index; i < page.Sentences.Count && i <= index + (treaty ? 5 : 0); i++)
            {
                var line = page.Sentences[i];
                // Two sides may stand in what was joined to one line.
                var end = openings.Find(m => m.First > opening.First && m.First <= line.Last && page.Is(m.First, "forside")) is { Entry: not null } next ? next.First - 1 : line.Last;
                if ((i > index && used.Contains(i)) || (i > index && openings.Exists(m => m.First == line.First))) continue;
                var after = body?.Last ?? opening.Last;
                if (page.Has("witness", line)) break;
                var named = people.Find(p => p.First >= line.First && p.Last <= end && p.First > after) ?? Bare(page, line, after, institutions);
                if (named is null) continue;
                named.Institution ??= body;
                found.Add(named);
                used.Add(i);
                break;
            }
        }
        return treaty || found.Count > 1 ? found : [];
    }

    /// <summary>Below "done at …", where that line has names under it; contacts ("For A: Ms …") stand above it.</summary>
    private static int Start(Page page, bool treaty)
    {
        var half = page.Tokens.Count / (treaty ? 2 : 3);
        var done = page.All("done_at").LastOrDefault(m => m.First >= half && page.Tokens[m.First].Before == Gap.Stop);
        return done.Entry is not null && page.All("block").Count(m => m.First > done.First && page.Is(m.First, "forside") && page.Tokens[m.First].Before == Gap.Stop) > 1 ? done.First : half;
    }

    private static bool Colon(Page page, int first)
    {
        var sentence = page.SentenceOf(first);
        for (var i = first + 1; i <= sentence.Last; i++)
            if (page.Between(i).Contains(':')) return true;
        return false;
    }

    /// <summary>"(sgd) A. Name".</summary>
    private static List<Person> Marked(Page page, List<Person> people, List<Mention> institutions)
    {
        var found = new List<Person>();
        foreach (var sentence in page.Sentences.Where(s => s.Index == 0 || page.Tokens[page.Sentences[s.Index - 1].First].Text is not ("vu" or "visa" or "vise")))
            for (var i = sentence.First; i < sentence.Last && found.Count < MostBlocks; i++)
            {
                if (!page.Is(i, "signmark") || page.Tokens[i].Before < Gap.Comma || !page.Between(i).Contains('(') || !page.Between(i + 1).Contains(')')) continue;
                if ((people.Find(p => p.First > i && p.First <= i + 4 && p.Last <= sentence.Last) ?? Bare(page, sentence, i, institutions)) is { } named) found.Add(named);
            }
        return found;
    }

    /// <summary>Two to five names on a line of their own, or after the colon: "Pour X : LUCETTE MICHAUX".</summary>
    private static Person? Bare(Page page, Sentence line, int after, List<Mention> institutions)
    {
        var first = line.First > after ? line.First : after + 1;
        while (first <= line.Last && (page.Is(first, "title") || page.Tokens[first].Text is "name" or "nom" or "الاسم")) first++;
        var last = first;
        for (; last <= line.Last && Names(page, last) && (last == first || page.Tokens[last].Before < Gap.Comma); last++)
            if (institutions.Exists(m => m.Covers(last))) return null;
        var arabic = first <= line.Last && page.Tokens[first].Shape == Shape.Arabic;
        var byHand = last < line.Last && page.Tokens[last].Text == "m" && page.Tokens[last + 1].Text == "p";
        return last - first is >= 2 and <= 6 && (arabic || page.Tokens[last - 1].IsProper) && (byHand || last > line.Last || page.Tokens[last].Before >= Gap.Comma) ? new Person(first, last - 1, 0) : null;
    }

    private static bool Names(Page page, int i)
    {
        if (page.At("role", i) is not null && !page.IsBare(i, "given") || page.At("inst", i) is not null || page.At("month", i) is not null || page.At("city", i) is not null || page.At("block", i) is not null) return false;
        if (page.Tokens[i].Shape == Shape.Arabic) return !(page.Tokens[i].Text[0] is 'ب' or 'ل' && ArabicNames.Prefixed(page.Tokens[i])) && page.Tokens[i].Text[0] is not 'و' && !page.IsBare(i, "stop") && !page.IsBare(i, "arverb") && !page.Is(i, "domain");
        return page.Tokens[i].IsProper || page.Is(i, "particle");
    }
}
