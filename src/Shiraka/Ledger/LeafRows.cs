using System.Data.Common;

namespace Shiraka.Ledger;

/// <summary>The sealed columns of a fact, from a query over <c>facts f</c>.</summary>
internal static class LeafRows
{
    public const string Columns =
        "f.id, f.type, f.version, f.stream, f.stream_version, f.under, f.quantity, f.unit, f.occurred_on, f.recorded_at, f.actor, f.organisation, f.body_digest";

    public const int Count = 13;

    public static LeafInput Read(DbDataReader row) => new(
        row.Id(0), row.GetString(1), row.GetInt32(2), row.Id(3), row.GetInt64(4), row.IdOrNull(5), row.LongOrNull(6), row.TextOrNull(7),
        row.Day(8), row.GetInt64(9), row.Id(10), row.Id(11), row.Bytes(12));
}

/// <summary>Tiles as the store keeps them.</summary>
internal static class TileRows
{
    /// <summary>The tiles on the right edge of a tree of <paramref name="size"/> leaves: all that is needed to go on.</summary>
    public static async Task<Func<int, long, byte[]?>> EdgeAsync(IStore store, long size, CancellationToken cancel)
    {
        var edge = new Dictionary<(int, long), byte[]>();
        for (var (level, count) = (0, size); count > 0; level++, count /= 256)
        {
            var index = (count - 1) / 256;
            var rows = await store.ReadAsync("SELECT hashes FROM tiles WHERE level = @level AND idx = @idx", row => row.Bytes(0), cancel, ("level", level), ("idx", index));
            if (rows.Count > 0) edge[(level, index)] = rows[0];
        }

        return (level, index) => edge.GetValueOrDefault((level, index));
    }

    /// <summary>Every tile, in memory: for proofs and exports (8 KiB for each 256 facts).</summary>
    public static async Task<Func<int, long, byte[]?>> AllAsync(IStore store, CancellationToken cancel)
    {
        var all = (await store.ReadAsync("SELECT level, idx, hashes FROM tiles", row => (row.GetInt32(0), row.GetInt64(1), row.Bytes(2)), cancel))
            .ToDictionary(tile => (tile.Item1, tile.Item2), tile => tile.Item3);
        return (level, index) => all.GetValueOrDefault((level, index));
    }
}
