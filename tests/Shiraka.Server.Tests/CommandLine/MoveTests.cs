using System.Text.Json;
using Npgsql;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Server.Tests.CommandLine;

public sealed class MoveTests
{
    [Fact]
    public async Task An_installation_moves_to_PostgreSQL_and_back_with_the_same_root_and_lives_on_there()
    {
        using var shell = new Shell();
        var demo = await shell.RunAsync("demo", "--once", "--data", "laptop");
        Assert.Equal(0, demo.Status);
        shell.Variables["SHIRAKA_DATA"] = shell.File("laptop");
        var before = await VerifiedAsync(shell);
        var postgres = await PostgresCluster.DatabaseAsync();

        var there = await shell.RunAsync("db", "move", "--to", postgres);
        Assert.Equal((0, ""), (there.Status, there.Messages));
        Assert.Contains("the same on both sides", there.Results, StringComparison.Ordinal);
        Assert.Equal(before, await VerifiedAsync(shell, "--database", postgres));

        // The new store takes facts and signs them with the key of the old one.
        var opened = await shell.RunWithInputAsync("", "account", "add", "nadia@demo.test", "--name", "Nadia", "--role", "Auditor", "--organisation", "CHU d'essai", "--country", "MA", "--database", postgres);
        Assert.Equal((0, ""), (opened.Status, opened.Messages));
        var (server, url) = await shell.ServeAsync("--database", postgres);
        using var http = new HttpClient();
        Assert.Equal(200, (int)(await http.GetAsync(url + "/health/ready", TestContext.Current.CancellationToken)).StatusCode);
        Shell.Interrupt(server);
        Assert.Equal(0, (await Shell.EndAsync(server)).Status);
        server.Dispose();
        var grown = await VerifiedAsync(shell, "--database", postgres);
        Assert.True(grown.Facts > before.Facts);

        var back = await shell.RunAsync("db", "move", "--database", postgres, "--to", shell.File("back.db"));
        Assert.Equal((0, ""), (back.Status, back.Messages));
        Assert.Equal(grown, await VerifiedAsync(shell, "--database", shell.File("back.db")));
    }

    [Fact]
    public async Task A_move_is_refused_onto_what_is_there_beside_a_server_and_to_the_same_kind()
    {
        using var shell = new Shell();
        var (server, _) = await shell.ServeAsync();
        var postgres = await PostgresCluster.DatabaseAsync();

        var beside = await shell.RunAsync("db", "move", "--to", postgres);
        Shell.Interrupt(server);
        await Shell.EndAsync(server);
        server.Dispose();
        Assert.Equal(2, beside.Status);
        Assert.Contains("Another process", beside.Messages, StringComparison.Ordinal);

        Assert.Equal(2, (await shell.RunAsync("db", "move", "--to", shell.File("other.db"))).Status);
        Assert.Equal(0, (await shell.RunAsync("db", "move", "--to", postgres)).Status);
        var twice = await shell.RunAsync("db", "move", "--to", postgres);
        Assert.Equal(2, twice.Status);
        Assert.Contains("not empty", twice.Messages, StringComparison.Ordinal);
        Assert.Equal(2, (await shell.RunAsync("db", "move", "--database", postgres, "--to", shell.Write("there.db", "x"))).Status);
        Assert.Equal(2, (await shell.RunAsync("db", "move", "--to", "Host=127.0.0.1;Port=1;Timeout=1")).Status);
    }

    [Fact]
    public async Task A_row_that_did_not_arrive_as_it_was_is_found()
    {
        using var shell = new Shell();
        Assert.Equal(0, (await shell.RunAsync("demo", "--once", "--data", "laptop")).Status);
        shell.Variables["SHIRAKA_DATA"] = shell.File("laptop");
        var postgres = await PostgresCluster.DatabaseAsync();
        Assert.Equal(0, (await shell.RunAsync("db", "migrate", "--database", postgres)).Status);
        await using (var source = NpgsqlDataSource.Create(postgres))
        await using (var planted = source.CreateCommand("""
            CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.title := NEW.title || ' '; RETURN NEW; END $$;
            CREATE TRIGGER spoil BEFORE INSERT ON activities FOR EACH ROW EXECUTE FUNCTION spoil();
            """))
            await planted.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var moved = await shell.RunAsync("db", "move", "--to", postgres);

        Assert.Equal(2, moved.Status);
        Assert.Contains("not the same on both sides: activities", moved.Messages, StringComparison.Ordinal);
    }

    private static async Task<(long Facts, string Root)> VerifiedAsync(Shell shell, params string[] options)
    {
        var verified = await shell.RunAsync(["ledger", "verify", "--json", .. options]);
        Assert.Equal((0, ""), (verified.Status, verified.Messages));
        using var result = JsonDocument.Parse(verified.Results);
        return (result.RootElement.GetProperty("facts").GetInt64(), result.RootElement.GetProperty("root").GetString()!);
    }
}
