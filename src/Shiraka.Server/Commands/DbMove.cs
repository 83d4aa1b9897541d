using System.CommandLine;
using System.Globalization;
using Shiraka.Ledger;

namespace Shiraka.Server.Commands;

/// <summary><c>shiraka db move --to STORE</c>: a stopped installation from SQLite to PostgreSQL or back, with proof that nothing was lost.</summary>
internal static class DbMove
{
    public static Command Make(Output output)
    {
        var command = new Command("move", "Carries a stopped installation to an empty store of the other kind and proves that nothing was lost. The old store stays as it is.");
        var installation = InstallationOptions.On(command);
        var to = new Option<string>("--to") { Description = "A connection string of an empty PostgreSQL database (Host=…), or the SQLite file to make.", Required = true };
        command.Add(to);
        command.SetAction((parsed, cancel) => RunAsync(installation.From(parsed), parsed.GetRequiredValue(to), output, cancel));
        return command;
    }

    private static async Task<int> RunAsync(Installation installation, string to, Output output, CancellationToken cancel)
    {
        var target = new Installation(to, installation.Folder);
        if (installation.IsPostgres == target.IsPostgres) throw new RefusedException("move.same_kind", "Both stores are of one kind: copy a SQLite store with backup, a PostgreSQL one with pg_dump.");
        if (!target.IsPostgres && File.Exists(to)) throw new RefusedException("move.exists", $"{to} exists already.");
        var source = InstallationOptions.OpenStore(installation);
        await using var closing = (IAsyncDisposable)source;
        if (source is SqliteLane lane) await lane.StartAsync(cancel);      // and takes the lock: refused while a server runs on it
        if ((await Migrator.StatusAsync(source, cancel)).Any(script => script.State != MigrationState.Done))
            throw new RefusedException("move.other_version", "The tables are not those of this version: run db migrate first.");

        var part = target.IsPostgres ? to : to + ".part";
        if (!target.IsPostgres) File.Delete(part);
        var kept = await MoveAsync(source, part, output, cancel);
        if (kept is { } problem)
        {
            if (!target.IsPostgres) File.Delete(part);
            output.Problem(problem);
            return ExitStatus.Refused;
        }

        if (!target.IsPostgres) File.Move(part, to);
        output.Line("Start the server with the new store and the same data folder (keys, documents). Keep the old store off: two live copies are two histories.");
        return ExitStatus.Done;
    }

    // Null where everything arrived.
    private static async Task<string?> MoveAsync(IStore source, string to, Output output, CancellationToken cancel)
    {
        IStore target = source.Kind == StoreKind.Sqlite ? new PostgresStore(to) : new SqliteLane(to);
        await using var closing = (IAsyncDisposable)target;
        if (target is SqliteLane lane) await lane.StartAsync(cancel);
        await Migrator.RunAsync(target, TimeProvider.System, cancel);
        var tables = await StoreTables.OfAsync(source.Kind == StoreKind.Sqlite ? target : source, cancel);
        foreach (var table in tables)
            if ((await target.ReadAsync($"SELECT count(*) FROM {table.Name}", row => row.GetInt64(0), cancel))[0] > 0)
                return $"the target is not empty: {table.Name} holds rows";

        foreach (var (table, rows) in (await CopyAsync(source, target, tables, cancel)).Where(one => one.Rows > 0))
            output.Line(string.Create(CultureInfo.InvariantCulture, $"{rows,10} {table}"));
        if (await StoreMove.DifferencesAsync(source, target, tables, cancel) is { Count: > 0 } other)
            return $"not the same on both sides: {string.Join(", ", other)}. Was a server running on the old store? Empty the new one and move again";
        var heads = await source.ReadAsync("SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1", row => Checkpoint.Parse(row.GetString(0)), cancel);
        if (heads.Count == 0) return null;
        var result = await VerifyStore.RunAsync(target, heads, null, cancel);
        if (result.Ok) output.Line(string.Create(CultureInfo.InvariantCulture, $"the same on both sides; {result.Facts} facts verified, root {result.Root}"));
        return result.Problem?.ToString();
    }

    private static async Task<IReadOnlyList<StoreMove.Carried>> CopyAsync(IStore source, IStore target, IReadOnlyList<StoreTable> tables, CancellationToken cancel)
    {
        await using var snapshot = await LedgerSnapshot.OpenAsync(source, cancel);
        if (target.Kind == StoreKind.Sqlite) return await StoreMove.CopyAsync(snapshot, tables, batch => target.WriteAsync(batch, cancel));
        // All in one transaction: a move that is broken off leaves an empty database.
        return await target.WriteAsync(async (connection, transaction) => await StoreMove.CopyAsync(snapshot, tables, async add =>
        {
            await using var batch = Statements.On(connection, transaction);
            add(batch);
            await batch.ExecuteAsync(cancel);
        }), cancel);
    }
}
