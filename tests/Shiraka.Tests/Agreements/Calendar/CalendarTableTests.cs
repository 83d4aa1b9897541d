using System.Text;
using System.Text.Json.Nodes;
using Shiraka.Agreements.Terms;
using Xunit;

namespace Shiraka.Tests.Agreements.Calendar;

/// <summary>
/// The calendar against <c>cases/cases.tsv</c>: cases lived through day by day by <c>cases/make_cases.py</c>, with the month
/// arithmetic of python-dateutil.
/// </summary>
public sealed class CalendarTableTests(ITestOutputHelper output)
{
    private static readonly string[] Compared = ["inForceOn", "expiresOn", "lastDayForNotice", "state", "terms"];

    [Fact]
    public void Every_case_of_the_table_gives_the_same_calendar()
    {
        var rows = Rows();
        var wrong = Wrong(rows);
        output.WriteLine($"{rows.Count} cases");
        Assert.True(rows.Count >= 500, "The table is too short.");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {rows.Count} differ:\n" + string.Join("\n\n", wrong.Take(8)));
    }

    [Fact]
    public void The_table_holds_the_days_that_are_hard()
    {
        var text = string.Join('\n', Rows().Select(row => row.Said));
        foreach (var hard in new[] { "2020-02-29", "-01-31", "-08-31", "\"minimum\"", "\"open\"", "express", "prorogations", "suspensions", "termination", "received" })
            Assert.True(text.Split(hard).Length > 20, hard);
        foreach (var effect in new[] { "late", "ends", "wrong-form", "extends", "renews", "suspends" })
            Assert.Contains(Rows(), row => row.Expected.Contains($"\"{effect}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_wrong_row_is_found()
    {
        var row = Rows()[0];
        var end = JsonNode.Parse(row.Expected)!["expiresOn"]!.GetValue<string>();
        var planted = row.Expected.Replace(end, DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(Wrong([row]));
        Assert.Single(Wrong([(row.Said, planted)]));
    }

    private static List<string> Wrong(IReadOnlyList<(string Said, string Expected)> rows)
    {
        var wrong = new List<string>();
        foreach (var (said, expected) in rows)
        {
            var (given, wanted) = (Given(said), Chosen(JsonNode.Parse(expected)!));
            if (given != wanted) wrong.Add($"{said}\n  given  {given}\n  wanted {wanted}");
        }

        return wrong;
    }

    private static string Given(string said)
    {
        try
        {
            var (convention, asOf, _) = ConventionJson.Read(Encoding.UTF8.GetBytes(said));
            return Chosen(JsonNode.Parse(CalendarJson.Write(ConventionCalendar.Of(convention, asOf!.Value)))!);
        }
        catch (RefusedException e)
        {
            return e.Message;
        }
    }

    private static string Chosen(JsonNode calendar)
    {
        var acts = calendar["acts"]!.AsArray().Select(act => act is JsonArray ? string.Join(' ', act.AsArray()) : $"{act!["kind"]} {act["on"]} {act["effect"]}");
        return string.Join(' ', Compared.Select(name => name + ":" + calendar[name]?.ToJsonString())) + " acts:" + string.Join(", ", acts);
    }

    internal static string Table { get; } = Path.Combine(AppContext.BaseDirectory, "Agreements", "Calendar", "cases", "cases.tsv");

    private static List<(string Said, string Expected)> Rows() =>
        [.. File.ReadLines(Table).Where(line => !line.StartsWith('#')).Select(line => (line.Split('\t')[0], line.Split('\t')[1]))];
}
