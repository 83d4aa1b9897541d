using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Server.Tests.Access;

namespace Shiraka.Server.Tests.CommandLine;

public sealed class ImportTests
{
    private const string Email = "salma@chu.example";

    private const string Text = """
        Le CHU d'Oran et le CHU de Kamenge ont signé à Oran, le 14 mai 2023, une convention de partenariat.
        Le CHU d'Oran s'engage à accueillir dix stagiaires en oncologie.
        """;

    [Fact]
    public async Task Each_file_becomes_a_draft_of_the_person_and_nothing_is_confirmed()
    {
        using var shell = new Shell();
        await OpenAsync(shell, Role.CooperationOfficer);
        var file = shell.Write("اتفاقية.txt", Text);

        var first = await shell.RunAsync("import", "--as", Email, "--json", file);
        var again = await shell.RunWithInputAsync(Text, "import", "--as", Email, "-");

        Assert.Equal((0, ""), (first.Status, first.Messages));
        using var taken = JsonDocument.Parse(Assert.Single(first.Lines));
        var draft = taken.RootElement.GetProperty("draft").GetGuid();
        Assert.Equal((file, "/fr/import/" + draft, false), (taken.RootElement.GetProperty("file").GetString(), taken.RootElement.GetProperty("address").GetString(), taken.RootElement.GetProperty("known").GetBoolean()));
        Assert.Equal((0, $"-: /fr/import/{draft} (brought in before)\n"), (again.Status, again.Results));

        await using var store = new SqliteLane(shell.File(Path.Combine("shiraka-data", "shiraka.db")));
        Assert.Equal(["open"], await TextsAsync(store, "SELECT state FROM drafts"));
        Assert.Empty(await TextsAsync(store, "SELECT title FROM agreements"));
        Assert.Equal(["اتفاقية.txt"], await TextsAsync(store, "SELECT file_name FROM document_citations"));
        Assert.Equal([Email], await TextsAsync(store, "SELECT a.email FROM sources s JOIN accounts a ON a.id = s.imported_by"));
        Assert.Equal(["command_line", "command_line"], await TextsAsync(store, "SELECT outcome FROM access_log WHERE action = 'import'"));
    }

    [Fact]
    public async Task A_file_that_is_refused_does_not_stop_the_others()
    {
        using var shell = new Shell();
        await OpenAsync(shell, Role.CooperationOfficer);

        var ended = await shell.RunAsync("import", "--as", Email, "missing.txt", shell.Write("weather.txt", "Il pleuvra dimanche."), shell.Write("empty.txt", ""), shell.Write("a.txt", Text));

        Assert.Equal((2, 1), (ended.Status, ended.Lines.Length));
        foreach (var name in (string[])["missing.txt", "weather.txt", "empty.txt"]) Assert.Contains(name + ": ", ended.Messages, StringComparison.Ordinal);
        Assert.False(ended.ShowsATrace);
    }

    [Fact]
    public async Task A_person_whose_roles_do_not_allow_it_brings_nothing_in()
    {
        using var shell = new Shell();
        await OpenAsync(shell, Role.Auditor);

        var ended = await shell.RunAsync("import", "--as", Email, shell.Write("a.txt", Text));

        Assert.Equal((2, ""), (ended.Status, ended.Results));
        Assert.Contains("ImportTexts", ended.Messages, StringComparison.Ordinal);
        await using var store = new SqliteLane(shell.File(Path.Combine("shiraka-data", "shiraka.db")));
        Assert.Empty(await TextsAsync(store, "SELECT name FROM sources"));
    }

    [Fact]
    public async Task Beside_a_running_server_the_store_is_refused_with_the_way_to_go()
    {
        using var shell = new Shell();
        await OpenAsync(shell, Role.CooperationOfficer);
        var (server, _) = await shell.ServeAsync();

        var ended = await shell.RunAsync("import", "--as", Email, shell.Write("a.txt", Text));

        Shell.Interrupt(server);
        await Shell.EndAsync(server);
        server.Dispose();
        Assert.Equal((2, ""), (ended.Status, ended.Results));
        Assert.Contains("Another process has this installation open. Where its server runs, give its address with --server.", ended.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_a_running_server_the_token_says_who_it_is()
    {
        await using var host = await RunningHost.StartAsync();
        var organisation = Guid.CreateVersion7();
        var officer = await host.Setup.OpenAsync(Email, "Salma", organisation, Role.CooperationOfficer, password: RunningHost.Password);
        using var shell = new Shell();
        var file = shell.Write("اتفاقية.txt", Text);
        var address = host.Address.ToString();
        Assert.Contains("SHIRAKA_TOKEN", (await shell.RunAsync("import", "--server", address, file)).Messages, StringComparison.Ordinal);
        shell.Variables["SHIRAKA_TOKEN"] = await host.App.Services.GetRequiredService<Sessions>().OpenAsync(officer.Id, organisation, isToken: true, label: "dépôt");

        var taken = await shell.RunAsync("import", "--server", address, file, shell.Write("weather.txt", "Il pleuvra dimanche."));
        shell.Variables["SHIRAKA_TOKEN"] = "wrong";
        var stranger = await shell.RunAsync("import", "--server", address, file);

        Assert.Equal(2, taken.Status);
        Assert.StartsWith($"{file}: {address}fr/import/", Assert.Single(taken.Lines), StringComparison.Ordinal);
        Assert.Contains("weather.txt: ", taken.Messages, StringComparison.Ordinal);
        Assert.Equal((2, ""), (stranger.Status, stranger.Results));
        Assert.Equal(["اتفاقية.txt"], await host.RowsAsync("SELECT name FROM sources"));
    }

    private static async Task OpenAsync(Shell shell, Role role)
    {
        var opened = await shell.RunAsync("account", "add", Email, "--name", "Salma Bennis", "--organisation", "CHU de Tlemcen", "--country", "DZ", "--role", role.ToString());
        Assert.Equal((0, ""), (opened.Status, opened.Messages));
    }

    private static Task<List<string>> TextsAsync(SqliteLane store, string query) => ((IStore)store).ReadAsync(query, row => row.GetString(0), TestContext.Current.CancellationToken);
}
