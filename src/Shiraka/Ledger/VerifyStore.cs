using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;

namespace Shiraka.Ledger;

/// <summary>
/// Streams a whole store through <see cref="FullVerifier"/>: connections that cannot write, facts in pages by their place, read on all
/// cores and hashed while the next are read. What is sealed after the start is left for the next time. Memory does not grow with the number of facts.
/// </summary>
internal sealed class VerifyStore
{
    private const int PageFacts = 16 * Tile.Width;
    private readonly ConcurrentDictionary<(int Level, long Index), byte[]> tiles = new();
    private readonly IReadOnlyList<LedgerSnapshot> snapshots;
    private readonly long end;
    private bool rowsAreRead;
    private long read;

    private VerifyStore(IReadOnlyList<LedgerSnapshot> snapshots) =>
        (this.snapshots, end) = (snapshots, snapshots[0].Read("SELECT coalesce(max(seq) + 1, 0) FROM sealed", row => row.GetInt64(0))[0]);

    /// <summary>
    /// Checks every fact, tile and checkpoint. <paramref name="kept"/>: checkpoints held elsewhere, which must fit as well;
    /// <paramref name="publicKey"/>: the key to trust (null: the one the store names).
    /// </summary>
    /// <exception cref="RefusedException">The store holds no ledger.</exception>
    public static async Task<VerifyResult> RunAsync(IStore store, IReadOnlyList<Checkpoint> kept, string? publicKey, CancellationToken cancel)
    {
        var snapshots = new List<LedgerSnapshot>();
        try
        {
            for (var i = 0; i < Math.Min(Environment.ProcessorCount, 4); i++) snapshots.Add(await LedgerSnapshot.OpenAsync(store, cancel));
            var verify = new VerifyStore(snapshots);
            try
            {
                return await verify.RunAsync(kept, publicKey, cancel);
            }
            catch (Exception e) when (e is FormatException or InvalidDataException or InvalidCastException or OverflowException)
            {
                return new VerifyResult(Ok: false, verify.read, "", new VerifyProblem("format", e.Message));
            }
        }
        finally
        {
            foreach (var snapshot in snapshots) await snapshot.DisposeAsync();
        }
    }

    private async Task<VerifyResult> RunAsync(IReadOnlyList<Checkpoint> kept, string? publicKey, CancellationToken cancel)
    {
        var (origin, ownKey) = Identity();
        using var key = VerifyingKey.Parse(publicKey ?? ownKey);
        var verifier = new FullVerifier(origin, key, Checkpoints(kept), TileAt);
        // Reader n has every n-th page in a channel of its own, so that they are taken in their order.
        var pages = snapshots.Select(_ => Channel.CreateBounded<List<LedgerRow>>(1)).ToArray();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.WhenAll(snapshots.Select((_, n) => Task.Run(() => ReadPagesAsync(n, pages[n].Writer, enough.Token), CancellationToken.None)));
        try
        {
            var more = true;
            for (var n = 0; more && await pages[n].Reader.WaitToReadAsync(cancel); n = (n + 1) % pages.Length)
            {
                pages[n].Reader.TryRead(out var page);
                more = verifier.Add(page!, Environment.ProcessorCount);
                read += page!.Count;
            }

            rowsAreRead = more;
        }
        finally
        {
            await enough.CancelAsync();     // the connections are closed after this: nobody may be reading from them
            await reading;
        }

        return verifier.Finish();
    }

    private async Task ReadPagesAsync(int reader, ChannelWriter<List<LedgerRow>> pages, CancellationToken cancel)
    {
        Exception? failure = null;
        try
        {
            for (var first = (long)reader * PageFacts; first < end; first += snapshots.Count * PageFacts)
            {
                FetchFullTiles(snapshots[reader], first, Math.Min(end, first + PageFacts));
                await pages.WriteAsync(VerifyRows.Page(snapshots[reader], first, end, PageFacts), cancel);
            }
        }
        catch (Exception e)
        {
            failure = e;
        }

        pages.TryComplete(failure);
    }

    private void FetchFullTiles(LedgerSnapshot snapshot, long from, long to)
    {
        for (var level = 0; Tile.Count(to, level) > 0; level++)
        {
            var (first, last) = (Tile.Count(from, level) / Tile.Width, Tile.Count(to, level) / Tile.Width);
            if (first == last) continue;
            foreach (var (index, hashes) in snapshot.Read("SELECT idx, hashes FROM tiles WHERE level = @level AND idx >= @first AND idx < @last",
                row => (row.GetInt64(0), row.Bytes(1)), ("level", level), ("first", first), ("last", last)))
                tiles[(level, index)] = hashes;
        }
    }

    // A full tile is asked for once, when its last leaf is added; the partial ones at the end, when the connection is free again.
    private byte[]? TileAt(int level, long index)
    {
        if (tiles.TryRemove((level, index), out var hashes)) return hashes;
        return rowsAreRead ? snapshots[0].Read("SELECT hashes FROM tiles WHERE level = @level AND idx = @idx", row => row.Bytes(0), ("level", level), ("idx", index)).FirstOrDefault() : null;
    }

    private (string Origin, string Key) Identity() =>
        snapshots[0].Read("SELECT origin, public_key FROM ledger_identity", row => (row.GetString(0), row.GetString(1))) is [var identity]
            ? identity
            : throw new RefusedException("ledger.none", "This store holds no ledger yet.");

    private List<Checkpoint> Checkpoints(IReadOnlyList<Checkpoint> kept) =>
        [.. snapshots[0].Read("SELECT note FROM checkpoints ORDER BY size", row => Checkpoint.Parse(row.GetString(0))).Concat(kept).OrderBy(checkpoint => checkpoint.Size)];
}

/// <summary>Facts with their seals and bodies, as stored.</summary>
internal static class VerifyRows
{
    // What stands in the place of a missing fact is read too, so that it can be named.
    public static List<LedgerRow> Page(LedgerSnapshot snapshot, long first, long end, int most) => snapshot.Read($"""
        SELECT {LeafRows.Columns}, s.seq, s.leaf_hash, b.salt, b.json
        FROM sealed s LEFT JOIN facts f ON f.id = s.fact_id LEFT JOIN fact_bodies b ON b.fact_id = s.fact_id
        WHERE s.seq >= @first AND s.seq < @end ORDER BY s.seq LIMIT @most
        """, Row, ("first", first), ("end", end), ("most", most));

    private static LedgerRow Row(DbDataReader row)
    {
        if (row.IsDBNull(0)) throw new InvalidDataException($"The fact sealed as {row.GetInt64(LeafRows.Count)} is missing from the store.");
        return new LedgerRow(
            Fact: LeafRows.Read(row), Seq: row.GetInt64(LeafRows.Count), LeafHash: row.Bytes(LeafRows.Count + 1),
            Salt: row.IsDBNull(LeafRows.Count + 2) ? default : row.Bytes(LeafRows.Count + 2), Json: row.TextOrNull(LeafRows.Count + 3));
    }
}
