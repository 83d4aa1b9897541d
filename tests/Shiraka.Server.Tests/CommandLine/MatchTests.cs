using System.Text.Json;
using Xunit;

namespace Shiraka.Server.Tests.CommandLine;

public sealed class MatchTests
{
    private const string Round = """
        { "seats": [{"id": "ORAN", "capacity": 1, "ranking": ["t2", "t1"]}, {"id": "الرباط", "capacity": 1}],
          "trainees": [{"id": "t1", "preferences": ["ORAN", "الرباط"]}, {"id": "t2", "preferences": ["ORAN"]}] }
        """;

    [Fact]
    public async Task A_round_is_matched_with_reasons_in_three_languages_and_the_result_verifies_from_the_files()
    {
        using var shell = new Shell();
        var file = shell.Write("round.json", Round);

        var matched = await shell.RunAsync("match", "--json", "--seed", "9", file);
        var verified = await shell.RunAsync("match", "--verify", shell.Write("result.json", matched.Results), "--json", file);

        Assert.Equal((0, ""), (matched.Status, matched.Messages));
        using var result = JsonDocument.Parse(matched.Results);
        Assert.Equal(9, result.RootElement.GetProperty("seed").GetInt64());
        Assert.Equal(["الرباط", "ORAN"], result.RootElement.GetProperty("assignments").EnumerateArray().Select(one => one.GetProperty("seat").GetString()));
        foreach (var why in result.RootElement.GetProperty("why").EnumerateArray())
            Assert.Equal(["fr", "ar", "en"], why.GetProperty("reason").EnumerateObject().Select(text => text.Name));
        Assert.Equal((0, "{\"ok\":true}\n"), (verified.Status, verified.Results));
    }

    [Fact]
    public async Task A_result_that_was_changed_ends_with_2_and_names_the_property()
    {
        using var shell = new Shell();
        var file = shell.Write("round.json", Round);
        var matched = await shell.RunAsync("match", "--json", file);
        var changed = shell.Write("result.json", matched.Results.Replace("\"t2\",\"seat\":\"ORAN\"", "\"t2\",\"seat\":null", StringComparison.Ordinal));

        var verified = await shell.RunAsync("match", "--verify", changed, "--json", file);

        Assert.Equal(2, verified.Status);
        using var said = JsonDocument.Parse(verified.Results);
        Assert.Equal((false, "blocking"), (said.RootElement.GetProperty("ok").GetBoolean(), said.RootElement.GetProperty("fails").GetString()));
        Assert.NotEmpty(verified.Messages);
    }

    [Theory]
    [InlineData("fr", "est complet")]
    [InlineData("ar", "مكتمل")]
    [InlineData("en", "is full")]
    public async Task The_text_speaks_the_language_asked_for(string language, string words)
    {
        using var shell = new Shell();

        var ended = await shell.RunWithInputAsync(Round, "match", "-", "--language", language);

        Assert.Equal(0, ended.Status);
        Assert.Contains(words, ended.Results, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\n\"seats\":[{\"id\":\"A\",\"capacity\":0}],\"trainees\":[]}")]
    [InlineData("{\"seats\":[],\"trainees\":[\n\n{\"id\":\"t\",\"preferences\":[\"Z\"]}]}")]
    public async Task A_file_that_is_wrong_is_refused_with_its_line_and_prints_nothing(string text)
    {
        using var shell = new Shell();

        var ended = await shell.RunAsync("match", "--json", shell.Write("round.json", text));

        Assert.Equal((2, ""), (ended.Status, ended.Results));
        Assert.Matches(@"round\.json: Line \d+: ", ended.Messages);
    }

    [Fact]
    public async Task A_seed_against_that_of_the_file_is_refused()
    {
        using var shell = new Shell();

        var ended = await shell.RunWithInputAsync("""{"seats":[],"trainees":[],"seed":1}""", "match", "-", "--seed", "2");

        Assert.Equal((2, ""), (ended.Status, ended.Results));
    }
}
