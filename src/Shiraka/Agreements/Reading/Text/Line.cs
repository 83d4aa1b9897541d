namespace Shiraka.Agreements.TextReading;

/// <summary>One line of the original, without its line break. <c>Wrapped</c>: it continues the line before it.</summary>
internal sealed record Line(int Start, int End)
{
    public bool Blank { get; init; }
    public bool Wrapped { get; set; }

    /// <summary>Why the line is left out (a code of <c>noise</c>), or null where it is read.</summary>
    public string? Noise { get; set; }

    public int Length => End - Start;
}

internal static class Lines
{
    private const int LongestWrap = 130;
    private const int LongestParticle = 8;

    public static List<Line> Split(string text)
    {
        var lines = new List<Line>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r', '\u2028');
            end = end < 0 ? text.Length : start + end;
            lines.Add(new Line(start, end) { Blank = text.AsSpan(start, end - start).IsWhiteSpace() });
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
        MarkWrapped(text, lines);
        return lines;
    }

    /// <summary>Hard-wrapped text (letters, PDF) has many lines of about one width; its line ends separate nothing.</summary>
    private static void MarkWrapped(string text, List<Line> lines)
    {
        var lengths = lines.Where(l => !l.Blank).Select(l => l.Length).Order().ToList();
        if (lengths.Count == 0) return;
        var width = lengths[(int)((lengths.Count - 1) * 0.9)];
        for (var i = 1; i < lines.Count; i++)
        {
            var (above, line) = (lines[i - 1], lines[i]);
            if (above.Blank || line.Blank || Columns(text, above) || Columns(text, line)) continue;
            var first = FirstLetter(text, line);
            if (char.IsLower(first) || GoesOn(text, above)) { line.Wrapped = !EndsSentence(text, above); continue; }
            var full = width is >= 35 and <= LongestWrap && above.Length >= width * 0.62;
            line.Wrapped = full && lengths.Count >= 4 && !EndsSentence(text, above) && char.IsLetterOrDigit(first) && !OpensClause(text, line);
        }
    }

    /// <summary>Two names side by side: such a line continues nothing.</summary>
    private static bool Columns(string text, Line line) => text.AsSpan(line.Start, line.Length).Trim().Contains("      ", StringComparison.Ordinal);

    private static char FirstLetter(string text, Line line)
    {
        for (var i = line.Start; i < line.End; i++)
            if (!char.IsWhiteSpace(text[i]) && !Fold.IsInvisible(text[i])) return text[i];
        return ' ';
    }

    private static bool EndsSentence(string text, Line line)
    {
        var i = line.End - 1;
        while (i > line.Start && (char.IsWhiteSpace(text[i]) || text[i] is '"' or '»' or '”' || Fold.IsInvisible(text[i]))) i--;
        return text[i] is '.' or '!' or '?' or '؟' or ':' or ';' or '؛';
    }

    /// <summary>"… with the", "… de" and a comma end nothing, whatever the next line begins with.</summary>
    private static bool GoesOn(string text, Line line)
    {
        var last = text.AsSpan(line.Start, line.Length).TrimEnd();
        if (last.EndsWith(',') || last.EndsWith('،')) return true;
        last = last[(last.LastIndexOf(' ') + 1)..];
        return last.Length is > 1 and <= LongestParticle && Lexicon.Default.Vocabulary.Of(last) is var word && Lexicon.Default.Vocabulary.Is(word, "goeson");
    }

    /// <summary>"Signée à …", "Les deux parties …" with a capital: inside a sentence such a word has none.</summary>
    private static bool OpensSentence(string text, Line line)
    {
        var rest = text.AsSpan(line.Start, line.Length).TrimStart();
        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length])) length++;
        if (length == 0 || char.IsLower(rest[0]) || (char.IsUpper(rest[0]) && length > 1 && !char.IsLower(rest[1]))) return false;
        return Lexicon.Default.Vocabulary.Is(Lexicon.Default.Vocabulary.Of(rest[..length]), "opensline");
    }

    /// <summary>A new article or numbered clause starts a line of its own even inside wrapped text.</summary>
    private static bool OpensClause(string text, Line line)
    {
        if (OpensSentence(text, line)) return true;
        var opening = Fold.Of(text.AsSpan(line.Start, Math.Min(12, line.Length))).TrimStart();
        if (opening.StartsWith("article", StringComparison.Ordinal) || opening.StartsWith("annex", StringComparison.Ordinal)
            || opening.StartsWith("الماده", StringComparison.Ordinal) || opening.StartsWith("ماده", StringComparison.Ordinal)) return true;
        var digits = opening.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 3 && digits < opening.Length && opening[digits] is '.' or ')' or '-' or '°';
    }
}
