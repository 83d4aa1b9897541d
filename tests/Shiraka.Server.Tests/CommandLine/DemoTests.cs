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
        Assert.Equal(0, (await shell.RunAsync("ledger", "verify", "--database", Path.Combine("demo", "demo.db"), "--data", "demo")).Status);
        Assert.Empty(Regex.Matches(first.Results, "at Shiraka", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }
}
