using System.Runtime.InteropServices;

namespace Shiraka.Agreements.Terms;

public enum EntryRule { Unsaid, FirstSignature, LastSignature, OnDay }

public enum DurationKind { Unsaid, Fixed, Minimum, Open }

public enum RenewalKind { Unsaid, None, Tacit, Express }

/// <summary>The day a party signed; null where it is not known.</summary>
public sealed record PartySignature(string Party, DateOnly? On);

/// <summary>From when it binds. <paramref name="On"/> only with <see cref="EntryRule.OnDay"/>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Entry(EntryRule Rule, DateOnly? On = null);

/// <summary>
/// How long it binds: a length from entry into force, or up to <paramref name="To"/>, the first day out of force. A minimum binds at
/// least that long and then until somebody gives notice.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BindingTime(DurationKind Kind, TermLength? Length = null, DateOnly? To = null);

/// <summary>What follows a fixed term. <paramref name="Max"/> is null where the text sets no limit.</summary>
public sealed record Renewal(RenewalKind Kind, TermLength? Length = null, int? Max = null)
{
    /// <summary>Days on which the parties agreed on an express renewal.</summary>
    public IReadOnlyList<DateOnly> Agreed { get; init; } = [];
}

/// <summary>A notice that arrived. <paramref name="InForm"/> is false where it did not come in the form the text asks for.</summary>
public sealed record ReceivedNotice(DateOnly On, bool? InForm = null);

/// <summary>The running term made longer by agreement: by a length, or up to a first day out of force.</summary>
public sealed record Prorogation(DateOnly AgreedOn, TermLength? Length = null, DateOnly? To = null);

/// <summary>Days on which nothing is owed. <paramref name="To"/> is the first day it binds again, null while that is open; null in <paramref name="ExtendsTerm"/>: nobody said.</summary>
public sealed record Suspension(DateOnly From, DateOnly? To = null, bool? ExtendsTerm = null);

/// <summary>A clause that outlives the agreement; <paramref name="Length"/> is null where the text sets no length.</summary>
public sealed record SurvivingClause(string Clause, TermLength? Length = null);

/// <summary>What a text and later acts say of the time an agreement binds. What they do not say is null or <c>Unsaid</c>, never guessed.</summary>
public sealed record Convention
{
    public IReadOnlyList<PartySignature> Signatures { get; init; } = [];
    public Entry Entry { get; init; }
    public BindingTime Duration { get; init; }
    public Renewal Renewal { get; init; } = new(RenewalKind.Unsaid);
    public TermLength? NoticeBefore { get; init; }
    public string? NoticeForm { get; init; }
    public IReadOnlyList<ReceivedNotice> Notices { get; init; } = [];
    public IReadOnlyList<Prorogation> Prorogations { get; init; } = [];
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    /// <summary>First day out of force by an act that ends it.</summary>
    public DateOnly? TerminatedOn { get; init; }

    public IReadOnlyList<SurvivingClause> Survives { get; init; } = [];

    /// <summary>The first day it binds; null where the text or the days of signature do not tell.</summary>
    public DateOnly? InForceOn => Entry.Rule switch
    {
        EntryRule.OnDay => Entry.On,
        EntryRule.FirstSignature when AllSigned => Signatures.Min(s => s.On),
        EntryRule.LastSignature when AllSigned => Signatures.Max(s => s.On),
        _ => null,
    };

    private bool AllSigned => Signatures.Count > 0 && Signatures.All(s => s.On is not null);
}
