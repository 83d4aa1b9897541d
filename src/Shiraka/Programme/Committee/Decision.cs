using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>A decision of a session, open until it is carried out.</summary>
public sealed class Decision : ILedgered, IUnderAgreement
{
    private Decision() { }

    public Guid Id { get; private set; }
    public Guid Agreement { get; private set; }
    public Guid Session { get; private set; }
    public Guid? Commitment { get; private set; }
    public int Number { get; private set; }
    public DateOnly TakenOn { get; private set; }
    public DateOnly DueOn { get; private set; }
    public Guid OwnerOrganisation { get; private set; }
    public DateOnly? ExecutedOn { get; private set; }
    public long Version { get; private set; }

    internal static (Decision Decision, DecisionTaken Fact) Take(
        CommitteeSession session, int number, string text, Owner owner, DateOnly dueOn, Guid? commitment)
    {
        var decision = new Decision
        {
            Id = Guid.CreateVersion7(),
            Agreement = session.Agreement,
            Session = session.Id,
            Commitment = commitment,
            Number = number,
            TakenOn = session.On,
            DueOn = dueOn,
            OwnerOrganisation = owner.Organisation,
            Version = 1,
        };
        return (decision, new DecisionTaken
        {
            Stream = decision.Id,
            StreamVersion = 1,
            Under = commitment ?? session.Agreement,
            OccurredOn = session.On,
            Agreement = session.Agreement,
            Session = session.Id,
            Number = number,
            Text = text,
            Owner = owner,
            DueOn = dueOn,
            Commitment = commitment,
        });
    }

    /// <summary>Refuses a second time, and a day before the decision or after <paramref name="today"/>.</summary>
    public DecisionExecuted Execute(string? note, IReadOnlyList<Evidence> evidence, DateOnly on, DateOnly today)
    {
        if (ExecutedOn is { } already) throw new RefusedException("programme.decision-already-executed", "the decision was carried out", already);
        if (on > today) throw new RefusedException("programme.date-in-future", "what was done cannot lie ahead", on) { Field = "On" };
        if (on < TakenOn) throw new RefusedException("programme.due-before-start", "it cannot be carried out before it is taken", TakenOn, on) { Field = "On" };
        ExecutedOn = on;
        return new() { Stream = Id, StreamVersion = ++Version, Under = Commitment ?? Agreement, OccurredOn = on, Note = note, Evidence = evidence };
    }
}
