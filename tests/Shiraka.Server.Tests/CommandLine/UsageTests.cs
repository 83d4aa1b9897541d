using Xunit;

namespace Shiraka.Server.Tests.CommandLine;

public sealed class UsageTests
{
    [Theory]
    [InlineData("serv")]
    [InlineData("read")]
    [InlineData("names")]
    [InlineData("names", "score", "a.tsv", "--most", "x")]
    [InlineData("ledger", "verify", "--unknown")]
    [InlineData("backup")]
    [InlineData("terms")]
    [InlineData("account", "add", "a@chu.example", "--name", "A", "--organisation", "CHU", "--role", "3")]
    [InlineData("account", "add", "a@chu.example", "--name", "A", "--organisation", "CHU", "--country", "MA", "--kind", "99")]
    [InlineData("import", "a.txt")]
    [InlineData("import", "--as", "salma@chu.example")]
    [InlineData("import", "a.txt", "--as", "salma@chu.example", "--server", "http://127.0.0.1:1")]
    public async Task Wrong_usage_ends_with_64_and_says_how_to_get_help(params string[] arguments)
    {
        using var shell = new Shell();

        var ended = await shell.RunAsync(arguments);

        Assert.Equal((64, ""), (ended.Status, ended.Results));
        Assert.Contains("--help", ended.Messages, StringComparison.Ordinal);
        Assert.False(ended.ShowsATrace);
    }

    [Fact]
    public async Task Help_lists_the_commands()
    {
        using var shell = new Shell();

        var ended = await shell.RunAsync("--help");

        Assert.Equal(0, ended.Status);
        foreach (var command in new[] { "serve", "read", "import", "names", "terms", "match", "ledger", "db", "backup" }) Assert.Contains("  " + command, ended.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_no_connection_string()
    {
        using var shell = new Shell();
        shell.Variables["SHIRAKA_DATABASE"] = "Host=db;Password=not-for-screens";

        var ended = await shell.RunAsync("serve", "--help");

        Assert.Contains("--database", ended.Results, StringComparison.Ordinal);
        Assert.DoesNotContain("not-for-screens", ended.Results, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read", "missing.txt")]
    [InlineData("read", "picture.png")]
    [InlineData("read", "binary.txt")]
    [InlineData("names", "score", "missing.tsv")]
    [InlineData("names", "score", "binary.txt")]
    [InlineData("names", "score", "columns.tsv")]
    [InlineData("terms", "missing.json")]
    [InlineData("terms", "binary.txt")]
    [InlineData("terms", "columns.tsv", "--json")]
    [InlineData("ledger", "verify", "binary.txt")]
    [InlineData("ledger", "verify", "columns.tsv")]
    [InlineData("ledger", "verify")]
    [InlineData("ledger", "verify", "--database", "binary.txt")]
    [InlineData("ledger", "verify", "--checkpoint", "columns.tsv")]
    [InlineData("db", "status", "--database", "Host=127.0.0.1;Port=1;Timeout=1")]
    [InlineData("backup", "--to", "copy.db")]
    [InlineData("import", "columns.tsv", "--as", "nobody@chu.example")]
    [InlineData("import", "columns.tsv", "--server", "http://127.0.0.1:1")]
    [InlineData("serve", "--urls", "http://127.0.0.1:0", "--data", "binary.txt")]
    public async Task Bad_input_ends_with_2_and_one_line_of_reason(params string[] arguments)
    {
        using var shell = new Shell();
        await File.WriteAllBytesAsync(shell.File("binary.txt"), [0xFF, 0xFE, 0x00, 0x80, 0xC3, 0x28], TestContext.Current.CancellationToken);
        shell.Write("columns.tsv", "x\ty\n1\t2\n");
        shell.Write("picture.png", "no picture");

        var ended = await shell.RunAsync(arguments);

        Assert.Equal((2, ""), (ended.Status, ended.Results));
        Assert.NotEmpty(ended.Messages);
        Assert.False(ended.ShowsATrace, ended.Messages);
    }
}
