using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Shiraka.Directory;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>
/// A person's word that the record is right: each instrument of the draft enters the register with its evidence, its parties are
/// linked to the directory (or registered there), and the parties may see it from now on.
/// </summary>
internal static class ConfirmDraft
{
    /// <param name="Organisation">Who it is in the directory; null registers a new one under this name.</param>
    public sealed record PartyChoice(string AsWritten, Guid? Organisation, OrganisationKind Kind = OrganisationKind.Other, string? Country = null, string? Name = null, string? NameLanguage = null);

    /// <param name="By">The place of the promising party among the parties, from 0; null where the text binds all.</param>
    public sealed record Promise(string Kind, string Title, string Quote, int? Line = null, int? By = null, long? Quantity = null, string? Unit = null, string? Period = null);

    public sealed record Instrument(string Title, string Kind, IReadOnlyList<PartyChoice> Parties, IReadOnlyList<Promise> Promises)
    {
        public IReadOnlyList<AgreementSignatory> Signatories { get; init; } = [];
        public DateOnly? SignedOn { get; init; }
        public string? SignedOnText { get; init; }
        public string? Place { get; init; }
        public Guid? Renews { get; init; }
        public IReadOnlyList<string> Fields { get; init; } = [];
        public bool Committee { get; init; }
        public string Financial { get; init; } = "none_stated";
        public AgreementTerm? Term { get; init; }
    }

    /// <param name="SourceKind"><c>signed_text</c>, <c>press_article</c>, <c>press_release</c> or <c>other</c>.</param>
    public sealed record Request(IReadOnlyList<Instrument> Instruments, string SourceKind = "press_article", DateOnly? PublishedOn = null);

    public sealed record Response(IReadOnlyList<Guid> Agreements);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid draft, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Drafts.SingleOrDefaultAsync(d => d.Id == draft, cancel) is not { } open) return TypedResults.NotFound();
        var source = await db.Sources.SingleAsync(s => s.Id == open.Source, cancel);
        if (request.Instruments.Count == 0) throw new RefusedException("agreements.nothing_confirmed", "Confirm at least one instrument.");
        open.Confirm();
        await db.SaveChangesAsync(cancel);      // first, so that of two at once the second meets this and not what it registered

        var provenance = new AgreementSource(Convert.ToHexStringLower(source.Digest), request.SourceKind, source.Name, 1, request.PublishedOn, source.Quality);
        var (confirmed, registered) = (new List<Guid>(), new Dictionary<(string Name, string Country), Guid>());
        foreach (var instrument in request.Instruments) confirmed.Add(await EnterAsync(instrument, source, provenance, registered, db, cancel));
        foreach (var original in await db.DocumentCitations.AsNoTracking().Where(c => c.Record == draft).ToListAsync(cancel))
            foreach (var agreement in confirmed) db.Cite(agreement, new PostedFile(original.Sha256, original.FileName, original.ContentType, original.SizeBytes));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(confirmed));
    }

    private static async Task<Guid> EnterAsync(Instrument instrument, SourceRecord source, AgreementSource provenance, Dictionary<(string Name, string Country), Guid> registered, ShirakaDb db, CancellationToken cancel)
    {
        var parties = new List<AgreementParty>();
        foreach (var choice in instrument.Parties) parties.Add(await PartyAsync(choice, source, registered, db, cancel));
        var promises = instrument.Promises.Select((p, i) => new PromisedCommitment(
            Guid.CreateVersion7(), i + 1, p.Kind, p.Title.Trim(), p.Quote, p.Line, p.By is { } by && by < parties.Count ? parties[by].Organisation : null, p.Quantity, p.Unit, p.Period));
        var (agreement, fact) = Agreement.Confirm(new ConfirmedInstrument(instrument.Title, instrument.Kind, source.Language, parties, [.. promises])
        {
            Signatories = instrument.Signatories,
            SignedOn = instrument.SignedOn,
            SignedOnText = instrument.SignedOnText,
            Place = instrument.Place,
            Renews = instrument.Renews,
            Fields = instrument.Fields,
            Committee = instrument.Committee,
            Financial = instrument.Financial,
            Term = instrument.Term,
        }, provenance, source.Id, db.Today, db.Actor);

        db.Agreements.Add(agreement);
        foreach (var (party, i) in fact.Parties.Select((party, i) => (party, i)))
        {
            db.Parties.Add(new Party { Agreement = agreement.Id, Organisation = party.Organisation, Ordinal = i + 1, AsWritten = party.AsWritten });
            db.Show(agreement.Id, party.Organisation, "party");
        }

        if (fact.Parties.All(p => p.Organisation != db.Organisation)) db.Show(agreement.Id, db.Organisation, "register");
        foreach (var promise in fact.Commitments)
            db.Commitments.Add(new Commitment { Id = promise.Id, Agreement = agreement.Id, Ordinal = promise.Ordinal, Kind = promise.Kind, Title = promise.Title });
        db.Record(fact);
        return agreement.Id;
    }

    private static async Task<AgreementParty> PartyAsync(PartyChoice choice, SourceRecord source, Dictionary<(string Name, string Country), Guid> registered, ShirakaDb db, CancellationToken cancel)
    {
        var name = choice.Name?.Trim() is { Length: > 0 } given ? given : choice.AsWritten.Trim();
        if (name.Length == 0 && choice.Organisation is null) throw new RefusedException("agreements.party_without_name", "A party needs a name.") { Field = "parties" };
        if (choice.Organisation is not { } known)
        {
            if (choice.Country is not { Length: 2 } country)
                throw new RefusedException("agreements.party_without_country", "Say in which country a new organisation lies.", name) { Field = "parties" };
            var one = (name.ToUpperInvariant(), country.ToUpperInvariant());      // a new party of two instruments is one organisation
            if (!registered.TryGetValue(one, out var made))
                registered[one] = made = await RegisterOrganisation.InAsync(
                    new RegisterOrganisation.Request(choice.Kind, country.ToUpperInvariant(), [new GivenName(choice.NameLanguage ?? source.Language, name)]), db, cancel);
            return new AgreementParty(made, name, choice.AsWritten, CodeOf(choice.Kind), country.ToUpperInvariant());
        }

        var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Id == known, cancel)
            ?? throw new RefusedException("agreements.party_unknown", "The organisation is not in the directory.", name) { Field = "parties" };
        if (name.Length == 0) name = organisation.Names.OrderBy(n => n.Use).ThenBy(n => n.Position).First().Text;
        if (choice.AsWritten.Trim().Length > 0) await DecideName.RecordAsync(NamedThing.Organisation, choice.AsWritten, known, isSame: true, db, cancel);
        return new AgreementParty(known, name, choice.AsWritten.Trim().Length > 0 ? choice.AsWritten : name, CodeOf(organisation.Kind), organisation.Country);
    }

    private static string CodeOf(OrganisationKind kind) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
