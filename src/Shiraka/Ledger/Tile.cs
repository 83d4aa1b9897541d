using System.Security.Cryptography;

namespace Shiraka.Ledger;

/// <summary>A tile as it is to be stored: up to 256 hashes of 32 bytes. Full tiles never change again; a partial one is replaced.</summary>
internal readonly record struct TileChange(int Level, long Index, byte[] Hashes);

/// <summary>
/// The shape of the stored tree. Tile <c>i</c> of level <c>L</c> holds the roots of the full subtrees
/// <c>256i … 256i+255</c> of <c>256^L</c> leaves each; level 0 holds the leaf hashes themselves.
/// </summary>
internal static class Tile
{
    public const int Width = 256;
    public const int Bits = 8;
    private const byte NodePrefix = 1;

    /// <summary>SHA-256(0x01 ‖ left ‖ right), the node of RFC 6962. <paramref name="into"/> may be one of the two.</summary>
    public static void Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> into)
    {
        Span<byte> bytes = stackalloc byte[1 + 2 * Leaf.HashLength];
        bytes[0] = NodePrefix;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + Leaf.HashLength)..]);
        Sha256.Hash(bytes, into);
    }

    /// <summary>The hash of a tree without leaves: SHA-256 of nothing.</summary>
    public static byte[] EmptyRoot() => SHA256.HashData([]);

    /// <summary>How many hashes of <paramref name="level"/> a tree of <paramref name="size"/> leaves has.</summary>
    public static long Count(long size, int level) => level * Bits >= 63 ? 0 : size >> (level * Bits);

    /// <summary>How many levels a tree of <paramref name="size"/> leaves has.</summary>
    public static int Levels(long size)
    {
        var levels = 0;
        for (; size > 0; size >>= Bits) levels++;
        return levels;
    }

    /// <summary>The root over a power of two of neighbouring hashes.</summary>
    public static byte[] Fold(ReadOnlySpan<byte> hashes)
    {
        var fold = hashes.ToArray();
        for (var length = fold.Length; length > Leaf.HashLength; length /= 2)
            for (var at = 0; at < length; at += 2 * Leaf.HashLength)
                Node(fold.AsSpan(at, Leaf.HashLength), fold.AsSpan(at + Leaf.HashLength, Leaf.HashLength), fold.AsSpan(at / 2, Leaf.HashLength));
        return fold[..Leaf.HashLength];
    }
}
