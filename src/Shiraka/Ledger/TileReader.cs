using System.Numerics;

namespace Shiraka.Ledger;

/// <summary>
/// Reads roots of ranges of leaves out of stored tiles, each tile fetched once and each node hashed once.
/// Tiles may be newer than the size asked about. Not safe for two threads.
/// </summary>
internal sealed class TileReader(Func<int, long, byte[]?> tile)
{
    private readonly Dictionary<(int Level, long Index), byte[]> _tiles = [];
    private readonly Dictionary<(int Height, long From), byte[]> _full = [];

    /// <summary>The RFC 6962 hash of leaves <paramref name="from"/> to <paramref name="to"/> (exclusive), as the tree's recursion cuts them.</summary>
    public byte[] Range(long from, long to)
    {
        var length = to - from;
        if (length == 0) return Tile.EmptyRoot();
        if (BitOperations.IsPow2(length)) return Full(BitOperations.Log2((ulong)length), from);

        var cut = from + Split(length);
        var root = new byte[Leaf.HashLength];
        Tile.Node(Range(from, cut), Range(cut, to), root);
        return root;
    }

    /// <summary>The largest power of two below <paramref name="length"/> (at least 2).</summary>
    public static long Split(long length) => 1L << BitOperations.Log2((ulong)(length - 1));

    private byte[] Full(int height, long from)
    {
        if (_full.TryGetValue((height, from), out var root)) return root;
        if (height % Tile.Bits == 0) return _full[(height, from)] = Entry(height / Tile.Bits, from >> height);

        root = new byte[Leaf.HashLength];
        Tile.Node(Full(height - 1, from), Full(height - 1, from + (1L << (height - 1))), root);
        return _full[(height, from)] = root;
    }

    private byte[] Entry(int level, long position)
    {
        var (index, start) = (position / Tile.Width, (int)(position % Tile.Width) * Leaf.HashLength);
        var hashes = Get(level, index);
        if (hashes.Length < start + Leaf.HashLength)
            throw new InvalidDataException($"Tile {level}/{index} holds {hashes.Length} bytes, {start + Leaf.HashLength} are needed.");
        return hashes[start..(start + Leaf.HashLength)];
    }

    private byte[] Get(int level, long index)
    {
        if (_tiles.TryGetValue((level, index), out var hashes)) return hashes;
        hashes = tile(level, index) ?? throw new InvalidDataException($"Tile {level}/{index} is missing.");
        return _tiles[(level, index)] = hashes;
    }
}
