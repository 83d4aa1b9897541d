namespace Shiraka.Programme;

/// <summary>What was done, as someone enters it on an activity.</summary>
public sealed record Done(string Note, DateOnly On, long? Quantity = null, string? Unit = null)
{
    public DateOnly? StartedOn { get; init; }
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Breakdown { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, long>>(StringComparer.Ordinal);
    public string? Subject { get; init; }
    public long? Denominator { get; init; }
    public int? Level { get; init; }

    /// <summary>Refuses what no reading of the numbers could make true.</summary>
    internal void Check(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Note)) throw Refuse("programme.note-missing", "say in a sentence what was done", nameof(Note));
        if (On > today) throw Refuse("programme.date-in-future", "what was done cannot lie ahead", nameof(On), On);
        if (StartedOn > On) throw Refuse("programme.due-before-start", "the last day comes before the first", nameof(StartedOn), StartedOn.Value, On);
        if (Quantity < 1) throw Refuse("programme.quantity-not-positive", "a quantity is at least 1", nameof(Quantity), Quantity.Value);
        if (Quantity is null != string.IsNullOrWhiteSpace(Unit)) throw Refuse("programme.quantity-without-unit", "quantity and unit go together", nameof(Unit));
        if (Denominator < 1) throw Refuse("programme.quantity-not-positive", "a denominator is at least 1", nameof(Denominator), Denominator.Value);
        if (Denominator < (Quantity ?? 0))
            throw Refuse("programme.part-over-whole", "a part cannot exceed its whole", nameof(Denominator), Quantity!.Value, Denominator.Value);
        if (Subject is not null && Quantity is > 1) throw Refuse("programme.subject-is-one", "one pseudonym stands for one person", nameof(Subject));
        foreach (var (dimension, parts) in Breakdown)
        {
            if (parts.Values.Any(part => part < 0)) throw Refuse("programme.part-negative", "a part is never negative", nameof(Breakdown), dimension);
            var sum = parts.Values.Sum();
            if (sum > (Quantity ?? 1))
                throw Refuse("programme.parts-over-total", "the parts exceed the quantity", nameof(Breakdown), dimension, sum, Quantity ?? 1);
        }
    }

    private static RefusedException Refuse(string code, string message, string field, params object[] arguments) =>
        new(code, message, arguments) { Field = field };
}

/// <summary>A delivery as rules see it: its fact, and whether it was taken back. It has no row of its own, so recording one costs one row less.</summary>
public sealed class Delivery
{
    private Delivery() { }

    /// <summary>The identifier of the fact that recorded it.</summary>
    public Guid Id { get; private set; }

    public Guid Activity { get; private set; }
    public long? Quantity { get; private set; }
    public string? Unit { get; private set; }
    public bool Withdrawn { get; private set; }

    internal static Delivery Of(DeliveryRecorded fact) => new() { Id = fact.Id, Activity = fact.Activity, Quantity = fact.Quantity, Unit = fact.Unit };

    internal void Withdraw()
    {
        if (Withdrawn) throw new RefusedException("programme.delivery-already-withdrawn", "the delivery is already withdrawn");
        Withdrawn = true;
    }
}

/// <summary>That a delivery was taken back: once, which the key sees to.</summary>
public sealed record Withdrawal(Guid Delivery);

/// <summary>A correction without a reason cannot be read by those who come later.</summary>
internal static class Reasons
{
    public static void Require(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RefusedException("programme.reason-missing", "say why") { Field = "Reason" };
    }
}
