using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>Something that was done, with the withdrawn left out: what indicators count and what the thread shows under "done".</summary>
/// <param name="Seq">Its place in the ledger: the reader can open it there.</param>
/// <param name="Under">The commitment it serves, or the agreement.</param>
public sealed record DoneFact(
    long Seq, Guid Id, string Type, DateOnly OccurredOn, Guid Stream, Guid Under, Guid Organisation, long? Quantity, string? Unit)
{
    /// <summary>The activity it was recorded on, where it was.</summary>
    public Guid? Activity { get; init; }

    public Guid? Axis { get; init; }
    public string? Note { get; init; }
    public DateOnly? StartedOn { get; init; }
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Breakdown { get; init; } = NoBreakdown;
    public string? Subject { get; init; }
    public long? Denominator { get; init; }
    public int? Level { get; init; }
    /// <summary>No instrument was in force that day.</summary>
    public bool Uncovered { get; init; }

    /// <summary>The words were erased; quantity and day remain.</summary>
    public bool Erased { get; init; }

    /// <summary>A file is missing that can still be added; a closing or a session asks for none.</summary>
    internal bool Unproven => Evidence.Count == 0 && Type is "delivery.recorded";

    private static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> NoBreakdown =
        new Dictionary<string, IReadOnlyDictionary<string, long>>(StringComparer.Ordinal);
}

/// <summary>
/// Nets corrections. A fact is done unless it only plans, defines or corrects; it is left out once withdrawn. A withdrawal
/// is a fact whose type ends with <c>withdrawn</c> and whose body names what it takes back in <c>delivery</c> or
/// <c>withdraws</c>. Where nothing of that body is left, it nets the last live fact of its stream with the same quantity and unit,
/// so that erasure never changes a sum.
/// </summary>
internal static class DoneFacts
{
    // What is not in this list was done by someone, whichever module recorded it.
    private static readonly HashSet<string> Planning = new(StringComparer.Ordinal)
    {
        "axis.opened", "activity.planned", "activity.rescheduled", "activity.reopened", "indicator.defined", "indicator.retargeted",
        "indicator.retired", "session.called", "decision.taken", "evidence.attached", "body.erased",
    };

    public static List<DoneFact> Net(IEnumerable<SealedFact> facts)
    {
        var live = new Dictionary<Guid, DoneFact>();
        foreach (var fact in Ordered(facts))
        {
            if (fact.Type.EndsWith("withdrawn", StringComparison.Ordinal)) Withdraw(live, fact);
            else if (fact.Type is "activity.reopened") TakeBackClosing(live, fact);
            else if (fact.Type is "evidence.attached") Attach(live, fact);
            else if (IsDone(fact)) live[fact.Id] = Read(fact);
        }

        return [.. live.Values.OrderBy(done => done.Seq)];
    }

    /// <summary>In the order of sealing, each number once.</summary>
    public static IEnumerable<SealedFact> Ordered(IEnumerable<SealedFact> facts) => facts.DistinctBy(fact => fact.Seq).OrderBy(fact => fact.Seq);

    private static bool IsDone(SealedFact fact) =>
        fact.Under is not null && !Planning.Contains(fact.Type)
        && !fact.Type.StartsWith("agreement.", StringComparison.Ordinal) && !fact.Type.StartsWith("commitment.", StringComparison.Ordinal)
        && (fact.Type is not "activity.closed" || fact.Body<ActivityClosed>() is null or { Done: true });

    private static DoneFact Read(SealedFact fact)
    {
        var done = new DoneFact(
            fact.Seq, fact.Id, fact.Type, fact.OccurredOn, fact.Stream, fact.Under!.Value, fact.Organisation, fact.Quantity, fact.Unit)
        { Erased = fact.IsErased };
        return fact.Type switch
        {
            "delivery.recorded" => fact.Body<DeliveryRecorded>() is { } body
                ? done with
                {
                    Activity = body.Activity,
                    Note = body.Note,
                    StartedOn = body.StartedOn,
                    Evidence = body.Evidence,
                    Breakdown = body.Breakdown,
                    Subject = body.Subject,
                    Denominator = body.Denominator,
                    Level = body.Level,
                    Uncovered = body.Uncovered,
                }
                : done with { Activity = fact.Stream },
            "activity.closed" => done with { Activity = fact.Stream, Note = fact.Body<ActivityClosed>()?.Note },
            "session.held" => done with { Evidence = fact.Body<SessionHeld>()?.Minutes ?? [] },
            "decision.executed" when fact.Body<DecisionExecuted>() is { } body => done with { Note = body.Note, Evidence = body.Evidence },
            "committee.formed" => done with { Note = fact.Body<CommitteeFormed>()?.Title },
            _ => OtherBody.Read(fact.Kept, done),
        };
    }

    private static void Withdraw(Dictionary<Guid, DoneFact> live, SealedFact fact)
    {
        if (fact.Kept is { } json)
        {
            if (OtherBody.Withdrawn(json) is { } target) live.Remove(target);
            return;
        }

        var last = live.Values
            .Where(done => done.Stream == fact.Stream && done.Quantity == fact.Quantity && string.Equals(done.Unit, fact.Unit, StringComparison.Ordinal))
            .MaxBy(done => done.Seq);
        if (last is not null) live.Remove(last.Id);
    }

    private static void TakeBackClosing(Dictionary<Guid, DoneFact> live, SealedFact fact)
    {
        foreach (var closing in live.Values.Where(done => done.Type is "activity.closed" && done.Stream == fact.Stream).ToList()) live.Remove(closing.Id);
    }

    private static void Attach(Dictionary<Guid, DoneFact> live, SealedFact fact)
    {
        if (fact.Body<EvidenceAttached>() is { } body && live.TryGetValue(body.Delivery, out var done))
            live[done.Id] = done with { Evidence = [.. done.Evidence, .. body.Evidence] };
    }
}
