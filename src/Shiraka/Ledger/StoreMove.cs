using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace Shiraka.Ledger;

/// <summary>
/// Carries all rows of a stopped installation to an empty store of the other kind and compares what arrived with what was sent, row by row.
/// The ledger keeps its facts, seals, checkpoints and name; the signing key is not part of a store.
/// </summary>
internal static class StoreMove
{
    private const int RowsAtOnce = 500;

    /// <summary>How many rows of which table were carried.</summary>
    public sealed record Carried(string Table, long Rows);

    /// <summary>Fills an empty store by <paramref name="write"/>, which takes a batch at a time, and returns what it wrote.</summary>
    public static async Task<IReadOnlyList<Carried>> CopyAsync(LedgerSnapshot from, IReadOnlyList<StoreTable> tables, Func<Action<Statements>, Task> write)
    {
        var carried = new List<Carried>();
        foreach (var table in tables)
        {
            if (table.Name == "unsealed") await write(batch => batch.Add("DELETE FROM unsealed"));      // what the facts queued as they came in
            var (columns, rows) = (table.Carried.ToArray(), 0L);
            foreach (var some in from.Stream(table.Select, row => Values(row, columns)).Chunk(RowsAtOnce))
            {
                await write(batch =>
                {
                    foreach (var values in some) batch.Add(table.Insert, [.. columns.Select((column, i) => (column.Name, column.Name == table.Own ? null : values[i]))]);
                });
                rows += some.Length;
            }

            if (table.Own is { } own) await NameOwnAsync(from, table, own, write);
            carried.Add(new(table.Name, rows));
        }

        return carried;
    }

    /// <summary>The tables whose rows are not the same on both sides.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(IStore one, IStore other, IReadOnlyList<StoreTable> tables, CancellationToken cancel)
    {
        await using var first = await LedgerSnapshot.OpenAsync(one, cancel);
        await using var second = await LedgerSnapshot.OpenAsync(other, cancel);
        return [.. tables.Where(table => Sum(first, table) != Sum(second, table)).Select(table => table.Name)];
    }

    private static object?[] Values(DbDataReader row, StoreColumn[] columns) => [.. columns.Select((column, i) => column.Read(row, i))];

    // A row may name one that comes after it: all are there before any is named.
    private static async Task NameOwnAsync(LedgerSnapshot from, StoreTable table, string own, Func<Action<Statements>, Task> write)
    {
        foreach (var some in from.Stream($"SELECT id, {own} FROM {table.Name} WHERE {own} IS NOT NULL", row => (Id: row.Id(0), Other: row.Id(1))).Chunk(RowsAtOnce))
            await write(batch =>
            {
                foreach (var (id, other) in some) batch.Add($"UPDATE {table.Name} SET {own} = @other WHERE id = @id", ("other", other), ("id", id));
            });
    }

    // In no order, for each store sorts texts by its own collation: rows are told apart by their keys, so equal sums are equal sets.
    private static (long Rows, string Hash) Sum(LedgerSnapshot snapshot, StoreTable table)
    {
        var columns = table.Carried.ToArray();
        var (rows, sum) = (0L, new byte[SHA256.HashSizeInBytes]);
        foreach (var values in snapshot.Stream(table.Select, row => Values(row, columns)))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var value in values) Append(hash, value);
            var one = hash.GetHashAndReset();
            for (var i = 0; i < sum.Length; i++) sum[i] ^= one[i];
            rows++;
        }

        return (rows, Convert.ToHexStringLower(sum));
    }

    private static void Append(IncrementalHash hash, object? value)
    {
        var bytes = value switch
        {
            null => null,
            byte[] raw => raw,
            Guid id => id.ToByteArray(bigEndian: true),
            bool yes => [(byte)(yes ? 1 : 0)],
            _ => Encoding.UTF8.GetBytes(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!),
        };
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes?.Length ?? -1);
        hash.AppendData(length);
        if (bytes is not null) hash.AppendData(bytes);
    }
}
