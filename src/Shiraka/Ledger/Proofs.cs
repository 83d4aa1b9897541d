namespace Shiraka.Ledger;

/// <summary>
/// The proofs of RFC 6962 (section 2.1), made from stored tiles and checked without them.
/// <c>size</c> may be older than the newest tiles. Making throws <see cref="InvalidDataException"/> where a tile is missing or short.
/// </summary>
internal static class Proofs
{
    public static byte[] RootAt(long size, Func<int, long, byte[]?> tile)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return new TileReader(tile).Range(0, size);
    }

    /// <summary>The hashes that lead from leaf <paramref name="seq"/> to the root of the first <paramref name="size"/> leaves, nearest first.</summary>
    public static byte[][] Inclusion(long seq, long size, Func<int, long, byte[]?> tile) =>
        Inclusion(seq, size, new TileReader(tile));

    /// <summary>The same, for many leaves of one dossier: each tile is read once for all of them.</summary>
    public static byte[][] Inclusion(long seq, long size, TileReader tiles)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seq);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(seq, size);
        var proof = new List<byte[]>();
        var (from, to) = (0L, size);
        while (to - from > 1)
        {
            var cut = from + TileReader.Split(to - from);
            proof.Add(seq < cut ? tiles.Range(cut, to) : tiles.Range(from, cut));
            (from, to) = seq < cut ? (from, cut) : (cut, to);
        }
        proof.Reverse();
        return [.. proof];
    }

    /// <summary>The hashes that show that the tree of <paramref name="oldSize"/> leaves is the beginning of that of <paramref name="newSize"/>.</summary>
    public static byte[][] Consistency(long oldSize, long newSize, Func<int, long, byte[]?> tile) =>
        Consistency(oldSize, newSize, new TileReader(tile));

    /// <summary>The same, for many pairs of sizes.</summary>
    public static byte[][] Consistency(long oldSize, long newSize, TileReader tiles)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        if (oldSize == 0 || oldSize == newSize) return [];

        var proof = new List<byte[]>();
        var (from, to) = (0L, newSize);
        while (to != oldSize)
        {
            var cut = from + TileReader.Split(to - from);
            proof.Add(oldSize <= cut ? tiles.Range(cut, to) : tiles.Range(from, cut));
            (from, to) = oldSize <= cut ? (from, cut) : (cut, to);
        }
        // The old root itself is known to whoever checks, so it is left out.
        if (from != 0) proof.Add(tiles.Range(from, to));
        proof.Reverse();
        return [.. proof];
    }

    /// <summary>RFC 9162, section 2.1.3.2.</summary>
    public static bool VerifyInclusion(long seq, long size, ReadOnlySpan<byte> leafHash, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> root)
    {
        if (seq < 0 || seq >= size || leafHash.Length != Leaf.HashLength) return false;
        Span<byte> hash = stackalloc byte[Leaf.HashLength];
        leafHash.CopyTo(hash);
        var (node, last) = (seq, size - 1);
        foreach (var step in proof)
        {
            if (last == 0 || step.Length != Leaf.HashLength) return false;
            if ((node & 1) == 1 || node == last)
            {
                Tile.Node(step, hash, hash);
                for (; (node & 1) == 0 && node != 0; last >>= 1) node >>= 1;
            }
            else
            {
                Tile.Node(hash, step, hash);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && hash.SequenceEqual(root);
    }

    /// <summary>RFC 9162, section 2.1.4.2. An empty old tree is a part of every tree, shown by an empty proof.</summary>
    public static bool VerifyConsistency(
        long oldSize, long newSize, ReadOnlySpan<byte> oldRoot, ReadOnlySpan<byte> newRoot, IReadOnlyList<byte[]> proof)
    {
        if (oldSize < 0 || oldSize > newSize) return false;
        if (oldSize == newSize) return proof.Count == 0 && oldRoot.SequenceEqual(newRoot);
        if (oldSize == 0) return proof.Count == 0 && oldRoot.SequenceEqual(Tile.EmptyRoot());

        var (node, last) = (oldSize - 1, newSize - 1);
        for (; (node & 1) == 1; last >>= 1) node >>= 1;
        var next = 0;
        // A power of two is one full subtree: the walk starts at the old root, which the proof leaves out.
        if (node != 0 && proof.Count == 0) return false;
        var start = node == 0 ? oldRoot : proof[next++];
        if (start.Length != Leaf.HashLength) return false;
        Span<byte> old = stackalloc byte[Leaf.HashLength];
        Span<byte> @new = stackalloc byte[Leaf.HashLength];
        start.CopyTo(old);
        start.CopyTo(@new);
        for (; next < proof.Count; next++)
        {
            var step = proof[next];
            if (last == 0 || step.Length != Leaf.HashLength) return false;
            if ((node & 1) == 1 || node == last)
            {
                Tile.Node(step, old, old);
                Tile.Node(step, @new, @new);
                for (; (node & 1) == 0 && node != 0; last >>= 1) node >>= 1;
            }
            else
            {
                Tile.Node(@new, step, @new);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && old.SequenceEqual(oldRoot) && @new.SequenceEqual(newRoot);
    }
}
