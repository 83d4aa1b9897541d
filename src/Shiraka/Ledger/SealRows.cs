namespace Shiraka.Ledger;

/// <summary>
/// Moves a round of facts from the queue into the sealed order as two statements, however many they are: the lane and a round trip
/// are shared with those who record.
/// </summary>
internal static class SealRows
{
    public static void Add(Statements batch, StoreKind kind, List<(LeafInput Fact, long Ord)> facts, List<byte[]> hashes, long first)
    {
        if (kind == StoreKind.Sqlite) AddSqlite(batch, facts[^1].Ord, hashes, first);
        else AddPostgres(batch, facts, hashes, first);
    }

    // With one writer the numbers of the queue come in the order of the commits: up to the last is exactly what was read.
    private static void AddSqlite(Statements batch, long last, List<byte[]> hashes, long first)
    {
        batch.Add("""
            INSERT INTO sealed (seq, fact_id, leaf_hash)
            SELECT @first + n, fact_id, substr(@hashes, 1 + 32 * n, 32) FROM (SELECT fact_id, row_number() OVER (ORDER BY ord) - 1 AS n FROM unsealed WHERE ord <= @last)
            """, ("first", first), ("hashes", hashes.SelectMany(hash => hash).ToArray()), ("last", last));
        batch.Add("DELETE FROM unsealed WHERE ord <= @last", ("last", last));
    }

    // Here a smaller number may be committed later, so each is named.
    private static void AddPostgres(Statements batch, List<(LeafInput Fact, long Ord)> facts, List<byte[]> hashes, long first)
    {
        batch.Add("INSERT INTO sealed (seq, fact_id, leaf_hash) SELECT @first + n - 1, id, hash FROM unnest(@ids, @hashes) WITH ORDINALITY AS t (id, hash, n)",
            ("first", first), ("ids", facts.ConvertAll(fact => fact.Fact.Id).ToArray()), ("hashes", hashes.ToArray()));
        batch.Add("DELETE FROM unsealed WHERE ord = ANY (@ords)", ("ords", facts.ConvertAll(fact => fact.Ord).ToArray()));
    }
}
