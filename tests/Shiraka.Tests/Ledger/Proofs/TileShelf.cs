using Shiraka.Ledger;
using Xunit;

namespace Shiraka.Tests.Ledger.Proving;

/// <summary>Tiles as a table would hold them, and the rule every table has: a full tile is never written again.</summary>
internal sealed class TileShelf
{
    private readonly Dictionary<(int, long), byte[]> _tiles = [];

    public int Count => _tiles.Count;

    public IEnumerable<(int Level, long Index)> Keys => _tiles.Keys;

    public byte[]? Get(int level, long index) => _tiles.GetValueOrDefault((level, index));

    public void Store(IEnumerable<TileChange> changes)
    {
        foreach (var (level, index, hashes) in changes)
        {
            if (_tiles.TryGetValue((level, index), out var before))
            {
                Assert.True(before.Length < 256 * 32, $"tile {level}/{index} was full and is written again");
                Assert.Equal(before, hashes[..before.Length]);
            }
            _tiles[(level, index)] = hashes;
        }
    }

    public void Flip(int level, long index, int bit) => _tiles[(level, index)][bit / 8] ^= (byte)(1 << bit % 8);

    public void Drop(int level, long index) => _tiles.Remove((level, index));
}
