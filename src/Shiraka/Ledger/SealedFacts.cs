using System.Data.Common;
using System.Text.Json;

namespace Shiraka.Ledger;

/// <summary>
/// The ledger as readers see it: facts in their sealed order, up to the last signed checkpoint. A cursor <c>seq &gt; n</c> never
/// misses one, because numbers are given after the commit.
/// </summary>
public sealed class SealedFacts(IStore store)
{
    internal const string Columns = """
        SELECT s.seq, f.id, f.type, f.version, f.stream, f.stream_version, f.under, f.quantity, f.unit, f.occurred_on, f.recorded_at, f.actor, f.organisation, b.json,
            CASE WHEN b.json IS NULL THEN (SELECT r.json FROM facts e JOIN fact_bodies r ON r.fact_id = e.id WHERE e.stream = f.id AND e.type = 'body.erased') END
        FROM sealed s JOIN facts f ON f.id = s.fact_id LEFT JOIN fact_bodies b ON b.fact_id = f.id
        """;

    /// <summary>All facts under an agreement and its commitments known at <paramref name="until"/> (the size of a checkpoint; null: all), by seq.</summary>
    public Task<List<SealedFact>> UnderAsync(IReadOnlyCollection<Guid> under, long? until = null, CancellationToken cancel = default)
    {
        if (under.Count == 0) return Task.FromResult(new List<SealedFact>());
        var values = under.Select((id, i) => ($"u{i}", (object?)id)).Append(("until", until ?? long.MaxValue)).ToArray();
        var names = string.Join(", ", Enumerable.Range(0, under.Count).Select(i => "@u" + i));
        return store.ReadAsync($"{Columns} WHERE f.under IN ({names}) AND s.seq < @until ORDER BY s.seq", Read, cancel, values);
    }

    /// <summary>The next facts after <paramref name="after"/> (−1 to begin), at most <paramref name="most"/>: what deliveries and exports follow.</summary>
    public Task<List<SealedFact>> AfterAsync(long after, int most, CancellationToken cancel = default) =>
        store.ReadAsync($"{Columns} WHERE s.seq > @after ORDER BY s.seq LIMIT @most", Read, cancel, ("after", after), ("most", most));

    /// <summary>The history of one thing, oldest first.</summary>
    public Task<List<SealedFact>> OfStreamAsync(Guid stream, CancellationToken cancel = default) =>
        store.ReadAsync($"{Columns} WHERE f.stream = @stream ORDER BY s.seq", Read, cancel, ("stream", stream));

    /// <summary>One fact by its place, or null.</summary>
    public async Task<SealedFact?> AtAsync(long seq, CancellationToken cancel = default) =>
        (await store.ReadAsync($"{Columns} WHERE s.seq = @seq", Read, cancel, ("seq", seq))).FirstOrDefault();

    /// <summary>For each of the things, how many facts lie under it: changes when there is something new to read.</summary>
    public async Task<Dictionary<Guid, long>> CountUnderAsync(IReadOnlyCollection<Guid> under, CancellationToken cancel = default)
    {
        if (under.Count == 0) return [];
        var values = under.Select((id, i) => ($"u{i}", (object?)id)).ToArray();
        var names = string.Join(", ", Enumerable.Range(0, under.Count).Select(i => "@u" + i));
        var rows = await store.ReadAsync($"SELECT f.under, count(*) FROM facts f JOIN sealed s ON s.fact_id = f.id WHERE f.under IN ({names}) GROUP BY f.under",
            row => (row.Id(0), row.GetInt64(1)), cancel, values);
        return rows.ToDictionary(row => row.Item1, row => row.Item2);
    }

    /// <summary>The last signed position, or null before the first fact.</summary>
    public async Task<SealedPosition?> PositionAsync(CancellationToken cancel = default) =>
        (await store.ReadAsync("SELECT size, root, at, note FROM checkpoints ORDER BY size DESC LIMIT 1", Position, cancel)).FirstOrDefault();

    /// <summary>The signed position at exactly <paramref name="size"/>, or the last before it.</summary>
    public async Task<SealedPosition?> PositionAsync(long size, CancellationToken cancel = default) =>
        (await store.ReadAsync("SELECT size, root, at, note FROM checkpoints WHERE size <= @size ORDER BY size DESC LIMIT 1", Position, cancel, ("size", size))).FirstOrDefault();

    private static SealedPosition Position(DbDataReader row) => new(row.GetInt64(0), row.Bytes(1), row.GetInt64(2), row.GetString(3));

    internal static SealedFact Read(DbDataReader row) => new(
        row.GetInt64(0), row.Id(1), row.GetString(2), row.GetInt32(3), row.Id(4), row.GetInt64(5), row.IdOrNull(6), row.LongOrNull(7),
        row.TextOrNull(8), row.Day(9), row.GetInt64(10), row.Id(11), row.Id(12), row.TextOrNull(13),
        row.TextOrNull(14) is { } erasure ? JsonSerializer.Deserialize<BodyErased>(erasure, FactJson.Options)!.Remainder?.GetRawText() : null);
}

/// <summary>A signed state of the ledger: <paramref name="Size"/> facts under <paramref name="Root"/>; <paramref name="At"/> is Unix milliseconds.</summary>
public sealed record SealedPosition(long Size, byte[] Root, long At, string Note);
