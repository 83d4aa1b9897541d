namespace Shiraka.Ledger;

/// <summary>One fact as the store holds it. <paramref name="Salt"/> is empty and <paramref name="Json"/> null where the body was erased.</summary>
internal readonly record struct LedgerRow(long Seq, LeafInput Fact, ReadOnlyMemory<byte> LeafHash, ReadOnlyMemory<byte> Salt, string? Json);

/// <summary>
/// Rebuilds a whole ledger from its facts and finds the first thing wrong with what was stored. Feed every fact from 0 in the order of
/// sealing, then ask <see cref="Finish"/>. <paramref name="checkpoints"/> are ordered by size; add to them those held elsewhere
/// (a partner's copy, a printed one), for a ledger that was rewritten whole agrees with its own.
/// </summary>
internal sealed class FullVerifier(string origin, VerifyingKey key, IEnumerable<Checkpoint> checkpoints, Func<int, long, byte[]?> tile)
{
    private readonly Tree _tree = new();
    private readonly List<TileChange> _full = [];
    private readonly Queue<Checkpoint> _checkpoints = new(checkpoints);
    private VerifyProblem? _problem;
    private long _erased;
    private long _signed;

    /// <summary>Takes the next facts; false once something is wrong. <paramref name="cores"/> above 1 spreads the hashing.</summary>
    public bool Add(IReadOnlyList<LedgerRow> rows, int cores = 1)
    {
        if (_problem is not null) return false;
        var (first, problem) = FirstFault(rows, cores);
        for (var i = 0; i < first && Covers(); i++)
        {
            if (rows[i].Json is null) _erased++;
            _tree.Add(rows[i].LeafHash.Span, _full);
            if (_full.Count > 0 && !TilesAgree(_full)) return false;
        }
        _problem ??= problem;
        return _problem is null;
    }

    public VerifyResult Finish()
    {
        if (_problem is null && Covers() && TilesAgree([.. _tree.PartialTiles()]) && NothingBeyond() && _checkpoints.TryPeek(out var missing))
            _problem = new VerifyProblem("truncated", $"A checkpoint covers {missing.Size} facts, the ledger has {_tree.Size}.");
        return new VerifyResult(_problem is null, _tree.Size, Convert.ToBase64String(_tree.Root()), _problem)
        {
            Origin = origin,
            SignedSize = _signed,
            Erased = _erased,
            PublicKey = key.Text,
            KeyWasPinned = true,
        };
    }

    private (int First, VerifyProblem? Problem) FirstFault(IReadOnlyList<LedgerRow> rows, int cores)
    {
        var start = _tree.Size;
        if (cores <= 1) return FirstFault(rows, 0, rows.Count, start);

        var chunks = (rows.Count + Tile.Width - 1) / Tile.Width;
        var faults = new (int First, VerifyProblem? Problem)[chunks];
        Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = cores }, chunk =>
            faults[chunk] = FirstFault(rows, chunk * Tile.Width, Math.Min(rows.Count, (chunk + 1) * Tile.Width), start));
        foreach (var fault in faults)
            if (fault.Problem is not null) return fault;
        return (rows.Count, null);
    }

    private static (int, VerifyProblem?) FirstFault(IReadOnlyList<LedgerRow> rows, int from, int to, long start)
    {
        for (var i = from; i < to; i++)
            if (LedgerRowCheck.Fault(rows[i], start + i) is { } problem) return (i, problem);
        return (to, null);
    }

    // The checkpoints that end exactly here; one that lies behind was not in order.
    private bool Covers()
    {
        while (_problem is null && _checkpoints.TryPeek(out var head) && head.Size <= _tree.Size)
        {
            if (head.Size < _tree.Size) _problem = new VerifyProblem("checkpoint", $"The checkpoint of size {head.Size} is out of order.");
            else if (head.Origin != origin) _problem = new VerifyProblem("origin", $"The checkpoint of size {head.Size} is of ledger {head.Origin}.");
            else if (!head.IsSignedBy(key)) _problem = new VerifyProblem("signature", $"The checkpoint of size {head.Size} is not signed by the key.");
            else if (!_tree.Root().AsSpan().SequenceEqual(head.Root))
                _problem = new VerifyProblem("checkpoint", $"The first {head.Size} facts do not have the root of their checkpoint.");
            else _signed = _checkpoints.Dequeue().Size;
        }
        return _problem is null;
    }

    private bool TilesAgree(List<TileChange> tiles)
    {
        foreach (var (level, index, hashes) in tiles)
            if (tile(level, index) is not { } stored || !hashes.AsSpan().SequenceEqual(stored))
                _problem ??= new VerifyProblem("tile", $"Tile {level}/{index} is missing or not the one the facts give.");
        tiles.Clear();
        return _problem is null;
    }

    private bool NothingBeyond()
    {
        for (var level = 0; level <= Tile.Levels(_tree.Size); level++)
        {
            var next = (Tile.Count(_tree.Size, level) + Tile.Width - 1) / Tile.Width;
            if (tile(level, next) is not null) _problem = new VerifyProblem("tile", $"Tile {level}/{next} lies beyond the facts.");
        }
        return _problem is null;
    }
}

/// <summary>What can be said of one stored fact without its neighbours.</summary>
internal static class LedgerRowCheck
{
    public static VerifyProblem? Fault(in LedgerRow row, long seq)
    {
        if (row.Seq != seq) return new VerifyProblem("gap", $"Fact {seq} is missing; {row.Seq} stands in its place.", seq);

        Span<byte> hash = stackalloc byte[Leaf.HashLength];
        if (row.Json is null != row.Salt.IsEmpty) return new VerifyProblem("body", "Salt and body are kept together or erased together.", seq);
        try
        {
            if (row.Json is not null)
            {
                Leaf.BodyDigest(row.Salt.Span, row.Json, hash);
                if (!hash.SequenceEqual(row.Fact.BodyDigest.Span)) return new VerifyProblem("body", "The body is not the one that was sealed.", seq);
            }
            Leaf.Hash(row.Fact, hash);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            return new VerifyProblem("format", e.Message, seq);
        }
        return hash.SequenceEqual(row.LeafHash.Span) ? null : new VerifyProblem("leaf", "The columns do not hash to the leaf that was sealed.", seq);
    }
}
