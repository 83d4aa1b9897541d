using System.Data.Common;
using Npgsql;

namespace Shiraka.Ledger;

/// <summary>Columns as both stores keep them.</summary>
public static class Rows
{
    extension(DbDataReader reader)
    {
        public Guid Id(int column) => reader is NpgsqlDataReader ? reader.GetGuid(column) : new Guid(reader.GetFieldValue<byte[]>(column), bigEndian: true);

        public Guid? IdOrNull(int column) => reader.IsDBNull(column) ? null : reader.Id(column);

        public long? LongOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

        public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

        public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

        public DateOnly Day(int column) => reader.GetFieldValue<DateOnly>(column);
    }
}

/// <summary>Statements of our own on a store, to read or to write.</summary>
public static class StoreStatements
{
    extension(IStore store)
    {
        /// <summary>Reads all rows of a query by a connection that cannot write.</summary>
        public async Task<List<T>> ReadAsync<T>(string text, Func<DbDataReader, T> row, CancellationToken cancel, params (string Name, object? Value)[] values)
        {
            await using var connection = await store.OpenReaderAsync(cancel);
            await using var command = Statements.Query(connection, text, values);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancel)) rows.Add(row(reader));
            return rows;
        }

        /// <summary>Runs statements as one write of their own.</summary>
        public Task WriteAsync(Action<Statements> statements, CancellationToken cancel) => store.WriteAsync(async (connection, transaction) =>
        {
            await using var batch = Statements.On(connection, transaction);
            statements(batch);
            await batch.ExecuteAsync(cancel);
            return true;
        }, cancel);
    }
}
