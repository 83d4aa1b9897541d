using System.Text.RegularExpressions;

namespace Shiraka.Server.Tests.CommandLine;

public sealed class DemoTests
{
    [Fact]
    public async Task The_demonstration_reads_plans_and_follows_five_agreements_and_says_how_each_stands()
    {
        using var shell = new Shell();
        var first = await shell.RunAsync("demo", "--once", "--data", "demo");
        Assert.Equal((0, ""), (first.Status, first.Messages));
        var accounts = first.Lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, accounts.Count);
        Assert.All(accounts, line => Assert.Matches("^  [1-9][0-9]* promises, [1-9][0-9]* facts: .+$", line));
        foreach (var state in new[] { "kept", "ontrack", "late", "silent" }) Assert.Contains(accounts, line => line.Contains(state, StringComparison.Ordinal));
        Assert.Matches("^Ledger: [0-9]+ sealed facts, root [0-9a-f]{64}$", first.Lines[^1]);

        var again = await shell.RunAsync("demo", "--once", "--data", "demo");
        Assert.Equal(0, again.Status);
        Assert.Equal(first.Lines[1..], again.Lines);      // made once, told again
        Assert.Equal(0, (await shell.RunAsync("ledger", "verify", "--data", "demo")).Status);
        await ReportAsync(shell);
        Assert.Empty(Regex.Matches(first.Results, "at Shiraka", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    // Beside its running server, and checked by who has nothing but the file.
    private static async Task ReportAsync(Shell shell)
    {
        var (server, _) = await shell.ServeAsync("--data", "demo");
        await using (var store = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={shell.File("demo/shiraka.db")};Mode=ReadOnly;Pooling=False"))
        {
            await store.OpenAsync();
            await using var first = store.CreateCommand();
            first.CommandText = "SELECT id FROM agreements ORDER BY id LIMIT 1";
            var agreement = new Guid((byte[])(await first.ExecuteScalarAsync())!, bigEndian: true).ToString();

            var written = await shell.RunAsync("report", "--data", "demo", "--agreement", agreement, "--language", "ar", "--out", "report.html");
            Assert.Equal((0, ""), (written.Status, written.Messages));
            Assert.Equal(0, (await shell.RunAsync("ledger", "verify", "report.html")).Status);
            var changed = (await File.ReadAllTextAsync(shell.File("report.html"))).Replace("\"quantity\":", "\"quantity\":1", StringComparison.Ordinal);
            Assert.Equal(2, (await shell.RunAsync("ledger", "verify", shell.Write("changed.html", changed))).Status);
            Assert.Equal(64, (await shell.RunAsync("report", "--data", "demo", "--agreement", agreement, "--out", "report.docx")).Status);
            Assert.Equal(64, (await shell.RunAsync("report", "--data", "demo", "--agreement", agreement, "--language", "de", "--out", "report.html")).Status);
            var unknown = await shell.RunAsync("report", "--data", "demo", "--agreement", Guid.Empty.ToString(), "--out", "none.html");
            Assert.Equal((2, "shiraka: There is no such agreement, or it was not known at that position.\n"), (unknown.Status, unknown.Messages));
        }

        Shell.Interrupt(server);
        Assert.Equal(0, (await Shell.EndAsync(server)).Status);
        server.Dispose();
    }
}
