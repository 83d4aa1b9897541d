using System.Text.Json;
using Xunit;

namespace Shiraka.Server.Tests.CommandLine;

public sealed class TermsCommandTests
{
    private const string Convention = """
        { "signatures": [{"party": "P", "on": "2020-01-15"}, {"party": "Q", "on": "2020-02-01"}],
          "entryIntoForce": "last-signature", "duration": "P3Y",
          "renewal": {"kind": "tacit", "duration": "P1Y", "max": 2},
          "notice": {"before": "P3M", "received": ["2022-12-01"]}, "asOf": "2021-01-01" }
        """;

    [Fact]
    public async Task The_calendar_of_the_contract_is_printed_as_one_object()
    {
        using var shell = new Shell();

        var ended = await shell.RunWithInputAsync(Convention, "terms", "-", "--json");

        Assert.Equal((0, 1, ""), (ended.Status, ended.Lines.Length, ended.Messages));
        using var calendar = JsonDocument.Parse(ended.Results);
        string? At(string name) => calendar.RootElement.GetProperty(name).GetString();
        Assert.Equal(("2020-02-01", "2025-02-01", "2022-11-01", "in-force"), (At("inForceOn"), At("expiresOn"), At("lastDayForNotice"), At("state")));
        var terms = calendar.RootElement.GetProperty("terms").EnumerateArray().Select(t => t.GetProperty("from").GetString() + " " + t.GetProperty("to").GetString() + " " + t.GetProperty("lastDayForNotice").GetString());
        Assert.Equal(["2020-02-01 2023-02-01 2022-11-01", "2023-02-01 2024-02-01 2023-11-01", "2024-02-01 2025-02-01 "], terms);
        Assert.Equal("late", calendar.RootElement.GetProperty("acts")[0].GetProperty("effect").GetString());
    }

    [Fact]
    public async Task At_a_terminal_it_is_told_in_lines()
    {
        using var shell = new Shell();

        var ended = await shell.RunAsync("terms", shell.Write("c.json", Convention));

        Assert.Equal(0, ended.Status);
        Assert.Contains("last day for notice: 2022-11-01", ended.Lines);
        Assert.Contains("notice of 2022-12-01: late", ended.Lines);
    }

    [Fact]
    public async Task Fifty_megabytes_are_refused_without_being_read()
    {
        using var shell = new Shell();
        await using (var large = File.Create(shell.File("large.json"))) large.SetLength(50 << 20);

        var ended = await shell.RunAsync("terms", "--json", shell.File("large.json"));

        Assert.Equal((2, ""), (ended.Status, ended.Results));
        Assert.Contains("larger than 1 MB", ended.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contradiction_ends_with_2_one_line_and_nothing_printed()
    {
        using var shell = new Shell();

        var ended = await shell.RunWithInputAsync("{\"entryIntoForce\":\"2020-01-01\",\n\"duration\":\"P1Y\",\n\"notice\":{\"received\":[\"2021-06-01\"]}}", "terms", "-", "--json");

        Assert.Equal((2, ""), (ended.Status, ended.Results));
        Assert.Equal("shiraka: -: line 3: notice.received[0]: notice after the end\n", ended.Messages);
    }
}
