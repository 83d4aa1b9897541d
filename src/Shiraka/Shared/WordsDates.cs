using System.Globalization;

namespace Shiraka.Shared;

public sealed partial class Words
{
    private const string Narrow = "\u202F";
    private const string Fixed = "\u00A0";

    private CalendarNames Names => field ??= CalendarNames.Of(Language, Country);

    /// <summary>10 juin 2026 · 10 يونيو 2026 · 10 June 2026. The first of a month is « 1er » in French.</summary>
    public string Date(DateOnly day) => $"{DayAndMonth(day, Names.Months)} {Year(day)}";

    /// <summary>21 sept. 2026: the month abbreviated where the language does so.</summary>
    public string ShortDate(DateOnly day) => $"{DayAndMonth(day, Names.Short)} {Year(day)}";

    /// <summary>Mercredi 10 juin 2026.</summary>
    public string LongDate(DateOnly day)
    {
        var name = Names.Days[(int)day.DayOfWeek];
        var capital = char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];
        return $"{capital} {Date(day)}";
    }

    /// <summary>septembre 2021.</summary>
    public string MonthYear(DateOnly day) => $"{Names.Months[day.Month - 1]} {Year(day)}";

    /// <summary>sept. 2021.</summary>
    public string ShortMonthYear(DateOnly day) => $"{Names.Short[day.Month - 1]} {Year(day)}";

    /// <summary>12 juin: without the year, for what is near.</summary>
    public string DayMonth(DateOnly day) => DayAndMonth(day, Names.Short);

    /// <summary>sept.: the head of a column or of a calendar leaf. <paramref name="month"/> is 1 to 12.</summary>
    public string ShortMonth(int month) => Names.Short[month - 1];

    /// <summary>3 240: French and Arabic part the thousands with a narrow space, English with a comma; digits are Western.</summary>
    public string Number(long number)
    {
        var text = number.ToString("#,0", CultureInfo.InvariantCulture).Replace("-", "\u2212", StringComparison.Ordinal);
        return Language is Language.En ? text : text.Replace(",", Narrow, StringComparison.Ordinal);
    }

    /// <summary>61 %, from 61; one decimal at most. In Arabic it is isolated, so that it stays one piece in a line written the other way.</summary>
    public string Percent(double percent)
    {
        var text = percent.ToString("0.#", CultureInfo.InvariantCulture);
        return Language switch
        {
            Language.Fr => text.Replace('.', ',') + Fixed + "%",
            Language.Ar => $"\u2068{text.Replace('.', ',')}%\u2069",
            _ => text + "%",
        };
    }

    /// <summary>4 889 octets, 12 Ko, 3 Mo: steps of 1024, rounded to whole units.</summary>
    public string Size(long bytes) => bytes switch
    {
        < 10_240 => this["size.bytes", bytes],
        < 1_048_576 => this["size.kilobytes", (bytes + 512) / 1024],
        _ => this["size.megabytes", (bytes + 524_288) / 1_048_576],
    };

    /// <summary>
    /// aujourd’hui, demain, dans 103 jours, il y a 14 mois. Positive is to come. Up to four months the days are counted; then months, then years from two on.
    /// </summary>
    public string Relative(int days) => days switch
    {
        0 => this["relative.today"],
        1 => this["relative.tomorrow"],
        -1 => this["relative.yesterday"],
        > 0 => this["relative.in", Span(days)],
        _ => this["relative.ago", Span(-days)],
    };

    private string Span(int days) => days switch
    {
        <= 120 => this["duration.days", days],
        < 730 => this["duration.months", Math.Max(1, (int)Math.Round(days / 30.44))],
        _ => this["duration.years", (int)Math.Round(days / 365.25)],
    };

    private string DayAndMonth(DateOnly day, IReadOnlyList<string> months)
    {
        var number = day.Day == 1 && Language is Language.Fr ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);
        return number + Fixed + months[day.Month - 1];
    }

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);
}
