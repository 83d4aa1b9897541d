using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>What a written name may name.</summary>
public enum NamedThing { Organisation, Person }

/// <summary>
/// A person decided that a name, as it was written, is (or is not) one organisation or person of the directory. It holds for the
/// organisation they decided for: "le ministère de la Santé" is another ministry in another capital.
/// </summary>
public sealed class NameDecision : ILedgered
{
    public required Guid Id { get; init; }
    public required NamedThing Kind { get; init; }
    public required string AsWritten { get; init; }

    /// <summary><see cref="WrittenName.Key"/> of <see cref="AsWritten"/>: another case or accent is the same decision.</summary>
    public required string WrittenKey { get; init; }

    public required Guid Thing { get; init; }
    public required Guid DecidedFor { get; init; }
    public Guid DecidedBy { get; private set; }
    public DateOnly DecidedOn { get; private set; }
    public bool IsSame { get; private set; }
    public long StreamVersion { get; private set; }

    /// <summary>Says yes or no; a later word replaces an earlier one, and both stay in the ledger.</summary>
    public Fact Decide(bool isSame, Guid by, DateOnly on)
    {
        (IsSame, DecidedBy, DecidedOn, StreamVersion) = (isSame, by, on, StreamVersion + 1);
        return isSame
            ? new NameConfirmed { Stream = Id, StreamVersion = StreamVersion, OccurredOn = on, Kind = Kind, AsWritten = AsWritten, Thing = Thing }
            : new NameRejected { Stream = Id, StreamVersion = StreamVersion, OccurredOn = on, Kind = Kind, AsWritten = AsWritten, Thing = Thing };
    }
}

/// <summary>A written name is this organisation or person.</summary>
[FactType("name.confirmed")]
public sealed record NameConfirmed : Fact
{
    public required NamedThing Kind { get; init; }
    [FreeText] public required string AsWritten { get; init; }
    public required Guid Thing { get; init; }
}

/// <summary>A written name is not this organisation or person.</summary>
[FactType("name.rejected")]
public sealed record NameRejected : Fact
{
    public required NamedThing Kind { get; init; }
    [FreeText] public required string AsWritten { get; init; }
    public required Guid Thing { get; init; }
}

file sealed class NameDecisionMapping : IEntityTypeConfiguration<NameDecision>
{
    public void Configure(EntityTypeBuilder<NameDecision> builder)
    {
        builder.ToTable("name_decisions");
        builder.Property(d => d.Id).ValueGeneratedNever();
    }
}
