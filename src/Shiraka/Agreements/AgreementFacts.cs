using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>A party bound by the instrument: the organisation it was recognised as, and its name as the text writes it.</summary>
public sealed record AgreementParty(Guid Organisation, string Name, string AsWritten, string Kind, string? Country = null);

/// <summary>Who signed, in which role, for which party (its name as the text writes it).</summary>
public sealed record AgreementSignatory(string Name, string? Role = null, string? Party = null);

/// <summary>
/// One promise of the text. <paramref name="Kind"/> and <paramref name="Unit"/> are codes; <paramref name="Quote"/> is the
/// sentence as written; <paramref name="Line"/> counts from 1; <paramref name="By"/> is the organisation that promises,
/// null where the text binds all of them; <paramref name="Period"/> is null (in all), <c>year</c> or <c>month</c>.
/// </summary>
public sealed record PromisedCommitment(
    Guid Id, int Ordinal, string Kind, string Title, string Quote, int? Line = null, Guid? By = null, long? Quantity = null,
    string? Unit = null, string? Period = null);

/// <summary>The text the register was filled from: its SHA-256, what it is (<c>signed_text</c>, <c>press_article</c>…), how many people confirmed it.</summary>
public sealed record AgreementSource(
    string Digest, string Kind, string Name, int ConfirmedBy, DateOnly? PublishedOn = null, string? Quality = null);

/// <summary>The register of one instrument, confirmed by people: everything the programme is later measured against.</summary>
[FactType("agreement.confirmed")]
public sealed record AgreementConfirmed : Fact
{
    public required string Title { get; init; }
    public required string Kind { get; init; }
    public required string Language { get; init; }
    public required IReadOnlyList<AgreementParty> Parties { get; init; }
    [FreeText] public IReadOnlyList<AgreementSignatory> Signatories { get; init; } = [];
    public DateOnly? SignedOn { get; init; }

    /// <summary>The date as the source gives it where it names no day (<c>septembre 2021</c>).</summary>
    public string? SignedOnText { get; init; }

    public string? Place { get; init; }

    /// <summary>The earlier instrument this one renews, by its agreement.</summary>
    public Guid? Renews { get; init; }

    public IReadOnlyList<string> Fields { get; init; } = [];
    public required IReadOnlyList<PromisedCommitment> Commitments { get; init; }

    /// <summary>True where the text creates a committee.</summary>
    public bool Committee { get; init; }

    /// <summary><c>each_party_bears_own</c>, <c>funded</c> or <c>none_stated</c>.</summary>
    public string Financial { get; init; } = "none_stated";

    public AgreementTerm? Term { get; init; }
    public required AgreementSource Source { get; init; }
}

/// <summary>A file that holds the signed text; its content is kept under the hash.</summary>
public sealed record FiledText(string Sha256, [property: FreeText] string FileName, string ContentType, long SizeBytes);

/// <summary>The signed text was filed beside a record that was read from something else.</summary>
[FactType("agreement.text_filed")]
public sealed record AgreementTextFiled : Fact
{
    public required FiledText Text { get; init; }
}

/// <summary>Somebody other than who confirmed it compared the record with its text and found it right.</summary>
[FactType("agreement.verified")]
public sealed record AgreementVerified : Fact
{
    /// <summary><c>source</c>: what it was read from; <c>signed_text</c>: what was filed later.</summary>
    public required string Against { get; init; }

    /// <summary>SHA-256 of that text.</summary>
    public required string Digest { get; init; }

    [FreeText] public string? Note { get; init; }
}

/// <summary>A clearer title for a commitment; the quotation never changes.</summary>
[FactType("commitment.reworded")]
public sealed record CommitmentReworded : Fact
{
    public required Guid Commitment { get; init; }
    public required string Title { get; init; }
    [FreeText] public string? Reason { get; init; }
}
