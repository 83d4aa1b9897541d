using Shiraka.Ledger;
using Xunit;

namespace Shiraka.Tests.Ledger.Proving;

public sealed class ProofsTests
{
    private const int Most = 300;
    private static readonly byte[][] Leaves = TreeTests.Leaves(Most);
    private static readonly TileShelf Shelf = Filled(Leaves);
    private static readonly byte[][] Roots = [.. Enumerable.Range(0, Most + 1).Select(n => PlainTree.Root(Leaves.AsSpan(0, n)))];

    [Fact]
    public void Every_leaf_of_every_size_is_proven_as_the_plain_definition_proves_it()
    {
        var tiles = new TileReader(Shelf.Get);
        for (var size = 1; size <= Most; size++)
        {
            Assert.Equal(Roots[size], Proofs.RootAt(size, Shelf.Get));
            for (var seq = 0; seq < size; seq++)
            {
                var proof = Proofs.Inclusion(seq, size, tiles);
                // The plain definition costs a whole tree a proof: it is asked for the sizes around tile borders and a sample.
                if (size is < 34 or 255 or 256 or 257 || (seq * 31 + size) % 397 == 0)
                    Assert.Equal(PlainTree.Path(seq, Leaves.AsSpan(0, size)), proof);
                Assert.True(Proofs.VerifyInclusion(seq, size, Leaves[seq], proof, Roots[size]));
            }
        }
    }

    [Fact]
    public void Every_pair_of_sizes_is_shown_consistent()
    {
        var tiles = new TileReader(Shelf.Get);
        for (var size = 0; size <= Most; size++)
            for (var old = 0; old <= size; old++)
            {
                var proof = Proofs.Consistency(old, size, tiles);
                if (old > 0 && (size is < 34 or 255 or 256 or 257 || (old * 31 + size) % 397 == 0))
                    Assert.Equal(PlainTree.SubProof(old, Leaves.AsSpan(0, size), complete: true), proof);
                Assert.True(Proofs.VerifyConsistency(old, size, Roots[old], Roots[size], proof), $"{old} → {size}");
            }
    }

    [Fact]
    public void No_inclusion_proof_serves_another_leaf_place_size_root_or_form()
    {
        foreach (var size in (int[])[1, 2, 3, 7, 8, 9, 64, 100, 255, 256, 257])
            for (var seq = 0; seq < size; seq += 1 + size / 16)
            {
                var proof = Proofs.Inclusion(seq, size, Shelf.Get);
                bool Serves(long s, long n, byte[] leaf, IReadOnlyList<byte[]> p, byte[] root) => Proofs.VerifyInclusion(s, n, leaf, p, root);

                Assert.False(Serves(seq, size, Leaves[(seq + 1) % Most], proof, Roots[size]));
                Assert.False(Serves(seq, size, Leaves[seq], proof, Roots[size - 1]));
                Assert.False(Serves(seq, size, Leaves[seq], [.. proof, Leaves[0]], Roots[size]));
                Assert.False(Serves(seq, size, Leaves[seq], [.. proof, []], Roots[size]));
                Assert.False(Serves(-1, size, Leaves[seq], proof, Roots[size]));
                Assert.False(Serves(size, size, Leaves[seq], proof, Roots[size]));
                for (var other = 0; other < size; other++)
                    Assert.Equal(other == seq, Serves(other, size, Leaves[seq], proof, Roots[size]));
                for (var step = 0; step < proof.Length; step++)
                {
                    var changed = proof.Select(hash => (byte[])hash.Clone()).ToArray();
                    changed[step][step % 32] ^= 4;
                    Assert.False(Serves(seq, size, Leaves[seq], changed, Roots[size]));
                    Assert.False(Serves(seq, size, Leaves[seq], [.. proof[..step], .. proof[(step + 1)..]], Roots[size]));
                }
            }
    }

    [Fact]
    public void No_consistency_proof_serves_a_rewritten_past()
    {
        foreach (var (old, size) in (ReadOnlySpan<(int, int)>)[(1, 2), (1, 8), (3, 7), (4, 8), (6, 8), (128, 256), (200, 256), (255, 257), (256, 300)])
        {
            var proof = Proofs.Consistency(old, size, Shelf.Get);
            var rewritten = (byte[][])Leaves.Clone();
            (rewritten[0], rewritten[old]) = (rewritten[old], rewritten[0]);
            Assert.False(Proofs.VerifyConsistency(old, size, PlainTree.Root(rewritten.AsSpan(0, old)), Roots[size], proof));
            Assert.False(Proofs.VerifyConsistency(old, size, Roots[old], PlainTree.Root(rewritten.AsSpan(0, size)), proof));
            Assert.False(Proofs.VerifyConsistency(old, size, Roots[old], Roots[size], [.. proof, Leaves[0]]));
            Assert.False(Proofs.VerifyConsistency(old, size, Roots[old], Roots[size], proof[..^1]));
            Assert.False(Proofs.VerifyConsistency(size, old, Roots[size], Roots[old], proof));

            // An honest proof for the rewritten tree cannot reach the root that was signed.
            var other = Proofs.Consistency(old, size, Filled(rewritten).Get);
            Assert.False(Proofs.VerifyConsistency(old, size, Roots[old], PlainTree.Root(rewritten.AsSpan(0, size)), other));
        }
        Assert.False(Proofs.VerifyConsistency(5, 5, Roots[5], Roots[4], []));
        Assert.False(Proofs.VerifyConsistency(0, 5, Roots[1], Roots[5], []));
    }

    [Fact]
    public void A_proof_in_a_large_tree_reads_few_tiles_and_has_few_hashes()
    {
        var shelf = Filled(TreeTests.Leaves(70_000));
        var asked = new HashSet<(int, long)>();
        byte[]? Count(int level, long index)
        {
            Assert.True(asked.Add((level, index)), "a tile is fetched twice");
            return shelf.Get(level, index);
        }

        var proof = Proofs.Inclusion(12_345, 69_999, Count);
        Assert.True(Proofs.VerifyInclusion(12_345, 69_999, TreeTests.Leaves(12_346)[^1], proof, Proofs.RootAt(69_999, shelf.Get)));
        Assert.InRange(proof.Length, 10, 17);
        Assert.InRange(asked.Count, 2, 5);
    }

    private static TileShelf Filled(byte[][] leaves)
    {
        var shelf = new TileShelf();
        shelf.Store(new Tree().Append(leaves));
        return shelf;
    }
}
