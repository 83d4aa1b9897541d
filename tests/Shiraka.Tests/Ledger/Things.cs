using Shiraka.Ledger;

namespace Shiraka.Tests.Ledger;

/// <summary>A fact of the tests.</summary>
[FactType("thing.happened")]
public sealed record ThingHappened : Fact
{
    public string? Note { get; init; }

    public static ThingHappened On(Guid stream, long version, string? note = null, Guid? under = null, long? quantity = null) => new()
    {
        Stream = stream,
        StreamVersion = version,
        Under = under,
        Quantity = quantity,
        Unit = quantity is null ? null : "person",
        OccurredOn = new DateOnly(2026, 3, 1),
        Note = note,
    };
}
