namespace Shiraka.Ledger;

/// <summary>
/// What a check found. <paramref name="Facts"/> is how many facts were checked without fault; <paramref name="Root"/> (base64) is the root
/// they were checked against; <paramref name="Problem"/> is the first thing wrong, null where <paramref name="Ok"/>.
/// </summary>
public sealed record VerifyResult(bool Ok, long Facts, string Root, VerifyProblem? Problem)
{
    /// <summary>The ledger, as its checkpoint names it.</summary>
    public string Origin { get; init; } = "";

    /// <summary>How many facts the newest valid checkpoint covers; facts beyond it are sealed but not yet signed.</summary>
    public long SignedSize { get; init; }

    /// <summary>Facts whose body is said to be erased: their columns were checked, their body cannot be.</summary>
    public long Erased { get; init; }

    /// <summary>Facts whose body the sender of a dossier kept back.</summary>
    public long Withheld { get; init; }

    /// <summary>The key that signed, to be compared by eye where none was pinned.</summary>
    public string PublicKey { get; init; } = "";

    /// <summary>False where the dossier vouched for its own key: it then proves only that it agrees with itself.</summary>
    public bool KeyWasPinned { get; init; }
}

/// <summary><paramref name="Code"/> is stable (list in <c>docs/ledger.md</c>); <paramref name="Detail"/> is for logs, in English.</summary>
public sealed record VerifyProblem(string Code, string Detail, long? Seq = null)
{
    public override string ToString() => Seq is { } seq ? $"{Code} at {seq}: {Detail}" : $"{Code}: {Detail}";
}
