using System.Text.Json;

namespace Shiraka.Ledger;

/// <summary>
/// A fact as readers see it: numbered by the sealer, with its body unless that was erased.
/// <paramref name="Seq"/> is dense from 0 in the order of sealing; <paramref name="RecordedAt"/> is Unix milliseconds.
/// <paramref name="Remainder"/>: of an erased body, what the erasure kept because figures rest on it.
/// </summary>
public sealed record SealedFact(
    long Seq, Guid Id, string Type, int Version, Guid Stream, long StreamVersion, Guid? Under, long? Quantity, string? Unit,
    DateOnly OccurredOn, long RecordedAt, Guid Actor, Guid Organisation, string? Json, string? Remainder = null)
{
    /// <summary>The body, or what is left of it; null where nothing is.</summary>
    public string? Kept => Json ?? Remainder;

    /// <summary>The body as the record that was written, without its free text where it was erased; null where nothing is left.</summary>
    public T? Body<T>() where T : class => Kept is null ? null : JsonSerializer.Deserialize<T>(Kept, FactJson.Options);

    /// <summary>True where the body was erased; the columns and the seal remain.</summary>
    public bool IsErased => Json is null;
}
