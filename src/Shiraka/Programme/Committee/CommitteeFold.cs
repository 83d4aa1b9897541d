using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>Sessions and decisions, from their facts.</summary>
internal sealed class CommitteeFold
{
    private readonly Dictionary<Guid, (SessionCalled Call, long Seq)> _called = [];
    private readonly Dictionary<Guid, (DateOnly On, SessionHeld? Body)> _held = [];
    private readonly Dictionary<Guid, (DecisionTaken Taken, SealedFact Fact)> _decisions = [];
    private readonly Dictionary<Guid, (DateOnly On, DecisionExecuted? Body)> _executed = [];

    public CommitteeView? Formed { get; private set; }

    public void Apply(SealedFact fact)
    {
        switch (fact.Type)
        {
            case "committee.formed" when fact.Body<CommitteeFormed>() is { } body:
                Formed = new(fact.Stream, body.Title, fact.OccurredOn, body.Seats, body.SessionsPerYear);
                break;
            case "session.called" when fact.Body<SessionCalled>() is { } body: _called[fact.Stream] = (body, fact.Seq); break;
            case "session.held": _held[fact.Stream] = (fact.OccurredOn, fact.Body<SessionHeld>()); break;
            case "decision.taken" when fact.Body<DecisionTaken>() is { } body: _decisions[fact.Stream] = (body, fact); break;
            case "decision.executed": _executed[fact.Stream] = (fact.OccurredOn, fact.Body<DecisionExecuted>()); break;
        }
    }

    public IReadOnlyList<SessionView> Sessions(DateOnly today) => [.. _called.Select(entry =>
    {
        var (call, seq) = entry.Value;
        DateOnly? heldOn = _held.TryGetValue(entry.Key, out var held) ? held.On : null;
        var state = heldOn is not null ? SessionState.Held : call.On < today ? SessionState.Overdue : SessionState.Called;
        return new SessionView(entry.Key, call.Ordinal, heldOn ?? call.On, call.Place, heldOn, held.Body?.PartiesPresent ?? [], state, seq);
    }).OrderBy(session => session.Ordinal)];

    public IReadOnlyList<DecisionView> Decisions(DateOnly today) => [.. _decisions.Select(entry =>
    {
        var (taken, fact) = entry.Value;
        DateOnly? executedOn = _executed.TryGetValue(entry.Key, out var executed) ? executed.On : null;
        var state = executedOn is not null ? DecisionState.Executed : taken.DueOn < today ? DecisionState.Late : DecisionState.Open;
        return new DecisionView(
            entry.Key, taken.Session, taken.Number, taken.Text, taken.Owner, fact.OccurredOn, taken.DueOn, taken.Commitment, executedOn,
            executed.Body?.Note, executed.Body?.Evidence ?? [], state, fact.Seq);
    }).OrderBy(decision => decision.TakenOn).ThenBy(decision => decision.Number)];
}
