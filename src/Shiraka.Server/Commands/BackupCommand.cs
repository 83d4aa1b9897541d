using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Shiraka.Ledger;

namespace Shiraka.Server.Commands;

/// <summary>
/// <c>shiraka backup --to FILE</c>: a whole copy of a SQLite store, taken beside a running server from one snapshot, flushed, then
/// proven by verifying its ledger. The reading connection of the copy neither writes nor checkpoints the source.
/// </summary>
internal static class BackupCommand
{
    public static Command Make(Output output)
    {
        var command = new Command("backup", "Copies a SQLite store while the server runs, and verifies the copy. PostgreSQL has pg_dump.");
        var installation = InstallationOptions.On(command);
        var to = new Option<FileInfo>("--to") { Description = "The file to make; it must not exist.", Required = true };
        command.Add(to);
        command.SetAction((parsed, cancel) => RunAsync(installation.From(parsed), parsed.GetRequiredValue(to).FullName, output, cancel));
        return command;
    }

    private static async Task<int> RunAsync(Installation installation, string to, Output output, CancellationToken cancel)
    {
        if (installation.IsPostgres) throw new RefusedException("backup.postgres", "Back up PostgreSQL with pg_dump --format=custom; docs/operations.md says how.");
        if (File.Exists(to)) throw new RefusedException("backup.exists", $"{to} exists already.");
        var part = to + ".part";
        File.Delete(part);
        await using (var source = (SqliteLane)InstallationOptions.OpenStore(installation))
        await using (var connection = await source.OpenReaderAsync(cancel))
        await using (var copy = Statements.Query(connection, "VACUUM INTO @to", ("to", part)))
        {
            copy.CommandTimeout = 0;
            copy.ExecuteNonQuery();
        }

        var result = await VerifyCopyAsync(part, cancel);
        if (!result.Ok)
        {
            output.Problem($"the copy was not kept: {result.Problem}");
            File.Delete(part);
            return ExitStatus.Refused;
        }

        Flush(part);
        File.Move(part, to);
        output.Line(string.Create(CultureInfo.InvariantCulture, $"{to}: {new FileInfo(to).Length} bytes, {result.Facts} facts, root {result.Root}"));
        return ExitStatus.Done;
    }

    private static async Task<VerifyResult> VerifyCopyAsync(string file, CancellationToken cancel)
    {
        await using var store = new SqliteLane(file);
        var pages = await store.ReadAsync("PRAGMA integrity_check", row => row.GetString(0), cancel);
        return pages is ["ok"] ? await VerifyStore.RunAsync(store, [], null, cancel) : throw new InvalidDataException($"The copy is damaged: {pages[0]}");
    }

    // Without this a power cut just after could leave a named but empty backup.
    private static void Flush(string file)
    {
        SqliteConnection.ClearAllPools();
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }
}
