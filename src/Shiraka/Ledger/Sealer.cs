using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Shiraka.Ledger;

/// <summary>
/// Numbers the new facts, extends the tree, reads back what it wrote, and signs the head. One for an installation: the holder
/// of an advisory lock on PostgreSQL, the only process on SQLite. Writers wake it and never wait for it.
/// </summary>
public sealed class Sealer(IStore store, LedgerIdentity identity, TimeProvider clock, ILogger<Sealer> log) : BackgroundService
{
    private const int MostFactsInARound = 1000;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);
    private readonly SemaphoreSlim woken = new(0, 1);
    private readonly SemaphoreSlim round = new(1, 1);
    private DbConnection? leadership;
    private Tree? tree;

    /// <summary>There is something to seal.</summary>
    public void Wake()
    {
        if (woken.CurrentCount == 0)
            try
            {
                woken.Release();
            }
            catch (SemaphoreFullException)
            {
                // somebody else woke it
            }
    }

    /// <summary>Ends when every fact committed before the call can be read under a signed head. Gives up quietly after two seconds: the facts are safe, only late.</summary>
    public async Task CaughtUpAsync(CancellationToken cancel = default)
    {
        var newest = await store.ReadAsync("SELECT ord, fact_id FROM unsealed ORDER BY ord DESC LIMIT 1", row => (Ord: row.GetInt64(0), Fact: row.Id(1)), cancel);
        // The fact is named too: SQLite gives the numbers of an emptied queue again, so under load there is always a small one.
        if (newest is [var last])
            await UntilAsync("SELECT CASE WHEN EXISTS (SELECT 1 FROM unsealed WHERE ord = @ord AND fact_id = @fact) THEN 0 ELSE 1 END", cancel, ("ord", last.Ord), ("fact", last.Fact));
        // Also where the queue was empty: the round that emptied it, here or in another process, may not have signed yet.
        var size = await SizeAsync(cancel);
        if (size > 0) await UntilAsync("SELECT count(*) FROM checkpoints WHERE size >= @size", cancel, ("size", size));
    }

    private async Task UntilAsync(string count, CancellationToken cancel, params (string Name, object? Value)[] values)
    {
        for (var attempt = 0; attempt < 400; attempt++)
        {
            if ((await store.ReadAsync(count, row => row.GetInt64(0), cancel, values))[0] > 0) return;
            Wake();
            await Task.Delay(5, cancel);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await woken.WaitAsync(Poll, stoppingToken);
                while (await LeadsAsync(stoppingToken) && await SealAsync(stoppingToken)) await Task.Delay(Rest, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                log.LogError(e, "Sealing failed; the tree is read anew from its tiles");
                tree = null;
                await ResignAsync();
                await Task.Delay(Poll, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Stopped in the middle of a round, it has forgotten the tree; what is left is sealed all the same.
        if (ExecuteTask is not null && await LeadsAsync(cancellationToken)) while (await SealAsync(cancellationToken)) { }
        await ResignAsync();
    }

    public override void Dispose()
    {
        woken.Dispose();
        round.Dispose();
        base.Dispose();
    }

    /// <summary>One round. True where there was something to seal.</summary>
    internal async Task<bool> SealAsync(CancellationToken cancel)
    {
        await round.WaitAsync(cancel);
        try
        {
            tree ??= await LoadAsync(cancel);
            var unsealed = await store.ReadAsync($"SELECT {LeafRows.Columns}, u.ord FROM unsealed u JOIN facts f ON f.id = u.fact_id ORDER BY u.ord LIMIT @most",
                row => (Fact: LeafRows.Read(row), Ord: row.GetInt64(LeafRows.Count)), cancel, ("most", MostFactsInARound));
            if (unsealed.Count == 0) return false;
            var first = tree.Size;
            var hashes = unsealed.ConvertAll(u => Leaf.Hash(u.Fact));
            var changed = tree.Append(hashes);
            await WriteAsync(unsealed, hashes, first, changed, cancel);
            await ReadBackAsync(hashes, first, cancel);
            await SignAsync(cancel);
            return true;
        }
        catch
        {
            tree = null;
            throw;
        }
        finally
        {
            round.Release();
        }
    }

    private Task WriteAsync(List<(LeafInput Fact, long Ord)> facts, List<byte[]> hashes, long first, IReadOnlyList<TileChange> changed, CancellationToken cancel) =>
        store.WriteAsync(batch =>
        {
            SealRows.Add(batch, store.Kind, facts, hashes, first);
            foreach (var tile in changed)
                batch.Add("INSERT INTO tiles (level, idx, hashes) VALUES (@level, @idx, @hashes) ON CONFLICT (level, idx) DO UPDATE SET hashes = excluded.hashes",
                    ("level", tile.Level), ("idx", tile.Index), ("hashes", tile.Hashes));
        }, cancel);

    // A bit that flipped on its way to the disk must be found before the head is signed, not by an auditor years later.
    private async Task ReadBackAsync(List<byte[]> hashes, long first, CancellationToken cancel)
    {
        var kept = await store.ReadAsync($"SELECT {LeafRows.Columns}, s.leaf_hash FROM sealed s JOIN facts f ON f.id = s.fact_id WHERE s.seq >= @first ORDER BY s.seq",
            row => (Fact: LeafRows.Read(row), Hash: row.Bytes(LeafRows.Count)), cancel, ("first", first));
        var same = kept.Count == hashes.Count;
        for (var i = 0; same && i < kept.Count; i++)
            same = kept[i].Hash.AsSpan().SequenceEqual(hashes[i]) && Leaf.Hash(kept[i].Fact).AsSpan().SequenceEqual(hashes[i]);
        if (!same || !(await LoadAsync(cancel)).Root().AsSpan().SequenceEqual(tree!.Root()))
            throw new InvalidDataException($"What was sealed from {first} on is not what the store gives back.");
    }

    private Task SignAsync(CancellationToken cancel)
    {
        var checkpoint = identity.Sign(tree!.Size, tree.Root());
        return store.WriteAsync(batch => batch.Add("INSERT INTO checkpoints (size, root, at, note) VALUES (@size, @root, @at, @note)",
            ("size", checkpoint.Size), ("root", checkpoint.Root), ("at", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("note", checkpoint.Note)), cancel);
    }

    private async Task<Tree> LoadAsync(CancellationToken cancel)
    {
        var size = await SizeAsync(cancel);
        var tiles = await TileRows.EdgeAsync(store, size, cancel);
        return Tree.Load(size, tiles);
    }

    private async Task<long> SizeAsync(CancellationToken cancel) =>
        (await store.ReadAsync("SELECT coalesce(max(seq) + 1, 0) FROM sealed", row => row.GetInt64(0), cancel))[0];

    [SuppressMessage("Reliability", "CA2000", Justification = "The connection is the leadership; it is kept as long as that.")]
    private async Task<bool> LeadsAsync(CancellationToken cancel)
    {
        if (store.Kind == StoreKind.Sqlite) return true;
        if (leadership is { State: System.Data.ConnectionState.Open }) return true;
        await ResignAsync();
        leadership = await store.OpenReaderAsync(cancel);
        await using var command = Statements.Query(leadership, "SELECT pg_try_advisory_lock(7401)");
        if (await command.ExecuteScalarAsync(cancel) is true)
        {
            tree = null;
            return true;
        }

        await ResignAsync();
        return false;
    }

    // The pool would keep the session open and the lock with it, and nobody could ever lead again.
    private async Task ResignAsync()
    {
        if (leadership is not { } held) return;
        leadership = null;
        try
        {
            await using var command = Statements.Query(held, "SELECT pg_advisory_unlock_all()");
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            log.LogDebug(e, "The session that led is gone, and its lock with it");
        }

        await held.DisposeAsync();
    }
}
