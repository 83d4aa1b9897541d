namespace Shiraka.Agreements.TextReading;

/// <summary>Marks the lines that are not the text: menus, advertising, links, repeated titles, captions in another language.</summary>
internal static class Noise
{
    private static readonly List<(string Code, string Needle, bool UntilEnd)> Needles =
        [.. Lexicon.Default.Tagged("noise.line").Select(r => (r.Value, r.Pattern, false)), .. Lexicon.Default.Tagged("noise.until_end").Select(r => (r.Value, r.Pattern, true))];

    private static readonly HashSet<string> Alone = Lexicon.Default.Tagged("noise.alone").Select(r => r.Pattern).ToHashSet(StringComparer.Ordinal);

    /// <summary>"Lire aussi" on a line of its own: the lines below it lead elsewhere until one is empty or is a sentence.</summary>
    private const string Links = "more";

    private const int LongestLink = 140;

    /// <summary>A longer line is of the frame only where it begins with the words.</summary>
    private const int LongestFrame = 160;

    /// <summary>A colon, an arrow or a bullet may stand around the words.</summary>
    private const int Around = 4;

    public static void Mark(string text, List<Line> lines)
    {
        var folds = lines.ConvertAll(l => l.Blank || l.Length > 400 ? "" : Fold.Of(text.AsSpan(l.Start, l.Length)).Trim());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (arabic, latin) = Letters(text);
        var read = lines.Where(l => !l.Blank).Sum(l => (long)l.Length);
        long past = 0;
        string? rest = null;
        var twice = Twice(lines, folds);
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, folded) = (lines[i], folds[i]);
            if (line.Blank) continue;
            past += line.Length;
            if (rest is not null) { line.Noise = rest; continue; }
            if (i > 0 && lines[i - 1].Noise == Links && line.Length < LongestLink && !Ends(text, line)) { line.Noise = Links; continue; }
            if (line.Length > 400) continue;
            line.Noise = (twice.Contains(folded) ? "menu" : null) ?? Repeated(folded, seen) ?? Glued(folded, text, line) ?? Caption(text, line, arabic, latin);
            if (Alone.Contains(folded.TrimEnd(':', ' '))) line.Noise = Links;
            var brief = line.Length <= LongestFrame;
            if (brief && Bar(text.AsSpan(line.Start, line.Length))) line.Noise ??= "menu";
            foreach (var (code, needle, untilEnd) in Needles)
            {
                if (!(brief ? folded.Contains(needle, StringComparison.Ordinal) : folded.StartsWith(needle, StringComparison.Ordinal))) continue;
                line.Noise = code == "more" && folded.Length > needle.Length + Around ? "menu" : code;
                if (untilEnd && past * 10 > read * 4) rest = code;
            }
        }
    }

    /// <summary>"Home | About | News | Contact", "Accueil > Coopération > Actualités".</summary>
    private static bool Bar(ReadOnlySpan<char> line) => (line.Count('|') >= 3 && !line.ContainsAnyInRange('0', '9')) || line.Count(" > ") >= 2 || line.Count(" › ") >= 2 || line.Count(" » ") >= 2;

    private static bool Ends(string text, Line line) => text[line.End - 1] is '.' or '!' or '؟' or '…';

    /// <summary>Short lines that stand twice are the frame of a page; below its middle a day told twice is that of two signatures.</summary>
    private static HashSet<string> Twice(List<Line> lines, List<string> folds)
    {
        var (once, twice) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < lines.Count; i++)
        {
            var folded = folds[i];
            if (lines[i].Length < 26 && (i * 2 < lines.Count || !folded.AsSpan().ContainsAnyInRange('0', '9')) && folded.Contains(' ', StringComparison.Ordinal) && !folded.StartsWith("article", StringComparison.Ordinal) && !once.Add(folded)) twice.Add(folded);
        }
        return twice;
    }

    private static string? Repeated(string folded, HashSet<string> seen) => folded.Length >= 25 && !seen.Add(folded) ? "repeated_title" : null;

    /// <summary>A menu loses its spaces when a page is copied: HomeEconomyHealthSport.</summary>
    private static string? Glued(string folded, string text, Line line)
    {
        if (folded.Contains(' ', StringComparison.Ordinal) || line.Length < 24) return null;
        var humps = 0;
        for (var i = line.Start + 1; i < line.End; i++)
            if (char.IsUpper(text[i]) && char.IsLower(text[i - 1])) humps++;
        return humps >= 3 ? "menu" : null;
    }

    /// <summary>A short line in the script that the text hardly uses is the caption of a picture or a file name.</summary>
    private static string? Caption(string text, Line line, int arabic, int latin)
    {
        if (line.Length > 220 || arabic + latin < 300) return null;
        var (a, l) = Letters(text.AsSpan(line.Start, line.Length));
        if (arabic > latin * 5 && l > 12 && a == 0) return "caption";
        return latin > arabic * 5 && a > 3 && l == 0 ? "caption" : null;
    }

    private static (int Arabic, int Latin) Letters(ReadOnlySpan<char> text)
    {
        var (arabic, latin) = (0, 0);
        foreach (var c in text)
        {
            if (Fold.IsArabic(c)) arabic++;
            else if (char.IsLetter(c)) latin++;
        }
        return (arabic, latin);
    }
}
