using System.Text;
using Xunit;

namespace Shiraka.Server.Tests.CommandLine;

public sealed class NamesRefusedTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n", "line 1: there is no column")]
    [InlineData("x\ty\n1\t2\n", "line 1: there is no column")]
    [InlineData("a\tb\tname\ta\tname\n", "is there twice")]
    [InlineData("a\tb\tname\nAli\tعلي\tAli\n\nAli\n", "line 4: it ends before the column")]
    [InlineData("a\tb\tname\nAli\tعلي\tAli\tAli\n", "line 2: it has 4 cells where the header has 3")]
    [InlineData("a\tb\tname\r\nAli\tعلي\tAli\r\n\xC3\x28\tx\ty", "line 3: it is not UTF-8")]
    public async Task A_table_that_is_not_one_ends_with_2_the_line_and_the_reason(string table, string reason)
    {
        using var shell = new Shell();
        // \xC3\x28 stands for these two bytes, which are no letter of UTF-8.
        var parts = table.Split("\xC3\x28");
        await File.WriteAllBytesAsync(shell.File("t.tsv"), [.. Encoding.UTF8.GetBytes(parts[0]), .. parts.Length > 1 ? [0xC3, 0x28, .. Encoding.UTF8.GetBytes(parts[1])] : Array.Empty<byte>()], TestContext.Current.CancellationToken);

        await RefusedAsync(shell, reason, "names", "score", "--json", shell.File("t.tsv"));
        await RefusedAsync(shell, reason, "names", "search", "--json", shell.File("t.tsv"), "علي");
    }

    [Fact]
    public async Task Fifty_megabytes_are_refused()
    {
        using var shell = new Shell();
        await using (var large = File.Create(shell.File("large.tsv"))) large.SetLength(50 << 20);

        await RefusedAsync(shell, "larger than 48 MB", "names", "score", shell.File("large.tsv"));
        await RefusedAsync(shell, "larger than 48 MB", "names", "search", shell.File("large.tsv"), "علي");
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_an_empty_query_are_refused()
    {
        using var shell = new Shell();

        await RefusedAsync(shell, "missing.tsv", "names", "score", "missing.tsv");
        await RefusedAsync(shell, "empty", "names", "search", shell.Write("r.tsv", "name\nAli\n"), " ");
    }

    [Fact]
    public async Task Hostile_names_are_scored_like_any_other()
    {
        using var shell = new Shell();
        var long10 = string.Concat(Enumerable.Repeat("عبد ال", 1_700));

        var ended = await shell.RunWithInputAsync($"\uFEFFa\tb\tnote\n\u202EAli\t👩‍⚕️\n{long10}\t{long10}\n\t\n٣ علي\t3 Ali\n", "names", "score", "-");

        Assert.Equal((0, 5, ""), (ended.Status, ended.Lines.Length, ended.Messages));
    }

    private static async Task RefusedAsync(Shell shell, string reason, params string[] arguments)
    {
        var ended = await shell.RunAsync(arguments);
        Assert.Equal((2, ""), (ended.Status, ended.Results));
        Assert.Contains(reason, ended.Messages, StringComparison.Ordinal);
        Assert.False(ended.ShowsATrace, ended.Messages);
    }
}
