using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>A seat of the committee. <paramref name="Role"/>: <c>chair</c>, <c>titular</c>, <c>deputy</c>, <c>observer</c>, <c>secretary</c>.</summary>
public sealed record CommitteeSeat(Guid Organisation, string Name, string Role, [property: FreeText] string? Person = null);

/// <summary>The committee exists from <see cref="Fact.OccurredOn"/>; under the commitment that created it, or the agreement.</summary>
[FactType("committee.formed")]
public sealed record CommitteeFormed : Fact
{
    public required Guid Agreement { get; init; }
    public required string Title { get; init; }
    public IReadOnlyList<CommitteeSeat> Seats { get; init; } = [];
    public int? SessionsPerYear { get; init; }
}

/// <summary>A session is convened. Calling it again with another day or place moves it.</summary>
[FactType("session.called")]
public sealed record SessionCalled : Fact
{
    public required Guid Agreement { get; init; }
    public required int Ordinal { get; init; }
    public required DateOnly On { get; init; }
    public required string Place { get; init; }
}

/// <summary>The session took place on <see cref="Fact.OccurredOn"/>.</summary>
[FactType("session.held")]
public sealed record SessionHeld : Fact
{
    public required int Ordinal { get; init; }
    public IReadOnlyList<Guid> PartiesPresent { get; init; } = [];
    public IReadOnlyList<Evidence> Minutes { get; init; } = [];
}

/// <summary>A decision of a session: one owner, one date.</summary>
[FactType("decision.taken")]
public sealed record DecisionTaken : Fact
{
    public required Guid Agreement { get; init; }
    public required Guid Session { get; init; }
    public required int Number { get; init; }
    [FreeText] public required string Text { get; init; }
    public required Owner Owner { get; init; }
    public required DateOnly DueOn { get; init; }
    public Guid? Commitment { get; init; }
}

/// <summary>The decision was carried out on <see cref="Fact.OccurredOn"/>.</summary>
[FactType("decision.executed")]
public sealed record DecisionExecuted : Fact
{
    [FreeText] public string? Note { get; init; }
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
