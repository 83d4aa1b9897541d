using Shiraka.Agreements;
using Shiraka.Shared;

namespace Shiraka.Server.Demo;

/// <summary>What an officer does who finds everything right: takes each proposed field and names the parties in the directory.</summary>
internal static class Confirming
{
    public static ConfirmDraft.Request AllOf(Review review, IReadOnlyList<Guid> parties, Words words)
    {
        var read = review.Instruments[0];
        var choices = parties.Select(organisation =>
        {
            // The proposal of the directory decides which written name is whose, as it does for a person.
            var best = read.Parties.SelectMany(party => party.Proposals.Where(p => p.Organisation == organisation).Select(p => (Party: party, p.Score))).OrderByDescending(p => p.Score).FirstOrDefault();
            var written = best.Party?.Name.Value ?? "";
            return new ConfirmDraft.PartyChoice(written, organisation, Name: written.Length > 0 ? written : null);
        }).ToList();
        var promises = read.Promises.Select(p => new ConfirmDraft.Promise(
            p.Read.Kind, p.Title.Value ?? words["agreements.promise." + p.Read.Kind], p.Read.Span.Text, p.Line, null,
            p.Read.Quantity is { } quantity && quantity == decimal.Truncate(quantity) ? (long)quantity : null, p.Read.Unit));
        return new ConfirmDraft.Request(
            [
                new ConfirmDraft.Instrument(read.Title.Value ?? review.Source.Name, read.Kind.Value!, choices, [.. promises.DistinctBy(p => (p.Kind, p.Quote))])
                {
                    Signatories = [.. read.Signatories.Select(s => new AgreementSignatory(s.Name.Value!, s.Role, s.Party))],
                    SignedOn = review.Reading.Instruments.Count > 0 ? review.Reading.Instruments[0].SignedOn?.Value : null, Place = read.Place.Value, Fields = read.Fields,
                    Committee = read.Committee, Financial = read.Financial,
                },
            ]);
    }
}
