using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Shiraka.Ledger;

/// <summary>
/// Columns as both stores keep them. On SQLite ids, bytes and days are taken from the row as they lie there: by way of arrays and
/// general conversions, reading a ledger took half as long again.
/// </summary>
public static class Rows
{
    extension(DbDataReader reader)
    {
        public Guid Id(int column) => reader is SqliteDataReader row ? new Guid(row.Blob(column), bigEndian: true) : reader.GetGuid(column);

        public Guid? IdOrNull(int column) => reader.IsDBNull(column) ? null : reader.Id(column);

        public long? LongOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

        public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

        public byte[] Bytes(int column) => reader is SqliteDataReader row ? row.Blob(column).ToArray() : reader.GetFieldValue<byte[]>(column);

        public DateOnly Day(int column)
        {
            if (reader is not SqliteDataReader row) return reader.GetFieldValue<DateOnly>(column);
            Span<char> day = stackalloc char[10];
            return Ascii.ToUtf16(row.Blob(column), day, out var length) == OperationStatus.Done && DateOnly.TryParseExact(day[..length], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                ? read
                : throw new FormatException($"{row.GetString(column)} is no day.");
        }
    }

    // What lies in the row until it moves on; a text lies there in UTF-8.
    private static ReadOnlySpan<byte> Blob(this SqliteDataReader row, int column) => row.IsDBNull(column)
        ? throw new InvalidCastException($"Column {column} has no value.")
        : raw.sqlite3_column_blob(row.Handle, column);
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
