using System.Text.Json;
using Xunit;

namespace Shiraka.Server.Tests.CommandLine;

public sealed class ReadAndNamesTests
{
    private const string Text = """
        Rabat, le 12 mars 2024. Le Centre hospitalier universitaire Ibn Sina et l'Assistance publique - Hôpitaux de Paris ont signé une
        convention de partenariat pour l'accueil de dix stagiaires en oncologie pendant trois ans.
        """;

    [Fact]
    public async Task Each_text_gives_one_line_of_json_and_spans_that_are_in_it()
    {
        using var shell = new Shell();
        var file = shell.Write("a.txt", Text);

        var ended = await shell.RunAsync("read", "--json", file, file);

        Assert.Equal((0, 2), (ended.Status, ended.Lines.Length));
        using var reading = JsonDocument.Parse(ended.Lines[0]);
        Assert.Equal(file, reading.RootElement.GetProperty("file").GetString());
        foreach (var party in reading.RootElement.GetProperty("instruments")[0].GetProperty("parties").EnumerateArray())
            Assert.Equal(party.GetProperty("text").GetString(), Text[party.GetProperty("start").GetInt32()..party.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public async Task Standard_input_is_read_as_utf8_and_named_by_a_dash()
    {
        using var shell = new Shell();

        var ended = await shell.RunWithInputAsync("وقعت وزارة الصحة اتفاقية شراكة بالرباط يوم 3 ماي 2023.", "read", "--json", "-");

        Assert.Equal(0, ended.Status);
        using var reading = JsonDocument.Parse(ended.Results);
        Assert.Equal(("-", "ar"), (reading.RootElement.GetProperty("file").GetString(), reading.RootElement.GetProperty("language").GetString()));
    }

    [Fact]
    public async Task A_file_that_is_refused_does_not_stop_the_others()
    {
        using var shell = new Shell();

        var ended = await shell.RunAsync("read", "--json", "missing.txt", shell.Write("a.txt", Text));

        Assert.Equal((2, 1), (ended.Status, ended.Lines.Length));
        Assert.Contains("missing.txt", ended.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "empty")]
    [InlineData(50_000_000, "larger than 20 MB")]
    [InlineData(3_000_000, "longer than two million characters")]
    public async Task A_file_without_text_or_beyond_all_measure_is_refused_with_its_reason_and_nothing_printed(int bytes, string reason)
    {
        using var shell = new Shell();

        var ended = await shell.RunAsync("read", "--json", shell.Write("a.txt", new string('a', bytes)));

        Assert.Equal((2, ""), (ended.Status, ended.Results));
        Assert.Contains(reason, ended.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused_with_their_reason_and_nothing_printed()
    {
        using var shell = new Shell();
        var file = shell.Write("a.txt", "");
        await File.WriteAllBytesAsync(file, [0x43, 0x61, 0xE9, 0x20, 0xFF, 0xFE], TestContext.Current.CancellationToken);

        var ended = await shell.RunAsync("read", "--json", file);

        Assert.Equal((2, ""), (ended.Status, ended.Results));
        Assert.Contains("not UTF-8", ended.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pairs_of_names_are_scored_whatever_the_order_of_the_columns()
    {
        using var shell = new Shell();

        var ended = await shell.RunWithInputAsync("note\tb\ta\nx\tAmine Tahraoui\tأمين التهراوي\ny\tKarim Bennis\tأمين التهراوي\n", "names", "score", "-", "--json");

        Assert.Equal(0, ended.Status);
        Assert.Equal("a\tb\tscore\tsame", ended.Lines[0]);
        Assert.StartsWith("أمين التهراوي\tAmine Tahraoui\t", ended.Lines[1], StringComparison.Ordinal);
        Assert.Equal(["1", "0"], ended.Lines[1..].Select(line => line.Split('\t')[3]));
    }
}
