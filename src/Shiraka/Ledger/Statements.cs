using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
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

    /// <summary>As <see cref="Add"/>; the statement must touch exactly one row.</summary>
    /// <exception cref="DbUpdateConcurrencyException">From <see cref="ExecuteAsync"/>: it touched another number of rows; somebody was faster.</exception>
    public abstract void AddOne(string text, params ReadOnlySpan<(string Name, object? Value)> values);

    public abstract Task ExecuteAsync(CancellationToken cancel);

    private static void RequireOne(int rows)
    {
        if (rows != 1) throw new DbUpdateConcurrencyException("The thing was changed by somebody else meanwhile.");
    }

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
        private readonly List<(SqliteCommand Command, bool One)> commands = [];

        public override void Add(string text, params ReadOnlySpan<(string Name, object? Value)> values) =>
            commands.Add(((SqliteCommand)Query(connection, text, values), false));

        public override void AddOne(string text, params ReadOnlySpan<(string Name, object? Value)> values) =>
            commands.Add(((SqliteCommand)Query(connection, text, values), true));

        public override Task ExecuteAsync(CancellationToken cancel)
        {
            foreach (var (command, one) in commands)
            {
                var rows = command.ExecuteNonQuery();
                command.Dispose();
                if (one) RequireOne(rows);
            }

            commands.Clear();
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            foreach (var (command, _) in commands) command.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Batch(NpgsqlConnection connection, NpgsqlTransaction? transaction) : Statements
    {
        private readonly NpgsqlBatch batch = new(connection, transaction);
        private readonly List<NpgsqlBatchCommand> ones = [];

        public override void Add(string text, params ReadOnlySpan<(string Name, object? Value)> values) => Append(text, values);

        public override void AddOne(string text, params ReadOnlySpan<(string Name, object? Value)> values) => ones.Add(Append(text, values));

        public override async Task ExecuteAsync(CancellationToken cancel)
        {
            await batch.ExecuteNonQueryAsync(cancel);
            foreach (var one in ones) RequireOne((int)one.Rows);
        }

        private NpgsqlBatchCommand Append(string text, ReadOnlySpan<(string Name, object? Value)> values)
        {
            var command = new NpgsqlBatchCommand(text);
            foreach (var (name, value) in values) command.Parameters.Add(Postgres(name, value));
            batch.BatchCommands.Add(command);
            return command;
        }

        public override ValueTask DisposeAsync() => batch.DisposeAsync();
    }
}
