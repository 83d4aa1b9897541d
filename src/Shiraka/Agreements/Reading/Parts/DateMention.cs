using System.Globalization;

namespace Shiraka.Agreements.TextReading;

/// <summary>A day told in the text. <c>Year</c>, <c>Month</c> or <c>Day</c> is 0 where it is not told; a weekday alone has none of the three.</summary>
internal sealed record DateMention(int First, int Last, int Year, int Month, int Day)
{
    public DayOfWeek? Weekday { get; init; }

    /// <summary>0 for today, -1 for yesterday, -2 for the day before.</summary>
    public int? Relative { get; init; }

    /// <summary>0 for "that day", 1 for "the next day": counted from the day told last before it.</summary>
    public int? AfterLast { get; init; }

    public bool Full => Year > 0 && Month > 0 && Day > 0;

    public DateOnly? Value => Full && Month <= 12 && Year is > 1900 and < 2200 && Day <= DateTime.DaysInMonth(Year, Month) ? new DateOnly(Year, Month, Day) : null;
}

/// <summary>Finds days in the calendars and spellings of the three languages: digits, words, Hijri, relative, weekday alone.</summary>
internal static class DateMentions
{
    /// <summary>So far stands the year of a deed from its day.</summary>
    private const int Solemn = 12;

    public static List<DateMention> Find(Page page)
    {
        var found = new List<DateMention>();
        var dated = new bool[page.Tokens.Count];
        for (var i = 0; i < page.Tokens.Count; i++)
        {
            var date = Numeric(page, i) ?? Named(page, i) ?? EnglishOrder(page, i);
            if (date is null) continue;
            var weekday = WeekdayBefore(page, date.First);
            date = weekday is { } w ? date with { First = w.First, Weekday = (DayOfWeek)int.Parse(w.Value, CultureInfo.InvariantCulture) } : date;
            found.Add(date);
            dated.AsSpan(date.First, date.Last - date.First + 1).Fill(true);
            i = date.Last;
        }
        found.AddRange(page.All("relative").Where(m => !page.In("followingday", m.First - 1, m.Last + 2).Any(f => f.First <= m.First && f.Last >= m.Last)).Select(m => new DateMention(m.First, m.Last, 0, 0, 0) { Relative = int.Parse(m.Value, CultureInfo.InvariantCulture) }));
        found.AddRange(page.All("followingday").Select(m => new DateMention(m.First, m.Last, 0, 0, 0) { AfterLast = int.Parse(m.Value, CultureInfo.InvariantCulture) }));
        found.AddRange(page.All("weekday").Where(m => !dated[m.First]).Select(m => new DateMention(m.First, m.Last, 0, 0, 0) { Weekday = (DayOfWeek)int.Parse(m.Value, CultureInfo.InvariantCulture) }));
        return [.. found.OrderBy(d => d.First)];
    }

    /// <summary>22/09/2021, 2021-09-22, 22.9.2021: day first unless the year stands first.</summary>
    private static DateMention? Numeric(Page page, int i)
    {
        if (i + 2 >= page.Tokens.Count || !Number(page, i, out var a) || !Number(page, i + 1, out var b) || !Number(page, i + 2, out var c)) return null;
        if (!Slashed(page, i + 1) || !Slashed(page, i + 2)) return null;
        var (day, year) = a > 1000 ? (c, a) : (a, c);
        if (year is > 20 and < 100 && page.Tokens[i + 2].End - page.Tokens[i + 2].Start == 2) year += 2000;
        if (year is > 1300 and < 1500) return Hijri(year, b, day) is { } h ? new DateMention(i, i + 2, h.Year, h.Month, h.Day) : null;
        if (day is < 1 or > 31 || year is < 1900 or > 2200) return null;
        if (b > 12 && day <= 12) (b, day) = (day, b);
        return b is < 1 or > 12 ? null : new DateMention(i, i + 2, year, b, day);
    }

    /// <summary>"14 septembre 2021", "الاثنين 27 أكتوبر 2025", "le deux mars deux mille vingt", "12th of May, 2020".</summary>
    private static DateMention? Named(Page page, int i)
    {
        if (page.At("month", i) is not { } month || i == 0 || IsVerb(page, i)) return null;
        var (day, first) = DayBefore(page, i);
        if (day == 0) return null;
        var (year, last) = YearAfter(page, month.Last);
        return Of(month, first, last, year == 0 ? YearBefore(page, first) : year, day);
    }

    /// <summary>"L'an deux mille vingt-cinq et le quatorze du mois de février".</summary>
    private static int YearBefore(Page page, int day)
    {
        for (var i = day - 1; i >= 0 && day - i <= Solemn && page.Tokens[i + 1].Before != Gap.Stop; i--)
            if (page.Tokens[i].Text is "an" or "year") return YearAfter(page, i).Year;
        return 0;
    }

    /// <summary>"May 12, 2020", "28 May" having been tried.</summary>
    private static DateMention? EnglishOrder(Page page, int i)
    {
        if (page.At("month", i) is not { } month || month.Last + 1 >= page.Tokens.Count || month.Value[0] == 'h' || IsVerb(page, i)) return null;
        var at = month.Last + 1;
        if (!Number(page, at, out var day) || day is < 1 or > 31 || page.Tokens[at].Before == Gap.Stop) return null;
        if (at + 1 < page.Tokens.Count && page.Tokens[at + 1].Text is "st" or "nd" or "rd" or "th") at++;
        var (year, last) = YearAfter(page, at);
        return year == 0 && page.Tokens[i].Shape == Shape.Arabic ? null : Of(month, i, last, year, day);
    }

    /// <summary>"Readers may recall": English writes its months with a capital.</summary>
    public static bool IsVerb(Page page, int month) => page.Tokens[month] is { Shape: Shape.Lower, Text: "may" or "march" };

    private static DateMention? Of(Match month, int first, int last, int year, int day)
    {
        if (month.Value[0] != 'h') return new DateMention(first, last, year, int.Parse(month.Value, CultureInfo.InvariantCulture), day);
        return year > 0 && Hijri(year, int.Parse(month.Value.AsSpan(1), CultureInfo.InvariantCulture), day) is { } h ? new DateMention(first, last, h.Year, h.Month, h.Day) : null;
    }

    private static (int Day, int First) DayBefore(Page page, int month)
    {
        var i = month - 1;
        if (page.Tokens[i].Text is "of" or "de" or "من" or "شهر" or "d") i--;
        if (i >= 0 && page.Tokens[i].Text is "من") i--;
        if (i > 0 && page.Tokens[i].Text is "mois" or "month" && page.Tokens[i - 1].Text is "du" or "the") i -= 2;
        if (i > 0 && page.Tokens[i].Text is "of") i--;
        while (i > 0 && page.Tokens[i].Text is "st" or "nd" or "rd" or "th" or "er" or "day") i--;
        if (i < 0) return (0, 0);
        if (Number(page, i, out var day)) return day is >= 1 and <= 31 ? (day, i) : (0, 0);
        for (var from = Math.Max(0, i - 3); from <= i; from++)
            if (page.At("day", from) is { } words && words.Last == i) return (int.Parse(words.Value, CultureInfo.InvariantCulture), from);
        return (0, 0);
    }

    private static (int Year, int Last) YearAfter(Page page, int month)
    {
        for (var i = month + 1; i < page.Tokens.Count && i <= month + 3 && page.Tokens[i].Before != Gap.Stop; i++)
        {
            if (Number(page, i, out var year)) return year is > 1300 and < 2200 ? (year, i) : (0, month);
            if (page.At("year", i) is { Value: "1900" or "2000" } century)
            {
                var value = int.Parse(century.Value, CultureInfo.InvariantCulture);
                var after = century.Last + 1 < page.Tokens.Count && page.Is(century.Last + 1, "joiner") ? century.Last + 2 : century.Last + 1;
                return after < page.Tokens.Count && page.At("year", after) is { Value.Length: 2 } rest
                    ? (value + int.Parse(rest.Value, CultureInfo.InvariantCulture), rest.Last) : (value, century.Last);
            }
            if (page.Tokens[i].Text is not ("de" or "l" or "an" or "of" or "the" or "year" or "سنه" or "عام" or "من" or "لسنه" or "لعام" or "ه" or "م" or "in") && page.At("month", i) is null) break;
        }
        return (0, month);
    }

    private static Match? WeekdayBefore(Page page, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - 3 && page.Tokens[i + 1].Before != Gap.Stop; i--)
        {
            if (page.At("weekday", i) is { } weekday && weekday.Last == i) return weekday;
            if (page.Tokens[i].Text is not ("le" or "the" or "الموافق" or "الموافق" or "ل" or "يوم" or "من" or "في")) break;
        }
        return null;
    }

    private static DateOnly? Hijri(int year, int month, int day)
    {
        if (month is < 1 or > 12 || day is < 1 or > 30 || year is < 1318 or > 1500) return null;
        var calendar = new UmAlQuraCalendar();
        return DateOnly.FromDateTime(calendar.ToDateTime(year, month, Math.Min(day, calendar.GetDaysInMonth(year, month)), 0, 0, 0, 0));
    }

    private static bool Number(Page page, int i, out int value)
    {
        value = 0;
        return page.Tokens[i].Shape == Shape.Number && page.Tokens[i].Text.Length <= 4 && int.TryParse(page.Tokens[i].Text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static bool Slashed(Page page, int i)
    {
        var between = page.Between(i).Trim();
        return between.Length == 1 && between[0] is '/' or '-' or '.' or '–';
    }
}
