namespace Shiraka.Exchange;

/// <summary>What the solver found, before it is put into words.</summary>
internal sealed record Finding(Outcome Outcome, bool Stable, MatchingMethod Method, IReadOnlyList<(Outcome Outcome, IReadOnlyList<Coalition> Coalitions)> Broken, IReadOnlyList<MatchingClaim> Proved, IReadOnlyList<MatchingClaim> NotProved);
