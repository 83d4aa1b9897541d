namespace Shiraka.Agreements.TextReading;

/// <summary>
/// An agreement as it was written: "Avenant n° 2", "Letter of amendment", "ملحق رقم", with the words or the lines its parties sign by; or whatever names
/// itself an agreement in its first lines, numbers its clauses and ends on a line for each party.
/// </summary>
internal static class Deeds
{
    /// <summary>Where a paper says what it is.</summary>
    private const int Opening = 4;

    /// <summary>A line for each party.</summary>
    private const int Sides = 2;

    /// <summary>A paper names itself among so many lines of a gazette or a letterhead.</summary>
    private const int Heads = 8;

    /// <summary>"For the Board" on a line of its own.</summary>
    private const int ShortLine = 6;

    /// <summary>Fewer numbered lines are no clauses.</summary>
    private const int Clauses = 3;

    public static bool IsSigned(Page page) =>
        (page.Sentences.Take(Opening).Any(s => !s.Announces && page.In("deed.head", s).Any(m => m.First <= s.First + 1)) && page.All("instrument").Count > 0 && Closed(page))
        || ((page.Sentences.Take(Heads).Any(s => !s.Announces && page.In("instrument", s).Any(m => m.First == s.First)) || page.Has("agreed.follows", 0, page.Tokens.Count - 1)) && Numbered(page) >= Clauses && Lines(page) >= Sides);

    /// <summary>"1.", "2)", "Article 3" at the head of a line.</summary>
    private static int Numbered(Page page) => page.Sentences.Count(s => page.Tokens[s.First] is { Shape: Shape.Number, Text.Length: <= 2 } || page.Is(s.First, "article"));

    private static bool Closed(Page page) => page.All("deed.close").Exists(m => OpensLine(page, m)) && (Signed(page) > 0 || Lines(page) >= Sides) || Signed(page) >= Sides;

    /// <summary>"(signed) …", "(signé) …".</summary>
    private static int Signed(Page page)
    {
        var count = 0;
        for (var i = 0; i < page.Tokens.Count; i++)
            if (page.Tokens[i] is { Start: > 0 } token && token.Text is "signed" or "signe" or "موقع" or "توقيع" && page.Text[page.Tokens[i].Start - 1] == '(' && page.Tokens[i].End < page.Text.Length && page.Text[page.Tokens[i].End] == ')') count++;
        return count;
    }

    /// <summary>"Pour l'Institut : …".</summary>
    private static int Lines(Page page) => page.All("deed.side").Where(m => OpensLine(page, m) && (Rest(page, m).Contains(':') || page.SentenceOf(m.First) is { Length: <= ShortLine } s && s.First == m.First && s.Index > page.Sentences.Count / 2)).Select(m => m.First).Distinct().Count();

    private static bool OpensLine(Page page, Match match)
    {
        var before = page.Text.AsSpan(0, page.Tokens[match.First].Start).TrimEnd(' ');
        return before.Length == 0 || before[^1] is '\n' or '\r' || page.Tokens[match.First].Before == Gap.Stop;
    }

    private static ReadOnlySpan<char> Rest(Page page, Match match)
    {
        var rest = page.Text.AsSpan(page.Tokens[match.Last].End);
        var end = rest.IndexOf('\n');
        return end < 0 ? rest : rest[..end];
    }
}
