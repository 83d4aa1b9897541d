using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>A file that shows a fact: named by its SHA-256, so that the copy in hand can be checked against the ledger.</summary>
public sealed record Evidence(string Sha256, string FileName, string ContentType, long SizeBytes, string Label)
{
    /// <summary>The beginning of the hash where the name was erased.</summary>
    [FreeText] public string FileName { get; init; } = Named(FileName, Sha256);

    /// <inheritdoc cref="FileName"/>
    [FreeText] public string Label { get; init; } = Named(Label, Sha256);

    private static string Named(string name, string sha256) => name.Length > 0 ? name : sha256[..Math.Min(8, sha256.Length)];
}

/// <summary>
/// Something was done on an activity. How much is in <see cref="Fact.Quantity"/> and <see cref="Fact.Unit"/>, when in
/// <see cref="Fact.OccurredOn"/> (the last day where it lasted). The identifier of this fact is the identifier of the delivery.
/// </summary>
[FactType("delivery.recorded")]
public sealed record DeliveryRecorded : Fact
{
    public required Guid Activity { get; init; }

    /// <summary>One sentence for the thread and the report.</summary>
    [FreeText] public required string Note { get; init; }

    /// <summary>First day, where it lasted more than one.</summary>
    public DateOnly? StartedOn { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Counts by dimension (<c>sex</c>, <c>profession</c>, <c>site</c>) and category; what is missing up to the quantity is unknown.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Breakdown { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, long>>(StringComparer.Ordinal);

    /// <summary>An opaque pseudonym of the person, only to count distinct persons.</summary>
    public string? Subject { get; init; }

    /// <summary>What the quantity is a part of, for ratios.</summary>
    public long? Denominator { get; init; }

    /// <summary>The step or degree reached, for milestones and qualitative scales.</summary>
    public int? Level { get; init; }

    /// <summary>True where no instrument was in force that day as far as the recorder knew: kept, and shown as such.</summary>
    public bool Uncovered { get; init; }
}

/// <summary>
/// A delivery was wrong: figures are what they would be had it never been recorded. Quantity and unit repeat those of the
/// delivery, so that the figures hold even where this body is erased.
/// </summary>
[FactType("delivery.withdrawn")]
public sealed record DeliveryWithdrawn : Fact
{
    public required Guid Delivery { get; init; }
    [FreeText] public required string Reason { get; init; }
}

/// <summary>Files that arrived after the delivery they show.</summary>
[FactType("evidence.attached")]
public sealed record EvidenceAttached : Fact
{
    public required Guid Delivery { get; init; }
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}
