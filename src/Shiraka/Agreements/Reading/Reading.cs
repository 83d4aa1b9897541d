namespace Shiraka.Agreements.TextReading;

/// <summary>
/// What one text says of an agreement, as <c>shiraka read --json</c> prints it. Every span is literally in the input:
/// <c>Text == input[Start..End]</c>, offsets in UTF-16 code units. Confidence is in [0,1]; <c>Reason</c> is a stable code, not a sentence.
/// </summary>
public sealed record Reading(
    string File,
    string Language,
    IReadOnlyList<string> Languages,
    bool IsAgreement,
    double Confidence,
    string Reason,
    IReadOnlyList<ReadSpan> Ignored,
    IReadOnlyList<ReadInstrument> Instruments)
{
    /// <summary>Characters that reorder the display stand in the text: kept in the source, ignored in matching, shown to the reader.</summary>
    public bool BidiOverrides { get; init; }
}

/// <summary>A piece of the input with how sure the reader is of it and why.</summary>
public sealed record ReadSpan(string Text, int Start, int End, double Confidence, string Reason);

/// <summary>One agreement the text is about.</summary>
/// <param name="Kind">convention, framework_agreement, memorandum, partnership_agreement, renewal, amendment or other.</param>
/// <param name="Financial">each_party_bears_own, funded or none_stated.</param>
public sealed record ReadInstrument(
    string Kind,
    double KindConfidence,
    IReadOnlyList<ReadParty> Parties,
    IReadOnlyList<ReadSignatory> Signatories,
    ReadDate? SignedOn,
    ReadSpan? Place,
    ReadSpan? Renews,
    IReadOnlyList<ReadField> Fields,
    IReadOnlyList<ReadCommitment> Commitments,
    bool Committee,
    string Financial,
    ReadTerm? Term)
{
    /// <summary>Words that tell a day of signing the calendar does not have, where the text tells no other.</summary>
    public ReadSpan? NoSuchDay { get; init; }
}

/// <param name="Kind">hospital, ministry, fund, foundation, agency, university, state or other.</param>
/// <param name="Country">ISO 3166-1 alpha-2, where the name or the text tells it.</param>
public sealed record ReadParty(ReadSpan Span, string Kind, string? Country);

public sealed record ReadSignatory(ReadSpan Name, ReadSpan? Role, ReadSpan? Party);

public sealed record ReadDate(DateOnly Value, ReadSpan Span);

public sealed record ReadField(ReadSpan Span, string Code);

/// <param name="By">The party that promises, as in <see cref="ReadParty"/>'s text; null where the text does not say.</param>
/// <param name="Period">ISO 8601 duration the quantity counts in (P1Y: every year; P5Y: over five years).</param>
public sealed record ReadCommitment(ReadSpan Span, string Kind, string? By, decimal? Quantity, string? Unit, string? Period);

/// <param name="Duration">ISO 8601, as <c>shiraka terms</c> takes it.</param>
/// <param name="EntryIntoForce">first-signature, last-signature or null.</param>
/// <param name="Renewal">tacit, express or null.</param>
/// <param name="NoticeBefore">ISO 8601.</param>
public sealed record ReadTerm(string? Duration, string? EntryIntoForce, string? Renewal, string? NoticeBefore, ReadSpan? Span);
