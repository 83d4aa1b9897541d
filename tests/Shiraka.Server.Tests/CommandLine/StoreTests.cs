using System.Text.Json;
using Xunit;

namespace Shiraka.Server.Tests.CommandLine;

public sealed class StoreTests
{
    [Fact]
    public async Task A_server_starts_on_an_empty_folder_and_stops_cleanly_on_ctrl_c()
    {
        using var shell = new Shell();
        var (server, url) = await shell.ServeAsync();
        using var http = new HttpClient();

        Assert.NotEqual(500, (int)(await http.GetAsync(url + "/fr/", TestContext.Current.CancellationToken)).StatusCode);
        Shell.Interrupt(server);
        var ended = await Shell.EndAsync(server);

        Assert.Equal((0, ""), (ended.Status, ended.Messages));
        server.Dispose();
    }

    [Fact]
    public async Task A_store_is_verified_and_backed_up_beside_its_running_server()
    {
        using var shell = new Shell();
        var (server, _) = await shell.ServeAsync();

        var verified = await shell.RunAsync("ledger", "verify", "--json");
        var copied = await shell.RunAsync("backup", "--to", "copy.db");
        var again = await shell.RunAsync("ledger", "verify", "--json", "--database", "copy.db");
        var second = await shell.RunAsync("serve", "--urls", "http://127.0.0.1:0");

        Shell.Interrupt(server);
        Assert.Equal(0, (await Shell.EndAsync(server)).Status);
        server.Dispose();
        Assert.Equal((0, 0, 0), (verified.Status, copied.Status, again.Status));
        using var result = JsonDocument.Parse(verified.Results);
        Assert.True(result.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(verified.Results, again.Results);
        Assert.Equal(2, second.Status);
        Assert.Contains("Another process", second.Messages, StringComparison.Ordinal);
        Assert.Equal(2, (await shell.RunAsync("backup", "--to", "copy.db")).Status);
    }

    [Fact]
    public async Task Migrations_are_pending_then_done_and_a_store_of_another_version_is_refused()
    {
        using var shell = new Shell();
        var database = shell.File("new.db");

        Assert.Equal(2, (await shell.RunAsync("db", "status", "--database", database)).Status);
        var migrated = await shell.RunAsync("db", "migrate", "--database", database);
        Assert.Equal(0, migrated.Status);
        Assert.Contains("0001-ledger", migrated.Results, StringComparison.Ordinal);
        var status = await shell.RunAsync("db", "status", "--database", database);
        Assert.All(status.Lines, line => Assert.StartsWith("done", line, StringComparison.Ordinal));
        Assert.Equal("", (await shell.RunAsync("db", "migrate", "--database", database)).Results);
    }
}
