namespace Shiraka.Ledger;

/// <summary>Makes dossiers of facts of this ledger, for reports and certificates that a stranger checks offline.</summary>
public sealed class Dossiers(IStore store, SealedFacts ledger, LedgerIdentity identity)
{
    private const int MostInAQuery = 500;

    /// <summary>Proves the facts at <paramref name="seqs"/> under a signed position; places the position does not hold are left out.</summary>
    public Task<Dossier> OfAsync(IEnumerable<long> seqs, SealedPosition position, CancellationToken cancel = default) => OfAsync(seqs, position, [], cancel);

    private async Task<Dossier> OfAsync(IEnumerable<long> seqs, SealedPosition position, HashSet<long> withheld, CancellationToken cancel)
    {
        var asked = seqs.Where(seq => seq >= 0 && seq < position.Size).Distinct().Order().ToList();
        var entries = new List<DossierEntry>(asked.Count);
        foreach (var some in asked.Chunk(MostInAQuery)) entries.AddRange(await EntriesAsync(some, cancel));
        entries = entries.ConvertAll(entry => withheld.Contains(entry.Fact.Seq) ? entry with { Withhold = true } : entry);
        var tile = await TilesAsync(asked, position.Size, cancel);
        return Dossier.Make(Checkpoint.Parse(position.Note), identity.PublicKey, entries, tile);
    }

    /// <summary>
    /// Proves <paramref name="facts"/> under the last signed position; those for which <paramref name="withhold"/> holds without their
    /// bodies. Null before the first position.
    /// </summary>
    public async Task<Dossier?> OfAsync(IReadOnlyCollection<SealedFact> facts, Func<SealedFact, bool> withhold, CancellationToken cancel = default)
    {
        if (await ledger.PositionAsync(cancel) is not { } position) return null;
        var hidden = facts.Where(withhold).Select(fact => fact.Seq).ToHashSet();
        return await OfAsync(facts.Select(fact => fact.Seq), position, hidden, cancel);
    }

    /// <summary>The hash under which the fact stands in the tree; null where nothing is sealed at that place.</summary>
    public async Task<byte[]?> LeafHashAsync(long seq, CancellationToken cancel = default) =>
        (await store.ReadAsync("SELECT leaf_hash FROM sealed WHERE seq = @seq", row => row.Bytes(0), cancel, ("seq", seq))).FirstOrDefault();

    private Task<List<DossierEntry>> EntriesAsync(long[] seqs, CancellationToken cancel)
    {
        var values = seqs.Select((seq, i) => ($"s{i}", (object?)seq)).ToArray();
        var names = string.Join(", ", Enumerable.Range(0, seqs.Length).Select(i => "@s" + i));
        return store.ReadAsync($"""
            SELECT {LeafRows.Columns}, s.seq, b.json, b.salt FROM sealed s JOIN facts f ON f.id = s.fact_id LEFT JOIN fact_bodies b ON b.fact_id = f.id
            WHERE s.seq IN ({names}) ORDER BY s.seq
            """, row =>
            {
                var leaf = LeafRows.Read(row);
                var json = row.TextOrNull(LeafRows.Count + 1);
                var fact = new SealedFact(
                    row.GetInt64(LeafRows.Count), leaf.Id, leaf.Type, leaf.Version, leaf.Stream, leaf.StreamVersion, leaf.Under, leaf.Quantity, leaf.Unit,
                    leaf.OccurredOn, leaf.RecordedAt, leaf.Actor, leaf.Organisation, json);
                return new DossierEntry(fact, leaf.BodyDigest.ToArray(), json is null ? null : row.Bytes(LeafRows.Count + 2));
            }, cancel, values);
    }

    // A proof needs the tiles on the way from its leaf to the root, and those on the right edge of the tree.
    private async Task<Func<int, long, byte[]?>> TilesAsync(List<long> seqs, long size, CancellationToken cancel)
    {
        var edge = await TileRows.EdgeAsync(store, size, cancel);
        var way = new Dictionary<(int, long), byte[]>();
        for (var (level, count, places) = (0, size, seqs); count > 0; level++, count /= Tile.Width)
        {
            places = [.. places.Select(place => place / Tile.Width).Distinct()];
            foreach (var some in places.Chunk(MostInAQuery))
                foreach (var (index, hashes) in await TilesOfAsync(level, some, cancel)) way[(level, index)] = hashes;
        }

        return (level, index) => way.GetValueOrDefault((level, index)) ?? edge(level, index);
    }

    private Task<List<(long Index, byte[] Hashes)>> TilesOfAsync(int level, long[] indices, CancellationToken cancel)
    {
        var values = indices.Select((index, i) => ($"i{i}", (object?)index)).Append(("level", level)).ToArray();
        var names = string.Join(", ", Enumerable.Range(0, indices.Length).Select(i => "@i" + i));
        return store.ReadAsync($"SELECT idx, hashes FROM tiles WHERE level = @level AND idx IN ({names})", row => (row.GetInt64(0), row.Bytes(1)), cancel, values);
    }
}
