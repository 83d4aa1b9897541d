using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>The organisation answerable for something and, where one is named, the person.</summary>
public sealed record Owner(Guid Organisation, string Name, [property: FreeText] string? Person = null);

/// <summary>An axis of the plan (oncology, imaging…), under which activities are grouped. Under the agreement.</summary>
[FactType("axis.opened")]
public sealed record AxisOpened : Fact
{
    public required Guid Agreement { get; init; }
    public required string Title { get; init; }
    public required int Ordinal { get; init; }

    /// <summary>A code of the field list where the axis is one of them.</summary>
    public string? Field { get; init; }
}

/// <summary>An activity enters the plan of one year of the agreement.</summary>
[FactType("activity.planned")]
public sealed record ActivityPlanned : Fact
{
    public required Guid Agreement { get; init; }
    public Guid? Axis { get; init; }
    public required string Title { get; init; }

    /// <summary>1 for the first twelve months from the anchor date; not a calendar year.</summary>
    public required int AgreementYear { get; init; }

    public required DateOnly StartsOn { get; init; }
    public required DateOnly DueOn { get; init; }
    public required Owner Owner { get; init; }

    /// <summary>Share of the plan it stands for, against the other activities; 1 where nobody weighed them.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>How much the activity should deliver, in <see cref="ExpectedUnit"/>, where it can be counted.</summary>
    public long? ExpectedQuantity { get; init; }

    public string? ExpectedUnit { get; init; }
}

/// <summary>New dates for an activity that is not closed; the former ones stay readable in the ledger.</summary>
[FactType("activity.rescheduled")]
public sealed record ActivityRescheduled : Fact
{
    public required DateOnly StartsOn { get; init; }
    public required DateOnly DueOn { get; init; }
    [FreeText] public required string Reason { get; init; }
}

/// <summary>Nothing more is expected of the activity from <see cref="Fact.OccurredOn"/> on.</summary>
[FactType("activity.closed")]
public sealed record ActivityClosed : Fact
{
    /// <summary>False where it was given up: it then counts as closed, never as done.</summary>
    public required bool Done { get; init; }

    [FreeText] public string? Note { get; init; }
}

/// <summary>The closing was premature: the activity is open again and its closing no longer counts.</summary>
[FactType("activity.reopened")]
public sealed record ActivityReopened : Fact
{
    [FreeText] public required string Reason { get; init; }
}
