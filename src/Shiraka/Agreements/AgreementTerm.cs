namespace Shiraka.Agreements;

/// <summary>
/// How long the instrument binds, as its text says; what it does not say is left out. <paramref name="ExpiresOn"/> is the last day
/// covered. <paramref name="Renewal"/>: <c>none</c>, <c>tacit</c>, <c>express</c>, <c>unsaid</c>; older facts also say
/// <c>minimum_then_open</c> and <c>open</c>, which <see cref="Binds"/> says now. Lengths are ISO 8601 (<c>P3Y</c>).
/// </summary>
public sealed record AgreementTerm(
    DateOnly? InForceOn = null, DateOnly? ExpiresOn = null, int? NoticeDays = null, string Renewal = "none", string? NoticeForm = null)
{
    /// <summary><c>first_signature</c> or <c>last_signature</c>; null where it is <see cref="InForceOn"/> or not said.</summary>
    public string? Entry { get; init; }

    /// <summary>The day each party signed, where that is known.</summary>
    public IReadOnlyList<SignatureDay>? Signatures { get; init; }

    /// <summary><c>fixed</c>, <c>minimum</c> or <c>open</c>; null where older facts leave it to <see cref="Renewal"/>.</summary>
    public string? Binds { get; init; }

    public string? Duration { get; init; }
    public string? RenewalDuration { get; init; }

    /// <summary>How often it may renew; null where the text sets no limit.</summary>
    public int? RenewalMax { get; init; }

    /// <summary>In place of <see cref="NoticeDays"/>.</summary>
    public string? NoticePeriod { get; init; }

    /// <summary>Clauses that hold on after the end.</summary>
    public IReadOnlyList<SurvivingDuty>? Survives { get; init; }
}

/// <summary>The day a party signed; null where it is not known.</summary>
public sealed record SignatureDay(Guid Party, DateOnly? On);

/// <summary>A clause that outlives the agreement, and for how long where the text says it.</summary>
public sealed record SurvivingDuty(string Clause, string? Duration = null);

/// <summary>
/// Something the parties did that moves the calendar. <paramref name="Kind"/>: <c>notice</c>, <c>prorogation</c>, <c>suspension</c>,
/// <c>renewal</c>. <paramref name="Id"/> is that of the fact that recorded it; <paramref name="LastDay"/> the last day of a prorogued
/// term or of a suspension.
/// </summary>
public sealed record TermAct(Guid Id, string Kind, DateOnly On, DateOnly? LastDay = null, string? Length = null, bool? InForm = null, bool? ExtendsTerm = null, Guid? By = null, string? Note = null);
