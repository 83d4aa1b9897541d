using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>What a plan item asks for: who does what by when, on which axis, and how much of it where it can be counted.</summary>
public sealed record ActivityPlan(
    string Title, DateOnly StartsOn, DateOnly DueOn, Owner Owner, Guid? Axis = null, int Weight = 1, long? ExpectedQuantity = null,
    string? ExpectedUnit = null);

/// <summary>An activity of the plan as it stands today. Each method changes it and returns the fact that says so.</summary>
public sealed class Activity : ILedgered, IUnderAgreement
{
    private Activity() { }

    public Guid Id { get; private set; }
    public Guid Agreement { get; private set; }

    /// <summary>The commitment it serves; null where it serves the agreement as a whole.</summary>
    public Guid? Commitment { get; private set; }

    public Guid? Axis { get; private set; }
    public string Title { get; private set; } = "";
    public int AgreementYear { get; private set; }
    public DateOnly StartsOn { get; private set; }
    public DateOnly DueOn { get; private set; }
    public Guid OwnerOrganisation { get; private set; }
    public bool Closed { get; private set; }
    public long Version { get; private set; }

    private Guid Under => Commitment ?? Agreement;

    /// <summary>Refuses an empty title, an end before the start, a start before the agreement's first year, a weight or a quantity below 1.</summary>
    public static (Activity Activity, ActivityPlanned Fact) Plan(
        Guid agreement, Guid? commitment, ActivityPlan plan, AgreementYears years, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(plan.Title)) throw Refuse("programme.activity-without-title", "an activity needs a title", nameof(plan.Title));
        CheckDates(plan.StartsOn, plan.DueOn, years);
        if (plan.Weight < 1) throw Refuse("programme.activity-weight-not-positive", "a weight is at least 1", nameof(plan.Weight), plan.Weight);
        if (plan.ExpectedQuantity < 1)
            throw Refuse("programme.quantity-not-positive", "a quantity is at least 1", nameof(plan.ExpectedQuantity), plan.ExpectedQuantity);
        if (plan.ExpectedQuantity is not null && string.IsNullOrWhiteSpace(plan.ExpectedUnit))
            throw Refuse("programme.quantity-without-unit", "a quantity needs a unit", nameof(plan.ExpectedUnit));

        var activity = new Activity
        {
            Id = Guid.CreateVersion7(),
            Agreement = agreement,
            Commitment = commitment,
            Axis = plan.Axis,
            Title = plan.Title.Trim(),
            AgreementYear = years.YearOf(plan.StartsOn),
            StartsOn = plan.StartsOn,
            DueOn = plan.DueOn,
            OwnerOrganisation = plan.Owner.Organisation,
            Version = 1,
        };
        return (activity, new ActivityPlanned
        {
            Stream = activity.Id,
            StreamVersion = 1,
            Under = activity.Under,
            OccurredOn = today,
            Agreement = agreement,
            Axis = plan.Axis,
            Title = activity.Title,
            AgreementYear = activity.AgreementYear,
            StartsOn = plan.StartsOn,
            DueOn = plan.DueOn,
            Owner = plan.Owner,
            Weight = plan.Weight,
            ExpectedQuantity = plan.ExpectedQuantity,
            ExpectedUnit = plan.ExpectedUnit,
        });
    }

    public ActivityRescheduled Reschedule(DateOnly startsOn, DateOnly dueOn, string reason, AgreementYears years, DateOnly today)
    {
        RequireOpen();
        Reasons.Require(reason);
        CheckDates(startsOn, dueOn, years);
        if (startsOn == StartsOn && dueOn == DueOn) throw Refuse("programme.activity-dates-unchanged", "the dates are those already planned", nameof(dueOn));
        (StartsOn, DueOn) = (startsOn, dueOn);
        return new() { Stream = Id, StreamVersion = ++Version, Under = Under, OccurredOn = today, StartsOn = startsOn, DueOn = dueOn, Reason = reason };
    }

    /// <summary>
    /// Keeps what was done. A day no instrument covers does not stop it: the fact is kept and marked uncovered.
    /// Refuses a closed activity, a day after <paramref name="today"/>, and numbers that contradict each other.
    /// </summary>
    public DeliveryRecorded RecordDelivery(Done done, Coverage coverage, DateOnly today)
    {
        RequireOpen();
        done.Check(today);
        return new()
        {
            Stream = Id,
            StreamVersion = ++Version,
            Under = Under,
            OccurredOn = done.On,
            Quantity = done.Quantity,
            Unit = done.Unit,
            Activity = Id,
            Note = done.Note.Trim(),
            StartedOn = done.StartedOn,
            Evidence = done.Evidence,
            Breakdown = done.Breakdown,
            Subject = done.Subject,
            Denominator = done.Denominator,
            Level = done.Level,
            Uncovered = !coverage.Covers(done.On),
        };
    }

    /// <summary>Takes a delivery back, also on a closed activity; refuses one of another activity and one already withdrawn.</summary>
    public DeliveryWithdrawn WithdrawDelivery(Delivery delivery, string reason, DateOnly today)
    {
        Reasons.Require(reason);
        RequireOwn(delivery);
        delivery.Withdraw();
        return new()
        {
            Stream = Id,
            StreamVersion = ++Version,
            Under = Under,
            OccurredOn = today,
            Quantity = delivery.Quantity,
            Unit = delivery.Unit,
            Delivery = delivery.Id,
            Reason = reason,
        };
    }

    /// <summary>Files that arrived later, also on a closed activity.</summary>
    public EvidenceAttached AttachEvidence(Delivery delivery, IReadOnlyList<Evidence> evidence, DateOnly today)
    {
        RequireOwn(delivery);
        if (delivery.Withdrawn) throw Refuse("programme.delivery-already-withdrawn", "the delivery is withdrawn", null);
        if (evidence.Count == 0) throw Refuse("programme.evidence-missing", "no file was given", nameof(evidence));
        return new() { Stream = Id, StreamVersion = ++Version, Under = Under, OccurredOn = today, Delivery = delivery.Id, Evidence = evidence };
    }

    public ActivityClosed Close(bool done, string? note, DateOnly on, DateOnly today)
    {
        RequireOpen();
        if (on > today) throw Refuse("programme.date-in-future", "a closing day cannot lie ahead", nameof(on), on);
        if (!done) Reasons.Require(note);
        Closed = true;
        return new() { Stream = Id, StreamVersion = ++Version, Under = Under, OccurredOn = on, Done = done, Note = note };
    }

    public ActivityReopened Reopen(string reason, DateOnly today)
    {
        if (!Closed) throw Refuse("programme.activity-not-closed", "the activity is not closed", null);
        Reasons.Require(reason);
        Closed = false;
        return new() { Stream = Id, StreamVersion = ++Version, Under = Under, OccurredOn = today, Reason = reason };
    }

    private void RequireOpen()
    {
        if (Closed) throw Refuse("programme.activity-closed", "the activity is closed", null, Title);
    }

    private void RequireOwn(Delivery delivery)
    {
        if (delivery.Activity != Id) throw Refuse("programme.delivery-of-another-activity", "the delivery belongs to another activity", null);
    }

    private static void CheckDates(DateOnly startsOn, DateOnly dueOn, AgreementYears years)
    {
        if (dueOn < startsOn) throw Refuse("programme.due-before-start", "the due date comes before the start", "DueOn", startsOn, dueOn);
        if (years.YearOf(startsOn) < 1) throw Refuse("programme.before-agreement", "the start lies before the agreement", "StartsOn", startsOn, years.Anchor);
    }

    private static RefusedException Refuse(string code, string message, string? field, params object?[] arguments) =>
        new(code, message, [.. arguments.OfType<object>()]) { Field = field };
}
