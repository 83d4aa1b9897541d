namespace Shiraka.Agreements.TextReading;

/// <summary>"[nombre]", "____", "........": what is left to fill in makes a text a model, and no agreement.</summary>
internal static class Blanks
{
    /// <summary>Fewer are marks of an editor.</summary>
    private const int Fewest = 4;

    /// <summary>So far behind "fait à …, le" may the day stand.</summary>
    private const int Near = 4;

    private static readonly System.Buffers.SearchValues<char> Fillers = System.Buffers.SearchValues.Create("_.… \t\r");

    public static bool IsModel(Page page) => Count(page.Text) >= Fewest && Count(page.Text.AsSpan(0, Closing(page))) >= Fewest;

    private static int Count(ReadOnlySpan<char> text)
    {
        var blanks = 0;
        for (var i = 0; i + 3 < text.Length; i++)
        {
            if (text[i] == '[' && char.IsLetter(text[i + 1])) blanks++;
            else if ((i == 0 || text[i - 1] != text[i]) && text[i] is '_' or '.' or '…' && text[i + 1] == text[i] && text[i + 2] == text[i] && text[i + 3] == text[i] && !Leads(text, i) && !Rules(text, i)) blanks++;
        }

        return blanks;
    }

    /// <summary>What stands after the day a text was done on is where people sign.</summary>
    private static int Closing(Page page)
    {
        var dates = DateMentions.Find(page);
        var done = page.All("done_at").FindLast(m => dates.Exists(d => d.Full && d.Last >= m.First && d.First - m.Last <= Near));
        return done.Entry is null ? page.Text.Length : page.Tokens[done.First].Start;
    }

    /// <summary>"Article 1 ........ 3": the dots of a table of contents lead to a page.</summary>
    private static bool Leads(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..].TrimStart(text[at]).TrimStart(' ').TrimStart('\t');
        return rest.Length > 0 && char.IsDigit(rest[0]) && (rest.IndexOfAnyExceptInRange('0', '9') is var end && (end < 0 || rest[end] is '\n' or '\r'));
    }

    /// <summary>A line of nothing else parts or carries a signature.</summary>
    private static bool Rules(ReadOnlySpan<char> text, int at)
    {
        var (start, length) = (text[..at].LastIndexOf('\n') + 1, text[at..].IndexOf('\n'));
        var line = length < 0 ? text[start..] : text[start..(at + length)];
        return line.IndexOfAnyExcept(Fillers) < 0;
    }
}
