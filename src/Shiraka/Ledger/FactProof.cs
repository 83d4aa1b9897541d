using System.Data.Common;

namespace Shiraka.Ledger;

/// <summary>
/// That a fact lies in a signed ledger: hash the leaf, fold it with <paramref name="Proof"/> (nearest first, RFC 6962), and the root
/// of the signed <paramref name="Checkpoint"/> comes out. Bytes are base64 in JSON.
/// </summary>
public sealed record FactProof(long Seq, long Size, byte[] LeafHash, IReadOnlyList<byte[]> Proof, byte[] Root, string Checkpoint, string PublicKey)
{
    /// <summary>The proof of fact <paramref name="seq"/> under the newest checkpoint; null where it is not covered yet.</summary>
    internal static async Task<FactProof?> MakeAsync(IStore store, SealedFacts facts, LedgerIdentity identity, long seq, CancellationToken cancel)
    {
        if (seq < 0 || await facts.PositionAsync(cancel) is not { } head || seq >= head.Size) return null;
        await using var connection = await store.OpenReaderAsync(cancel);
        var leaf = Bytes(connection, "SELECT leaf_hash FROM sealed WHERE seq = @seq", ("seq", seq))!;
        var proof = Proofs.Inclusion(seq, head.Size, (level, index) =>
            Bytes(connection, "SELECT hashes FROM tiles WHERE level = @level AND idx = @idx", ("level", level), ("idx", index)));
        return new FactProof(seq, head.Size, leaf, proof, head.Root, head.Note, identity.PublicKey);
    }

    private static byte[]? Bytes(DbConnection connection, string text, params (string Name, object? Value)[] values)
    {
        using var command = Statements.Query(connection, text, values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? reader.Bytes(0) : null;
    }
}
