using System.CommandLine;
using Shiraka.Ledger;

namespace Shiraka.Server.Commands;

/// <summary><c>shiraka db migrate</c> and <c>db status</c>: the tables, without a server.</summary>
internal static class DbCommand
{
    public static Command Make(Output output) => new("db", "The tables of the store.") { Migrate(output), Status(output), DbMove.Make(output) };

    private static Command Migrate(Output output)
    {
        var command = new Command("migrate", "Brings the tables up to this version. The server does the same when it starts.");
        var installation = InstallationOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var where = installation.From(parsed);
            IStore store = where.IsPostgres ? new PostgresStore(where.Database) : new SqliteLane(where.Database);
            await using var closing = (IAsyncDisposable)store;
            if (store is SqliteLane lane) await lane.StartAsync(cancel);
            var before = await Migrator.StatusAsync(store, cancel);
            await Migrator.RunAsync(store, TimeProvider.System, cancel);
            foreach (var script in before.Where(script => script.State == MigrationState.Pending)) output.Line("done " + script.Name);
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Status(Output output)
    {
        var command = new Command("status", "Lists the migrations: done, pending, or changed after they ran (then the status is 2).");
        var installation = InstallationOptions.On(command);
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output." };
        command.Add(json);
        command.SetAction(async (parsed, cancel) =>
        {
            var store = InstallationOptions.OpenStore(installation.From(parsed));
            await using var closing = (IAsyncDisposable)store;
            var scripts = await Migrator.StatusAsync(store, cancel);
            if (parsed.GetValue(json)) output.JsonLine(new { store = store.Kind.ToString().ToLowerInvariant(), migrations = scripts.Select(s => new { s.Name, state = s.State.ToString().ToLowerInvariant() }) });
            else foreach (var script in scripts) output.Line($"{script.State.ToString().ToLowerInvariant(),-8}{script.Name}");
            return scripts.Any(script => script.State == MigrationState.Changed) ? ExitStatus.Refused : ExitStatus.Done;
        });
        return command;
    }
}
