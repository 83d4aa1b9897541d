using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>The term as it is known from now on: first entry, or a correction of what the text says. It replaces the one before; acts stay.</summary>
[FactType("agreement.term_set")]
public sealed record AgreementTermSet : Fact
{
    public required AgreementTerm Term { get; init; }
    [FreeText] public string? Reason { get; init; }
}

/// <summary>A notice arrived on <see cref="Fact.OccurredOn"/>. Whether it was in time follows from the calendar, not from this fact.</summary>
[FactType("agreement.notice_received")]
public sealed record AgreementNoticeReceived : Fact
{
    /// <summary>The party that gave it, where it is one of ours to name.</summary>
    public Guid? By { get; init; }

    /// <summary>False where it did not come in the form the text asks for.</summary>
    public bool? InForm { get; init; }

    [FreeText] public string? Note { get; init; }
}

/// <summary>On <see cref="Fact.OccurredOn"/> the parties agreed that the running term lasts longer: by a length, or to a last day.</summary>
[FactType("agreement.prorogued")]
public sealed record AgreementProrogued : Fact
{
    public string? Length { get; init; }
    public DateOnly? LastDay { get; init; }
    [FreeText] public string? Reason { get; init; }
}

/// <summary>From <see cref="Fact.OccurredOn"/> on nothing is owed, through <see cref="LastDay"/> where one is set.</summary>
[FactType("agreement.suspended")]
public sealed record AgreementSuspended : Fact
{
    public DateOnly? LastDay { get; init; }

    /// <summary>Whether the term grows by the days lost; null where nobody said.</summary>
    public bool? ExtendsTerm { get; init; }

    [FreeText] public string? Reason { get; init; }
}

/// <summary>A suspension without an end is over: <see cref="Fact.OccurredOn"/> is the first day it binds again.</summary>
[FactType("agreement.resumed")]
public sealed record AgreementResumed : Fact
{
    public required Guid Suspension { get; init; }
}

/// <summary>On <see cref="Fact.OccurredOn"/> the parties agreed on an express renewal of the running term.</summary>
[FactType("agreement.renewal_agreed")]
public sealed record AgreementRenewalAgreed : Fact
{
    [FreeText] public string? Note { get; init; }
}

/// <summary>An act was recorded by mistake or taken back: the calendar is what it would be without it.</summary>
[FactType("agreement.act_withdrawn")]
public sealed record AgreementActWithdrawn : Fact
{
    public required Guid Act { get; init; }
    [FreeText] public required string Reason { get; init; }
}

/// <summary>The instrument ends on <see cref="Fact.OccurredOn"/>, before its term; that day is the last one covered.</summary>
[FactType("agreement.terminated")]
public sealed record AgreementTerminated : Fact
{
    [FreeText] public required string Reason { get; init; }
    public Guid? By { get; init; }
}

/// <summary>The termination was a mistake or was taken back: the term stands again.</summary>
[FactType("agreement.termination_withdrawn")]
public sealed record AgreementTerminationWithdrawn : Fact
{
    [FreeText] public required string Reason { get; init; }
}
