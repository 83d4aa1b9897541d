using System.Globalization;
using System.Text;

namespace Shiraka.Programme;

/// <summary>
/// One day in a calendar. <paramref name="Uid"/> stays for ever; <paramref name="Sequence"/> grows with every change;
/// <paramref name="AlarmDays"/> are the days before on which the reader is reminded.
/// </summary>
internal sealed record CalendarEntry(
    string Uid, long Sequence, DateOnly On, string Summary, string Description, string Category, Uri Link, IReadOnlyList<int> AlarmDays)
{
    public string? Location { get; init; }
}

/// <summary>
/// Writes a calendar as RFC 5545 wants it: CRLF, lines of at most 75 octets that are never cut within a letter, texts escaped,
/// days as dates without a zone. The same entries at the same instant give the same bytes.
/// </summary>
internal sealed class CalendarFile
{
    private const int MostOctets = 75;
    private readonly StringBuilder _text = new();

    /// <param name="name">What calendar programs call it.</param>
    /// <param name="language">The language of the texts, as in <c>LANGUAGE</c>.</param>
    /// <param name="at">When the ledger last changed, Unix milliseconds.</param>
    public static string Write(string name, string language, long at, IEnumerable<CalendarEntry> entries)
    {
        var file = new CalendarFile();
        file.Line("BEGIN:VCALENDAR");
        file.Line("VERSION:2.0");
        file.Line("PRODID:-//Shiraka//Deadlines//" + language.ToUpperInvariant());
        file.Line("CALSCALE:GREGORIAN");
        file.Line("METHOD:PUBLISH");
        file.Line($"NAME;LANGUAGE={language}:{Escaped(name)}");
        file.Line("X-WR-CALNAME:" + Escaped(name));
        file.Line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        file.Line("X-PUBLISHED-TTL:PT6H");
        foreach (var entry in entries) file.Event(entry, language, DateTimeOffset.FromUnixTimeMilliseconds(at));
        file.Line("END:VCALENDAR");
        return file._text.ToString();
    }

    private void Event(CalendarEntry entry, string language, DateTimeOffset at)
    {
        Line("BEGIN:VEVENT");
        Line("UID:" + entry.Uid);
        Line("DTSTAMP:" + at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line("SEQUENCE:" + Math.Min(entry.Sequence, int.MaxValue).ToString(CultureInfo.InvariantCulture));
        Line("DTSTART;VALUE=DATE:" + Day(entry.On));
        Line("DTEND;VALUE=DATE:" + Day(entry.On.AddDays(1)));
        Line($"SUMMARY;LANGUAGE={language}:{Escaped(entry.Summary)}");
        if (entry.Description.Length > 0) Line($"DESCRIPTION;LANGUAGE={language}:{Escaped(entry.Description)}");
        if (entry.Location is { } location) Line($"LOCATION:{Escaped(location)}");
        Line($"CATEGORIES;LANGUAGE={language}:{Escaped(entry.Category)}");
        Line("URL:" + entry.Link.AbsoluteUri);
        Line("TRANSP:TRANSPARENT");
        foreach (var days in entry.AlarmDays)
        {
            Line("BEGIN:VALARM");
            Line("ACTION:DISPLAY");
            Line($"TRIGGER:-P{days.ToString(CultureInfo.InvariantCulture)}D");
            Line($"DESCRIPTION;LANGUAGE={language}:{Escaped(entry.Summary)}");
            Line("END:VALARM");
        }

        Line("END:VEVENT");
    }

    // The space that continues a line counts among its octets.
    private void Line(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
            _ = letter switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ';' or ',' => escaped.Append('\\').Append(letter),
                _ when char.IsControl(letter) => escaped,
                _ => escaped.Append(letter),
            };
        return escaped.ToString();
    }
}
