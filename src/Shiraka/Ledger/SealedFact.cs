using System.Text.Json;

namespace Shiraka.Ledger;

/// <summary>
/// A fact as readers see it: numbered by the sealer, with its body unless that was erased.
/// <paramref name="Seq"/> is dense from 0 in the order of sealing; <paramref name="RecordedAt"/> is Unix milliseconds.
/// </summary>
public sealed record SealedFact(
    long Seq, Guid Id, string Type, int Version, Guid Stream, long StreamVersion, Guid? Under, long? Quantity, string? Unit,
    DateOnly OccurredOn, long RecordedAt, Guid Actor, Guid Organisation, string? Json)
{
    /// <summary>The body as the record that was written, or null where it was erased.</summary>
    public T? Body<T>() where T : class => Json is null ? null : JsonSerializer.Deserialize<T>(Json, FactJson.Options);

    /// <summary>True where the body was erased; the columns and the seal remain.</summary>
    public bool IsErased => Json is null;
}
