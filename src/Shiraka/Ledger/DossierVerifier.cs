namespace Shiraka.Ledger;

/// <summary>
/// Checks a dossier with nothing but its text and the key one already trusts: signature of the checkpoint, digest of each open body,
/// inclusion of each fact. It does not show that a dossier is complete, nor that what was sealed is true.
/// </summary>
public static class DossierVerifier
{
    public static VerifyResult Verify(Stream from, string? pinnedPublicKey = null) => Verify(() => DossierFile.Read(from), pinnedPublicKey);

    public static VerifyResult Verify(string text, string? pinnedPublicKey = null) => Verify(() => DossierFile.ReadAny(text), pinnedPublicKey);

    /// <inheritdoc cref="DossierVerifier"/>
    public static VerifyResult Verify(Dossier dossier, string? pinnedPublicKey = null)
    {
        Checkpoint checkpoint;
        try
        {
            checkpoint = Checkpoint.Parse(dossier.Checkpoint);
            using var key = VerifyingKey.Parse(pinnedPublicKey ?? dossier.PublicKey);
            if (dossier.PublicKey != key.Text) return Failed("key", "The dossier is signed by another key than the one trusted.");
            if (!checkpoint.IsSignedBy(key)) return Failed("signature", "The checkpoint does not carry a valid signature of the key.");
        }
        catch (FormatException e)
        {
            return Failed("format", e.Message);
        }
        if (dossier.Origin != checkpoint.Origin) return Failed("origin", $"The checkpoint is of ledger {checkpoint.Origin}.");

        var (checkedFacts, last, problem) = (0L, -1L, (VerifyProblem?)null);
        foreach (var fact in dossier.Facts)
        {
            problem = fact.Seq <= last
                ? new VerifyProblem("order", $"It follows fact {last}; facts are listed once, in the order of the ledger.", fact.Seq)
                : Check(fact, checkpoint);
            if (problem is not null) break;
            (last, checkedFacts) = (fact.Seq, checkedFacts + 1);
        }
        return new VerifyResult(problem is null, checkedFacts, Convert.ToBase64String(checkpoint.Root), problem)
        {
            Origin = checkpoint.Origin,
            SignedSize = checkpoint.Size,
            Erased = dossier.Facts.LongCount(f => f.BodyState == BodyState.Erased),
            Withheld = dossier.Facts.LongCount(f => f.BodyState == BodyState.Withheld),
            PublicKey = dossier.PublicKey,
            KeyWasPinned = pinnedPublicKey is not null,
        };
    }

    private static VerifyResult Verify(Func<Dossier> read, string? pinnedPublicKey)
    {
        try
        {
            return Verify(read(), pinnedPublicKey);
        }
        catch (FormatException e)
        {
            return Failed("format", e.Message);
        }
    }

    private static VerifyProblem? Check(DossierFact fact, Checkpoint checkpoint)
    {
        var open = fact.BodyState == BodyState.Open;
        if (open != fact.Body is not null || open != fact.Salt is not null)
            return new VerifyProblem("body", "Salt and text are given for an open body, and for no other.", fact.Seq);
        try
        {
            if (open && !Leaf.BodyDigest(fact.Salt, fact.Body!).AsSpan().SequenceEqual(fact.BodyDigest))
                return new VerifyProblem("body", "Salt and text do not hash to the digest.", fact.Seq);
            return Proofs.VerifyInclusion(fact.Seq, checkpoint.Size, Leaf.Hash(fact.Leaf), fact.Proof, checkpoint.Root)
                ? null
                : new VerifyProblem("inclusion", "The columns, the place or the proof are not those of the signed tree.", fact.Seq);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            return new VerifyProblem("format", e.Message, fact.Seq);
        }
    }

    private static VerifyResult Failed(string code, string detail) => new(Ok: false, 0, "", new VerifyProblem(code, detail));
}
