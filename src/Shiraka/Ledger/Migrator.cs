using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shiraka.Ledger;

/// <summary>
/// Numbered SQL scripts, one per store and number, each in a transaction of its own, with the checksum kept: a script that was
/// changed after it ran is refused, and a process killed half way leaves nothing to clear.
/// </summary>
internal static class Migrator
{
    private const string Folder = "Migrations/";

    public static async Task RunAsync(IStore store, TimeProvider clock, CancellationToken cancel)
    {
        await store.WriteAsync(batch => batch.Add(
            $"CREATE TABLE IF NOT EXISTS migrations (number {(store.Kind == StoreKind.Sqlite ? "INTEGER" : "integer")} PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, at bigint NOT NULL)"), cancel);
        var done = (await store.ReadAsync("SELECT number, checksum FROM migrations", row => (Number: row.GetInt32(0), Checksum: row.GetString(1)), cancel))
            .ToDictionary(row => row.Number, row => row.Checksum);
        foreach (var script in Scripts(store.Kind))
        {
            if (done.TryGetValue(script.Number, out var checksum))
            {
                if (checksum != script.Checksum) throw new InvalidOperationException($"Migration {script.Name} was changed after it ran.");
                continue;
            }

            await store.WriteAsync(batch =>
            {
                if (store.Kind == StoreKind.Postgres) batch.Add("SELECT pg_advisory_xact_lock(7402)");
                foreach (var statement in Split(script.Text, store.Kind)) batch.Add(statement);
                batch.Add("INSERT INTO migrations (number, name, checksum, at) VALUES (@number, @name, @checksum, @at)",
                    ("number", script.Number), ("name", script.Name), ("checksum", script.Checksum), ("at", clock.GetUtcNow().ToUnixTimeMilliseconds()));
            }, cancel);
        }
    }

    /// <summary>Every script of this version and whether it ran, without writing anything.</summary>
    public static async Task<IReadOnlyList<MigrationStatus>> StatusAsync(IStore store, CancellationToken cancel)
    {
        var kept = await store.ReadAsync(store.Kind == StoreKind.Sqlite
            ? "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'migrations'"
            : "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'migrations'", row => row.GetInt64(0), cancel);
        var done = kept[0] == 0 ? [] : (await store.ReadAsync("SELECT number, checksum FROM migrations", row => (Number: row.GetInt32(0), Checksum: row.GetString(1)), cancel))
            .ToDictionary(row => row.Number, row => row.Checksum);
        return [.. Scripts(store.Kind).Select(script => new MigrationStatus(script.Name,
            !done.TryGetValue(script.Number, out var checksum) ? MigrationState.Pending : checksum == script.Checksum ? MigrationState.Done : MigrationState.Changed))];
    }

    private static IEnumerable<Script> Scripts(StoreKind kind)
    {
        var suffix = kind == StoreKind.Sqlite ? ".sqlite.sql" : ".postgres.sql";
        var assembly = typeof(Migrator).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var text = reader.ReadToEnd();
            yield return new Script(int.Parse(name.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture), name[Folder.Length..], text,
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        }
    }

    // A batch takes one statement each on PostgreSQL; none of ours holds a semicolon at the end of a line inside a body.
    private static IEnumerable<string> Split(string text, StoreKind kind) => kind == StoreKind.Sqlite
        ? [text]
        : text.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private sealed record Script(int Number, string Name, string Text, string Checksum);
}

internal enum MigrationState
{
    Done,
    Pending,

    /// <summary>The script is not the one that ran: this version does not belong to this store.</summary>
    Changed,
}

internal sealed record MigrationStatus(string Name, MigrationState State);
