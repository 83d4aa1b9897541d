using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>An axis of the plan of one agreement.</summary>
public sealed class Axis : ILedgered, IUnderAgreement
{
    private Axis() { }

    public Guid Id { get; private set; }
    public Guid Agreement { get; private set; }
    public string Title { get; private set; } = "";
    public int Ordinal { get; private set; }
    public long Version { get; private set; }

    public static (Axis Axis, AxisOpened Fact) Open(Guid agreement, string title, int ordinal, string? field, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new RefusedException("programme.axis-without-title", "an axis needs a title") { Field = nameof(Title) };
        var axis = new Axis { Id = Guid.CreateVersion7(), Agreement = agreement, Title = title.Trim(), Ordinal = ordinal, Version = 1 };
        return (axis, new AxisOpened
        {
            Stream = axis.Id,
            StreamVersion = 1,
            Under = agreement,
            OccurredOn = today,
            Agreement = agreement,
            Title = axis.Title,
            Ordinal = ordinal,
            Field = field,
        });
    }
}
