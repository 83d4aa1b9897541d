using System.Security.Cryptography;
using Shiraka.Ledger;
using Xunit;

namespace Shiraka.Tests.Ledger.Proving;

public sealed class TreeTests
{
    // The published vectors of the certificate transparency projects.
    private static readonly string[] Data =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private static byte[][] Published => [.. Data.Select(data => PlainTree.Leaf(Convert.FromHexString(data)))];

    [Fact]
    public void The_published_roots_are_reached_leaf_by_leaf()
    {
        var (tree, shelf) = (new Tree(), new TileShelf());
        for (var size = 0; size <= 8; size++)
        {
            Assert.Equal(Roots[size], Convert.ToHexStringLower(tree.Root()));
            Assert.Equal(size, tree.Size);
            if (size < 8) shelf.Store(tree.Append([Published[size]]));
        }
        for (var size = 0; size <= 8; size++)
            Assert.Equal(Roots[size], Convert.ToHexStringLower(Proofs.RootAt(size, shelf.Get)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(1, 5, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void The_published_inclusion_proofs_are_made(int seq, int size, params string[] proof)
    {
        var shelf = new TileShelf();
        shelf.Store(new Tree().Append(Published));
        Assert.Equal(proof, Proofs.Inclusion(seq, size, shelf.Get).Select(Convert.ToHexStringLower));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void The_published_consistency_proofs_are_made(int old, int size, params string[] proof)
    {
        var shelf = new TileShelf();
        shelf.Store(new Tree().Append(Published));
        Assert.Equal(proof, Proofs.Consistency(old, size, shelf.Get).Select(Convert.ToHexStringLower));
    }

    [Fact]
    public void Batches_of_every_length_give_the_root_of_single_leaves_and_a_reloaded_edge_goes_on()
    {
        var leaves = Leaves(70_000);
        var (single, shelf) = (new Tree(), new TileShelf());
        foreach (var leaf in leaves) single.Add(leaf, []);

        // Sizes that stop just before, at and after tile borders of two levels, with the edge thrown away after each.
        int[] stops = [0, 1, 2, 255, 256, 257, 511, 512, 1000, 65_279, 65_280, 65_535, 65_536, 65_537, 65_792, 70_000];
        for (var i = 1; i < stops.Length; i++)
        {
            var tree = Tree.Load(stops[i - 1], shelf.Get);
            shelf.Store(tree.Append(leaves[stops[i - 1]..stops[i]]));
            Assert.Equal(tree.Root(), Proofs.RootAt(stops[i], shelf.Get));
            Assert.Equal(tree.Root(), Tree.Load(stops[i], shelf.Get).Root());
        }
        Assert.Equal(PlainTree.Root(leaves), single.Root());
        Assert.Equal(single.Root(), Proofs.RootAt(70_000, shelf.Get));
        Assert.Equal(274 + 2 + 1, shelf.Count);
    }

    [Fact]
    public void Only_the_tiles_that_changed_are_answered()
    {
        var tree = new Tree();
        Assert.Equal([(0, 0L, 255 * 32)], Shape(tree.Append(Leaves(255))));
        Assert.Equal([(0, 0L, 256 * 32), (1, 0L, 32)], Shape(tree.Append(Leaves(1))));
        Assert.Equal([(0, 1L, 3 * 32)], Shape(tree.Append(Leaves(3))));
        Assert.Empty(tree.Append([]));

        static IEnumerable<(int, long, int)> Shape(IEnumerable<TileChange> tiles) => tiles.Select(t => (t.Level, t.Index, t.Hashes.Length));
    }

    [Fact]
    public void A_missing_or_short_tile_is_refused_and_a_bad_leaf_changes_nothing()
    {
        var (tree, shelf) = (new Tree(), new TileShelf());
        shelf.Store(tree.Append(Leaves(300)));
        Assert.Throws<InvalidDataException>(() => Tree.Load(301, shelf.Get));
        Assert.Throws<InvalidDataException>(() => Proofs.RootAt(301, shelf.Get));
        var root = tree.Root();
        Assert.Throws<ArgumentException>(() => tree.Append([.. Leaves(1), new byte[31]]));
        Assert.Equal(300, tree.Size);
        Assert.Equal(root, tree.Root());
        shelf.Drop(0, 1);
        Assert.Throws<InvalidDataException>(() => Tree.Load(300, shelf.Get));
    }

    internal static byte[][] Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => SHA256.HashData(BitConverter.GetBytes(i)))];
}
