namespace Shiraka.Agreements.TextReading;

/// <summary>Cuts the lines that are read into words of one script each and says what separates them. Linear in the text.</summary>
internal static class Tokenizer
{
    /// <summary>As many spaces part the columns of a signature block.</summary>
    private const int ColumnSpaces = 5;

    /// <summary>No sentence of a person is as long; cutting there keeps every later step linear.</summary>
    private const int LongestSentence = 400;

    private enum Script : byte { None, Latin, Arabic, Digit }

    public static List<Token> Read(string text, List<Line> lines, Vocabulary vocabulary)
    {
        var read = 0;
        foreach (var line in lines) read += line.Noise is null ? line.Length : 0;
        var tokens = new List<Token>(read / 6 + 4);
        var forced = Gap.Stop;
        var (length, resume) = (0, 0);
        foreach (var line in lines)
        {
            if (line.Noise is not null || line.Blank) { forced = Gap.Stop; continue; }
            if (!line.Wrapped) forced = Gap.Stop;
            for (var i = Math.Max(line.Start, resume); i < line.End;)
            {
                var script = ScriptOf(text[i]);
                if (script == Script.None) { i++; continue; }
                var start = i;
                for (i++; i < line.End && Continues(script, text[i]); i++) { }
                var word = vocabulary.Of(text.AsSpan(start, i - start));
                if (script == Script.Latin && Hyphenated(text, i, line) is { } rest)
                {
                    word = vocabulary.Of(string.Concat(text.AsSpan(start, i - start), text.AsSpan(rest.Start, rest.End - rest.Start)));
                    i = resume = rest.End;
                }
                if (word.Text.Length == 0) continue;
                var shape = ShapeOf(script, text, start, i);
                var gap = tokens.Count == 0 ? Gap.Stop : forced == Gap.Stop ? Gap.Stop : Separation(text, tokens[^1], start, shape, vocabulary);
                forced = Gap.Joined;
                length = gap == Gap.Stop ? 0 : length + 1;
                if (length == LongestSentence) (gap, length) = (Gap.Stop, 0);
                tokens.Add(new Token(start, i, word, shape, gap));
            }
            if (forced == Gap.Joined) forced = Gap.Space;
        }
        LongSentences.Cut(tokens, vocabulary);
        return tokens;
    }

    /// <summary>Where a hyphen at the end of a line parts a word, the part of it on the next line.</summary>
    private static (int Start, int End)? Hyphenated(string text, int at, Line line)
    {
        if (at != line.End - 1 || text[at] != '-' || at + 2 >= text.Length) return null;
        var start = line.End + (text[line.End] == '\r' && text[line.End + 1] == '\n' ? 2 : 1);
        var end = start;
        while (end < text.Length && char.IsLower(text[end])) end++;
        return end > start && (end == text.Length || !char.IsLetterOrDigit(text[end])) ? (start, end) : null;
    }

    private static bool Continues(Script script, char c)
    {
        if (Fold.IsInvisible(c)) return true;
        var next = ScriptOf(c);
        return next == script || (script == Script.Latin && next == Script.Digit);
    }

    private static Script ScriptOf(char c)
    {
        if (char.IsDigit(c)) return Script.Digit;
        if (!char.IsLetter(c)) return Script.None;
        return Fold.IsArabic(c) ? Script.Arabic : Script.Latin;
    }

    private static Shape ShapeOf(Script script, string text, int start, int end)
    {
        if (script == Script.Digit) return Shape.Number;
        if (script == Script.Arabic) return Shape.Arabic;
        if (!char.IsUpper(text[start])) return Shape.Lower;
        for (var i = start; i < end; i++)
            if (char.IsLower(text[i])) return Shape.Capital;
        return end - start == 1 ? Shape.Capital : Shape.Caps;
    }

    /// <summary>"; Considérant …" opens the next recital of a treaty.</summary>
    private static bool Preamble(string text, int start, Vocabulary vocabulary)
    {
        var end = start;
        while (end < text.Length && end - start < 16 && char.IsLetter(text[end])) end++;
        return vocabulary.Is(vocabulary.Of(text.AsSpan(start, end - start)), "preamble");
    }

    /// <summary>"Article 3" with a capital inside a line opens a clause; "l'article 3" only names it.</summary>
    private static bool OpensArticle(string text, int start) =>
        text[start] == 'A' && start + 9 < text.Length && text.AsSpan(start, 8).Equals("Article ", StringComparison.OrdinalIgnoreCase) && char.IsDigit(text[start + 8]) && start > 1 && text[start - 1] is not ('\'' or '’');

    /// <summary>"… Hercegovina d.d. ("Medika")": the short form of a name goes on with it.</summary>
    private static bool Defines(ReadOnlySpan<char> between) =>
        between.IndexOf('(') is >= 0 and var open && open + 1 < between.Length && between[open + 1] is '"' or '“' or '«' or '\'' or '‘';

    private static Gap Separation(string text, Token left, int start, Shape next, Vocabulary vocabulary)
    {
        var (gap, dot, space) = (Gap.Joined, false, false);
        for (var i = left.End; i < start; i++)
        {
            switch (text[i])
            {
                case '!' or '?' or '؟' or '…' or '•' or '▪' or '۔': return Gap.Stop;
                case '.': dot = true; break;
                case ';' or '؛' when Preamble(text, start, vocabulary): return Gap.Stop;
                case ',' or '،' or ';' or '؛' or ':' or '(' or ')' or '[' or ']' or '«' or '»' or '"' or '“' or '”' or '–' or '—' or '|' or '/' or '„': gap = Gap.Comma; break;
                case '\t': return Gap.Stop;
                case var c when char.IsWhiteSpace(c): space = true; if (gap < Gap.Space) gap = Gap.Space; break;
                case '-' when space: gap = gap < Gap.Space ? Gap.Space : gap; break;
            }
        }
        if (OpensArticle(text, start)) return Gap.Stop;
        if (!dot) return start - left.End >= ColumnSpaces && text.AsSpan(left.End, start - left.End).IsWhiteSpace() ? Gap.Stop : gap;
        if (Defines(text.AsSpan(left.End, start - left.End))) return Gap.Comma;
        if (vocabulary.Is(left.Word, "abbr") || (left.Shape == Shape.Capital && left.End - left.Start == 1)) return gap;
        if (!space && (left.Shape == Shape.Number || next == Shape.Number)) return Gap.Joined;
        if (next == Shape.Lower) return !space && left.Shape == Shape.Lower ? Gap.Joined : Gap.Comma;
        if (!space && left.Shape == Shape.Caps && next == Shape.Caps) return Gap.Joined;
        return Gap.Stop;
    }
}
