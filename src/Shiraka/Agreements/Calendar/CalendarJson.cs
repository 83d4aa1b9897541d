using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shiraka.Agreements.Terms;

/// <summary>Writes a calendar as the command line promises it: days as <c>2021-01-31</c>, codes in kebab case, null for what is unknown or never.</summary>
public static class CalendarJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) }, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    public static string Write(ConventionCalendar calendar) => JsonSerializer.Serialize(
        new
        {
            calendar.InForceOn,
            calendar.ExpiresOn,
            calendar.LastDayForNotice,
            calendar.State,
            calendar.Terms,
            calendar.AsOf,
            calendar.EarliestEnd,
            calendar.EndedBy,
            Acts = calendar.Acts.Select(act => new { act.Kind, act.On, act.Effect }),
            calendar.Survives,
            calendar.Unknown,
        }, Options);

    /// <summary>The same in a few lines for a person at a terminal.</summary>
    public static string Sentences(ConventionCalendar calendar)
    {
        var lines = new List<string>
        {
            $"state on {Day(calendar.AsOf)}: {Code(calendar.State)}",
            $"in force on: {Day(calendar.InForceOn)}",
            $"expires on: {Day(calendar.ExpiresOn)}",
            $"last day for notice: {Day(calendar.LastDayForNotice)}",
        };
        lines.AddRange(calendar.Terms.Select((term, i) => $"term {(i + 1).ToString(CultureInfo.InvariantCulture)}: {Day(term.From)} to {Day(term.To)}, last day for notice {Day(term.LastDayForNotice)}"));
        lines.AddRange(calendar.Acts.Select(act => $"{Code(act.Kind)} of {Day(act.On)}: {Code(act.Effect)}"));
        lines.AddRange(calendar.Survives.Select(clause => $"survives: {clause.Clause} until {Day(clause.Until)}"));
        if (calendar.Unknown.Count > 0) lines.Add("not said: " + string.Join(", ", calendar.Unknown));
        return string.Join('\n', lines);
    }

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "unknown or none";

    private static string Code<T>(T code) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());
}
