namespace Shiraka.Ledger;

/// <summary>Facts with everything a stranger needs to check them offline (<c>shiraka-dossier-v1</c>, described in <c>docs/ledger.md</c>).</summary>
public sealed record Dossier(string Format, string Origin, string PublicKey, string Checkpoint, IReadOnlyList<DossierFact> Facts)
{
    public const string FormatV1 = "shiraka-dossier-v1";

    /// <summary>
    /// Proves <paramref name="entries"/> under <paramref name="checkpoint"/>; each must lie below its size.
    /// <paramref name="tile"/> answers with the stored tile of a level and index.
    /// </summary>
    public static Dossier Make(Checkpoint checkpoint, string publicKeyText, IEnumerable<DossierEntry> entries, Func<int, long, byte[]?> tile)
    {
        var tiles = new TileReader(tile);
        return new Dossier(
            FormatV1, checkpoint.Origin, publicKeyText, checkpoint.Note,
            [.. entries.OrderBy(e => e.Fact.Seq).Select(e => DossierFact.Of(e, Proofs.Inclusion(e.Fact.Seq, checkpoint.Size, tiles)))]);
    }
}

/// <summary>
/// A sealed fact with what opens its body. <paramref name="Salt"/> is null where the body was erased;
/// with <paramref name="Withhold"/> the body stays out of the file.
/// </summary>
public sealed record DossierEntry(SealedFact Fact, byte[] BodyDigest, byte[]? Salt, bool Withhold = false);

public enum BodyState
{
    /// <summary>Salt and text are given and hash to the digest.</summary>
    Open,

    /// <summary>The ledger no longer has them.</summary>
    Erased,

    /// <summary>The reader of this dossier may not see them.</summary>
    Withheld,
}

/// <summary>
/// One fact of a dossier. <paramref name="Seq"/> is its place in the ledger, from 0; <paramref name="RecordedAt"/> Unix milliseconds;
/// <paramref name="Body"/> the very text that was hashed; <paramref name="Proof"/> the inclusion proof, nearest hash first.
/// </summary>
public sealed record DossierFact(
    long Seq, Guid Id, string Type, int Version, Guid Stream, long StreamVersion, DateOnly OccurredOn, long RecordedAt, Guid Actor, Guid Organisation,
    byte[] BodyDigest, BodyState BodyState, IReadOnlyList<byte[]> Proof,
    Guid? Under = null, long? Quantity = null, string? Unit = null, byte[]? Salt = null, string? Body = null)
{
    internal LeafInput Leaf => new(
        Id, Type, Version, Stream, StreamVersion, Under, Quantity, Unit, OccurredOn, RecordedAt, Actor, Organisation, BodyDigest);

    internal static DossierFact Of(DossierEntry entry, IReadOnlyList<byte[]> proof)
    {
        var f = entry.Fact;
        var state = f.IsErased || entry.Salt is null ? BodyState.Erased : entry.Withhold ? BodyState.Withheld : BodyState.Open;
        var open = state == BodyState.Open;
        return new DossierFact(
            f.Seq, f.Id, f.Type, f.Version, f.Stream, f.StreamVersion, f.OccurredOn, f.RecordedAt, f.Actor, f.Organisation,
            entry.BodyDigest, state, proof, f.Under, f.Quantity, f.Unit, open ? entry.Salt : null, open ? f.Json : null);
    }
}
