using System.Data.Common;

namespace Shiraka.Ledger;

/// <summary>Makes dossiers of the facts of this installation, under its last signed checkpoint.</summary>
public sealed class Dossiers(IStore store, SealedFacts ledger, LedgerIdentity identity)
{
    /// <summary>
    /// Proves <paramref name="facts"/>, which must be sealed; those for which <paramref name="withhold"/> holds without their bodies.
    /// Null before the first checkpoint.
    /// </summary>
    public async Task<Dossier?> OfAsync(IReadOnlyCollection<SealedFact> facts, Func<SealedFact, bool> withhold, CancellationToken cancel = default)
    {
        if (await ledger.PositionAsync(cancel) is not { } position) return null;
        var entries = new List<DossierEntry>(facts.Count);
        foreach (var fact in facts)
        {
            var (digest, salt) = await OpeningAsync(fact.Id, cancel);
            entries.Add(new DossierEntry(fact, digest, salt, withhold(fact)));
        }

        return Dossier.Make(Checkpoint.Parse(position.Note), identity.PublicKey, entries, await TileRows.AllAsync(store, cancel));
    }

    /// <summary>The hash under which the fact stands in the tree; null where nothing is sealed at that place.</summary>
    public async Task<byte[]?> LeafHashAsync(long seq, CancellationToken cancel = default) =>
        (await store.ReadAsync("SELECT leaf_hash FROM sealed WHERE seq = @seq", row => row.Bytes(0), cancel, ("seq", seq))).FirstOrDefault();

    private async Task<(byte[] Digest, byte[]? Salt)> OpeningAsync(Guid fact, CancellationToken cancel) =>
        (await store.ReadAsync("SELECT f.body_digest, b.salt FROM facts f LEFT JOIN fact_bodies b ON b.fact_id = f.id WHERE f.id = @id", Opening, cancel, ("id", fact))).Single();

    private static (byte[], byte[]?) Opening(DbDataReader row) => (row.Bytes(0), row.IsDBNull(1) ? null : row.Bytes(1));
}
