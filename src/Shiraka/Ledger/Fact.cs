namespace Shiraka.Ledger;

/// <summary>
/// Something that happened, as the ledger keeps it for ever. The columns below are sealed and must hold nothing personal;
/// the properties a derived record adds are its body: kept beside the fact, hashed with a salt, and erasable.
/// Facts are made by the method that changes the state, and written by <see cref="ShirakaDb.Record"/>.
/// </summary>
public abstract record Fact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The thing whose history this is (an agreement, an activity, a session).</summary>
    public required Guid Stream { get; init; }

    /// <summary>1 for the first fact of the stream, without gaps: two writers of the same version cannot both win.</summary>
    public required long StreamVersion { get; init; }

    /// <summary>The commitment it serves; the agreement itself where it serves the whole; null outside any agreement.</summary>
    public Guid? Under { get; init; }

    /// <summary>How much, in <see cref="Unit"/>; integers only (minor units where a unit is divisible).</summary>
    public long? Quantity { get; init; }

    /// <summary>A code of the unit list (<c>person</c>, <c>mission</c>, <c>day</c>, <c>unit</c>), never free text.</summary>
    public string? Unit { get; init; }

    /// <summary>The day it happened, which decides the period it counts in; the order of sealing decides what was known when.</summary>
    public required DateOnly OccurredOn { get; init; }
}

/// <summary>The name of a fact at rest (<c>placement.completed</c>) and the version of its body. Frozen in <c>facts.json</c> of the tests.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FactTypeAttribute(string name, int version = 1) : Attribute
{
    public string Name { get; } = name;
    public int Version { get; } = version;
}
