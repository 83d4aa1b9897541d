using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Threading.Channels;

namespace Shiraka.Ledger;

/// <summary>
/// Streams a whole store through <see cref="FullVerifier"/>: one snapshot, one connection that cannot write, facts in pages by
/// their place, each page hashed while the next is read. Memory does not grow with the number of facts.
/// </summary>
internal sealed class VerifyStore
{
    private const int PageFacts = 16 * Tile.Width;
    private readonly ConcurrentDictionary<(int Level, long Index), byte[]> tiles = new();
    private readonly DbConnection connection;
    private readonly DbTransaction snapshot;
    private bool rowsAreRead;
    private long read;

    private VerifyStore(DbConnection connection, DbTransaction snapshot) => (this.connection, this.snapshot) = (connection, snapshot);

    /// <summary>
    /// Checks every fact, tile and checkpoint. <paramref name="kept"/>: checkpoints held elsewhere, which must fit as well;
    /// <paramref name="publicKey"/>: the key to trust (null: the one the store names).
    /// </summary>
    /// <exception cref="RefusedException">The store holds no ledger.</exception>
    public static async Task<VerifyResult> RunAsync(IStore store, IReadOnlyList<Checkpoint> kept, string? publicKey, CancellationToken cancel)
    {
        await using var connection = await store.OpenReaderAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(store.Kind == StoreKind.Sqlite ? IsolationLevel.Serializable : IsolationLevel.RepeatableRead, cancel);
        var verify = new VerifyStore(connection, snapshot);
        try
        {
            return await verify.RunAsync(kept, publicKey, cancel);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or InvalidCastException or OverflowException)
        {
            return new VerifyResult(Ok: false, verify.read, "", new VerifyProblem("format", e.Message));
        }
    }

    private async Task<VerifyResult> RunAsync(IReadOnlyList<Checkpoint> kept, string? publicKey, CancellationToken cancel)
    {
        var (origin, ownKey) = Identity();
        using var key = VerifyingKey.Parse(publicKey ?? ownKey);
        var verifier = new FullVerifier(origin, key, Checkpoints(kept), TileAt);
        var pages = Channel.CreateBounded<List<LedgerRow>>(2);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => ReadPagesAsync(pages.Writer, enough.Token), CancellationToken.None);
        try
        {
            await foreach (var page in pages.Reader.ReadAllAsync(cancel))
                if (!verifier.Add(page, Environment.ProcessorCount)) break;
        }
        finally
        {
            await enough.CancelAsync();     // the connection is closed after this: nobody may be reading from it
            await reading;
        }

        return verifier.Finish();
    }

    private async Task ReadPagesAsync(ChannelWriter<List<LedgerRow>> pages, CancellationToken cancel)
    {
        Exception? failure = null;
        try
        {
            for (var page = Page(); page.Count > 0; page = Page())
            {
                FetchFullTiles(read, read + page.Count);
                read += page.Count;
                await pages.WriteAsync(page, cancel);
            }
        }
        catch (Exception e)
        {
            failure = e;
        }

        rowsAreRead = failure is null;
        pages.TryComplete(failure);
    }

    private List<LedgerRow> Page() => VerifyRows.Page(connection, snapshot, read, PageFacts);

    private void FetchFullTiles(long from, long to)
    {
        for (var level = 0; Tile.Count(to, level) > 0; level++)
        {
            var (first, end) = (Tile.Count(from, level) / Tile.Width, Tile.Count(to, level) / Tile.Width);
            if (first == end) continue;
            foreach (var (index, hashes) in Read("SELECT idx, hashes FROM tiles WHERE level = @level AND idx >= @first AND idx < @end",
                row => (row.GetInt64(0), row.Bytes(1)), ("level", level), ("first", first), ("end", end)))
                tiles[(level, index)] = hashes;
        }
    }

    // A full tile is asked for once, when its last leaf is added; the partial ones at the end, when the connection is free again.
    private byte[]? TileAt(int level, long index)
    {
        if (tiles.TryRemove((level, index), out var hashes)) return hashes;
        return rowsAreRead ? Read("SELECT hashes FROM tiles WHERE level = @level AND idx = @idx", row => row.Bytes(0), ("level", level), ("idx", index)).FirstOrDefault() : null;
    }

    private (string Origin, string Key) Identity() =>
        Read("SELECT origin, public_key FROM ledger_identity", row => (row.GetString(0), row.GetString(1))) is [var identity]
            ? identity
            : throw new RefusedException("ledger.none", "This store holds no ledger yet.");

    private List<Checkpoint> Checkpoints(IReadOnlyList<Checkpoint> kept) =>
        [.. Read("SELECT note FROM checkpoints ORDER BY size", row => Checkpoint.Parse(row.GetString(0))).Concat(kept).OrderBy(checkpoint => checkpoint.Size)];

    private List<T> Read<T>(string text, Func<DbDataReader, T> row, params (string Name, object? Value)[] values)
    {
        using var command = Statements.Query(connection, text, values);
        command.Transaction = snapshot;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }
}

/// <summary>Facts with their seals and bodies, as stored.</summary>
internal static class VerifyRows
{
    public static List<LedgerRow> Page(DbConnection connection, DbTransaction snapshot, long first, int most)
    {
        using var command = Statements.Query(connection, $"""
            SELECT {LeafRows.Columns}, s.seq, s.leaf_hash, b.salt, b.json
            FROM sealed s LEFT JOIN facts f ON f.id = s.fact_id LEFT JOIN fact_bodies b ON b.fact_id = s.fact_id
            WHERE s.seq >= @first ORDER BY s.seq LIMIT @most
            """, ("first", first), ("most", most));
        command.Transaction = snapshot;
        using var row = command.ExecuteReader(CommandBehavior.SequentialAccess);
        var rows = new List<LedgerRow>(most);
        while (row.Read())
        {
            if (row.IsDBNull(0)) throw new InvalidDataException($"The fact sealed after {first + rows.Count - 1} is missing from the store.");
            rows.Add(new LedgerRow(
                Fact: LeafRows.Read(row), Seq: row.GetInt64(LeafRows.Count), LeafHash: row.Bytes(LeafRows.Count + 1),
                Salt: row.IsDBNull(LeafRows.Count + 2) ? default : row.Bytes(LeafRows.Count + 2), Json: row.TextOrNull(LeafRows.Count + 3)));
        }

        return rows;
    }
}
