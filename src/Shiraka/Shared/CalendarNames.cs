using System.Text.Json;

namespace Shiraka.Shared;

/// <summary>Names of months and days, read from <c>calendar.json</c>. <see cref="Days"/> begins on Sunday.</summary>
internal sealed record CalendarNames(IReadOnlyList<string> Months, IReadOnlyList<string> Short, IReadOnlyList<string> Days)
{
    private static readonly Dictionary<string, CalendarNames> s_all = Read();

    /// <summary>In Arabic the names of months differ between countries; the other languages have one set.</summary>
    public static CalendarNames Of(Language language, string country) =>
        s_all.GetValueOrDefault($"{language.Code()}-{country}") ?? s_all[language.Code()];

    private static Dictionary<string, CalendarNames> Read()
    {
        using var stream = typeof(CalendarNames).Assembly.GetManifestResourceStream("Shared/calendar.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, CalendarNames>>(stream, JsonSerializerOptions.Web)!;
    }
}
