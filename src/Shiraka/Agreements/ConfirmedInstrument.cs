namespace Shiraka.Agreements;

/// <summary>An instrument as a person confirmed it, field by field, before it enters the register.</summary>
public sealed record ConfirmedInstrument(string Title, string Kind, string Language, IReadOnlyList<AgreementParty> Parties, IReadOnlyList<PromisedCommitment> Commitments)
{
    private static readonly DateOnly Earliest = new(1945, 1, 1);

    public IReadOnlyList<AgreementSignatory> Signatories { get; init; } = [];
    public DateOnly? SignedOn { get; init; }
    public string? SignedOnText { get; init; }
    public string? Place { get; init; }
    public Guid? Renews { get; init; }
    public IReadOnlyList<string> Fields { get; init; } = [];
    public bool Committee { get; init; }
    public string Financial { get; init; } = "none_stated";
    public AgreementTerm? Term { get; init; }

    internal void Check(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Title)) throw Refuse("agreement_without_title", "An agreement needs a title.", "title");
        if (Parties.Count < 2) throw Refuse("too_few_parties", "An agreement binds at least two parties.", "parties");
        if (Parties.DistinctBy(p => p.Organisation).Count() != Parties.Count)
            throw Refuse("same_party_twice", "The same organisation stands twice among the parties.", "parties");
        if (SignedOn > today) throw Refuse("signed_in_future", "The day of signature lies ahead.", "signedOn", SignedOn.Value);
        if (SignedOn < Earliest) throw Refuse("signed_too_early", "The day of signature is too far back.", "signedOn", SignedOn.Value);
        if (Commitments.Any(c => string.IsNullOrWhiteSpace(c.Title))) throw Refuse("commitment_without_title", "Each promise needs a title.", "commitments");
        if (Commitments.Any(c => c.Quantity < 1)) throw Refuse("quantity_not_positive", "A quantity is at least 1.", "commitments", 0);
        if (Term is not null) new TermRecord(Term).Check();
    }

    private static RefusedException Refuse(string code, string message, string field, params object[] arguments) => new(code, message, arguments) { Field = field };
}
