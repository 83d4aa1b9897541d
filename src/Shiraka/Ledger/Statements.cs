using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Shiraka.Ledger;

/// <summary>
/// Our own SQL, the same text on both stores: one round trip on PostgreSQL, a loop over prepared statements on SQLite.
/// Values are bound by type; a <see cref="Guid"/> is 16 big-endian bytes on SQLite.
/// </summary>
public abstract class Statements : IAsyncDisposable
{
    public static Statements On(DbConnection connection, DbTransaction? transaction) => connection is NpgsqlConnection postgres
        ? new Batch(postgres, (NpgsqlTransaction?)transaction)
        : new Loop((SqliteConnection)connection);

    public abstract void Add(string text, params ReadOnlySpan<(string Name, object? Value)> values);

    public abstract Task ExecuteAsync(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();

    /// <summary>A command that reads, on either store, with its values bound.</summary>
    public static DbCommand Query(DbConnection connection, string text, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values) command.Parameters.Add(connection is NpgsqlConnection ? Postgres(name, value) : Sqlite(name, value));
        return command;
    }

    private static SqliteParameter Sqlite(string name, object? value) => new("@" + name, value switch
    {
        null => DBNull.Value,
        Guid guid => guid.ToByteArray(true),
        DateOnly day => day.ToString("O", null),
        _ => value,
    });

    private static NpgsqlParameter Postgres(string name, object? value) => new(name, value ?? DBNull.Value);

    private sealed class Loop(SqliteConnection connection) : Statements
    {
        private readonly List<SqliteCommand> commands = [];

        public override void Add(string text, params ReadOnlySpan<(string Name, object? Value)> values) =>
            commands.Add((SqliteCommand)Query(connection, text, values));

        public override Task ExecuteAsync(CancellationToken cancel)
        {
            foreach (var command in commands)
            {
                command.ExecuteNonQuery();
                command.Dispose();
            }

            commands.Clear();
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            foreach (var command in commands) command.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Batch(NpgsqlConnection connection, NpgsqlTransaction? transaction) : Statements
    {
        private readonly NpgsqlBatch batch = new(connection, transaction);

        public override void Add(string text, params ReadOnlySpan<(string Name, object? Value)> values)
        {
            var command = new NpgsqlBatchCommand(text);
            foreach (var (name, value) in values) command.Parameters.Add(Postgres(name, value));
            batch.BatchCommands.Add(command);
        }

        public override Task ExecuteAsync(CancellationToken cancel) => batch.ExecuteNonQueryAsync(cancel);

        public override ValueTask DisposeAsync() => batch.DisposeAsync();
    }
}
