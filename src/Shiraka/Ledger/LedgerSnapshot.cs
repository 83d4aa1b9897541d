using System.Data;
using System.Data.Common;

namespace Shiraka.Ledger;

/// <summary>The store as it was when the snapshot was taken, over a connection that cannot write.</summary>
internal sealed class LedgerSnapshot : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;

    private LedgerSnapshot(DbConnection connection, DbTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    public static async Task<LedgerSnapshot> OpenAsync(IStore store, CancellationToken cancel)
    {
        var connection = await store.OpenReaderAsync(cancel);
        try
        {
            return new(connection, await connection.BeginTransactionAsync(store.Kind == StoreKind.Sqlite ? IsolationLevel.Serializable : IsolationLevel.RepeatableRead, cancel));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public List<T> Read<T>(string text, Func<DbDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Statements.Query(connection, text, values);
        command.Transaction = transaction;
        using var reader = command.ExecuteReader(CommandBehavior.SequentialAccess);
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>The rows one after the other; the connection serves nothing else until they are through.</summary>
    public IEnumerable<T> Stream<T>(string text, Func<DbDataReader, T> row)
    {
        using var command = Statements.Query(connection, text);
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return row(reader);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
