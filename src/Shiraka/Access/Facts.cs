using Shiraka.Ledger;

namespace Shiraka.Access;

/// <summary>An account was opened with its first role. The stream is the membership, as for all facts of this module; no name, no address.</summary>
[FactType("account.opened")]
public sealed record AccountOpened : Fact
{
    public required Guid Account { get; init; }
    public required Role Role { get; init; }
}

/// <summary>A person got a role in the organisation of the fact.</summary>
[FactType("membership.granted")]
public sealed record MembershipGranted : Fact
{
    public required Guid Account { get; init; }
    public required Role Role { get; init; }
}

/// <summary>A role ended; the day of the fact is the first without it.</summary>
[FactType("membership.ended")]
public sealed record MembershipEnded : Fact
{
    public required Guid Account { get; init; }
    public required Role Role { get; init; }
}

/// <summary>The organisation suspended a person's role; one fact for each role they held.</summary>
[FactType("account.suspended")]
public sealed record AccountSuspended : Fact
{
    public required Guid Account { get; init; }
}

/// <summary>The suspension was lifted.</summary>
[FactType("account.restored")]
public sealed record AccountRestored : Fact
{
    public required Guid Account { get; init; }
}
