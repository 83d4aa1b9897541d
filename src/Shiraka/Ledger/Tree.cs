using System.Numerics;

namespace Shiraka.Ledger;

/// <summary>
/// The RFC 6962 tree of one ledger: its right edge in memory, everything else in stored tiles. Appending costs one node hash a leaf.
/// Not safe for two threads. After a failed write, drop it and <see cref="Load"/> again.
/// </summary>
internal sealed class Tree
{
    // A bit of the size stands for a full subtree of that height; its root lies in _peaks at that height.
    private readonly byte[] _peaks = new byte[63 * Leaf.HashLength];
    private readonly List<byte[]> _edge = [];

    public long Size { get; private set; }

    /// <summary>
    /// The edge of a stored tree of <paramref name="size"/> leaves; compare <see cref="Root"/> with the checkpoint afterwards.
    /// Throws <see cref="InvalidDataException"/> where a tile is missing or short.
    /// </summary>
    public static Tree Load(long size, Func<int, long, byte[]?> tile)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var tree = new Tree { Size = size };
        for (var level = 0; level < Tile.Levels(size); level++)
        {
            var count = Tile.Count(size, level);
            var edge = new byte[Tile.Width * Leaf.HashLength];
            tree._edge.Add(edge);
            var used = (int)(count % Tile.Width) * Leaf.HashLength;
            if (used == 0) continue;

            var stored = tile(level, count / Tile.Width);
            if (stored is null || stored.Length < used)
                throw new InvalidDataException($"Tile {level}/{count / Tile.Width} holds {stored?.Length ?? 0} bytes, {used} are needed.");
            stored.AsSpan(0, used).CopyTo(edge);
            tree.TakePeaks(level, edge, (int)(count % Tile.Width));
        }
        return tree;
    }

    public byte[] Root()
    {
        if (Size == 0) return Tile.EmptyRoot();
        var height = BitOperations.TrailingZeroCount(Size);
        var root = Peak(height).ToArray();
        for (var rest = Size & (Size - 1); rest != 0; rest &= rest - 1)
            Tile.Node(Peak(BitOperations.TrailingZeroCount(rest)), root, root);
        return root;
    }

    /// <summary>Adds leaves at the right and answers with the tiles to store, one entry a tile, lower levels first.</summary>
    public IReadOnlyList<TileChange> Append(IReadOnlyList<byte[]> leafHashes)
    {
        // Checked before the first is taken: a bad leaf leaves the tree as it was.
        foreach (var hash in leafHashes)
            if (hash.Length != Leaf.HashLength)
                throw new ArgumentException($"A leaf hash has {Leaf.HashLength} bytes, not {hash.Length}.", nameof(leafHashes));

        var before = Size;
        var full = new List<TileChange>(leafHashes.Count / Tile.Width + 4);
        foreach (var hash in leafHashes) Add(hash, full);
        foreach (var tile in PartialTiles())
            if (Tile.Count(Size, tile.Level) != Tile.Count(before, tile.Level)) full.Add(tile);
        full.Sort(static (a, b) => (a.Level, a.Index).CompareTo((b.Level, b.Index)));
        return full;
    }

    /// <summary>Adds one leaf; <paramref name="full"/> receives the tiles it completed.</summary>
    public void Add(ReadOnlySpan<byte> leafHash, List<TileChange> full)
    {
        Keep(0, Size, leafHash, full);
        Span<byte> node = stackalloc byte[Leaf.HashLength];
        leafHash.CopyTo(node);
        var height = 0;
        for (; (Size >> height & 1) == 1; height++)
        {
            Tile.Node(Peak(height), node, node);
            if ((height + 1) % Tile.Bits == 0) Keep((height + 1) / Tile.Bits, Size >> (height + 1), node, full);
        }
        node.CopyTo(Peak(height));
        Size++;
    }

    /// <summary>The tiles at the right edge that are not full, as they would be stored.</summary>
    public IEnumerable<TileChange> PartialTiles()
    {
        for (var level = 0; level < _edge.Count; level++)
        {
            var count = Tile.Count(Size, level);
            if (count % Tile.Width != 0)
                yield return new TileChange(level, count / Tile.Width, _edge[level][..((int)(count % Tile.Width) * Leaf.HashLength)]);
        }
    }

    private Span<byte> Peak(int height) => _peaks.AsSpan(height * Leaf.HashLength, Leaf.HashLength);

    private void Keep(int level, long position, ReadOnlySpan<byte> hash, List<TileChange> full)
    {
        if (_edge.Count == level) _edge.Add(new byte[Tile.Width * Leaf.HashLength]);
        var slot = (int)(position % Tile.Width);
        hash.CopyTo(_edge[level].AsSpan(slot * Leaf.HashLength));
        if (slot == Tile.Width - 1) full.Add(new TileChange(level, position / Tile.Width, [.. _edge[level]]));
    }

    private void TakePeaks(int level, byte[] edge, int count)
    {
        var at = 0;
        for (var bit = Tile.Bits - 1; bit >= 0; bit--)
        {
            if ((count >> bit & 1) == 0) continue;
            Tile.Fold(edge.AsSpan(at * Leaf.HashLength, (1 << bit) * Leaf.HashLength)).CopyTo(Peak(level * Tile.Bits + bit));
            at += 1 << bit;
        }
    }
}
