using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Agreements.TextReading;
using Shiraka.Directory;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Shared;
using Shiraka.Shared.Components;

namespace Shiraka.Agreements;

/// <summary>Who did a step and when (Unix milliseconds); <paramref name="Person"/> is null for readers of another organisation.</summary>
public sealed record ProvenanceStep(string? Person, string? Organisation, long At, long? Seq = null);

/// <summary>A signed text that was filed, and whether the record was compared with it.</summary>
public sealed record FiledStep(FiledText Text, ProvenanceStep By);

/// <summary>Where the record of an agreement comes from: its text, the passages it rests on, and everybody who vouched for it.</summary>
public sealed record Provenance(Agreement Agreement, SourceRecord Source, AgreementConfirmed? Record)
{
    public required ProvenanceStep Imported { get; init; }
    public required ProvenanceStep? Confirmed { get; init; }
    public required IReadOnlyList<(AgreementVerified? Body, ProvenanceStep By)> Verified { get; init; }
    public required IReadOnlyList<FiledStep> Filed { get; init; }
    public required IReadOnlyList<ProvenValue> Values { get; init; }
    public required IReadOnlyList<SourceParagraph> Paragraphs { get; init; }

    /// <summary>The file the text was taken from; null for a text that was pasted.</summary>
    public required DocumentCitation? Original { get; init; }

    /// <summary>Of the confirmation only what is no free text is left: the names of the signatories are gone.</summary>
    public bool NamesErased { get; init; }

    /// <summary>Not the signed text, or one whose words may have suffered on the way: a second look is worth it.</summary>
    public bool IsDoubtful => Filed.Count == 0 && (Record?.Source.Kind != "signed_text" || Source.Quality is not null);
}

/// <summary>Reads the provenance of an agreement that the viewer sees.</summary>
public sealed class Provenances(ShirakaDb db, SealedFacts ledger, OrganisationLabels labels)
{
    public async Task<Provenance?> FindAsync(Guid agreement, Frame frame, CancellationToken cancel)
    {
        if (await db.Agreements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == agreement, cancel) is not { } known) return null;
        var source = await db.Sources.AsNoTracking().SingleAsync(s => s.Id == known.Source, cancel);
        var facts = (await ledger.OfStreamAsync(agreement, cancel)).Where(fact => fact.Type is "agreement.confirmed" or "agreement.text_filed" or "agreement.verified").ToList();
        var people = await PeopleAsync([source.ImportedBy, .. facts.Select(fact => fact.Actor)], cancel);
        var organisations = await labels.LabelsAsync([source.Organisation, .. facts.Select(fact => fact.Organisation)], frame.Language, cancel);

        ProvenanceStep Step(Guid person, Guid organisation, long at, long? seq = null) => new(people.GetValueOrDefault(person), organisations.GetValueOrDefault(organisation)?.Name, at, seq);
        ProvenanceStep By(SealedFact fact) => Step(fact.Actor, fact.Organisation, fact.RecordedAt, fact.Seq);

        var confirmed = facts.FirstOrDefault(fact => fact.Type == "agreement.confirmed");
        var record = confirmed?.Body<AgreementConfirmed>();
        var reading = Reader.Read(source.Text, source.Name);
        var values = record is null ? [] : Passages.Of(record, source.Text, reading, frame.Words);
        return new Provenance(known, source, record)
        {
            Imported = Step(source.ImportedBy, source.Organisation, source.ImportedAt),
            Confirmed = confirmed is null ? null : By(confirmed),
            NamesErased = confirmed is { IsErased: true },
            Verified = [.. facts.Where(fact => fact.Type == "agreement.verified").Select(fact => (fact.Body<AgreementVerified>(), By(fact)))],
            Filed = [.. facts.Where(fact => fact.Type == "agreement.text_filed").Select(fact => (fact.Body<AgreementTextFiled>()?.Text, Step: By(fact))).Where(one => one.Text is not null).Select(one => new FiledStep(one.Text!, one.Step))],
            Values = values,
            Paragraphs = SourceParagraphs.Of(source.Text, reading, values.Select(value => value.At), frame.Words, new HashSet<int>()),
            Original = source.Document is null ? null : await db.DocumentCitations.AsNoTracking().FirstOrDefaultAsync(c => c.Record == agreement && c.Sha256 == source.Document, cancel),
        };
    }

    // Names of colleagues only: a partner learns which organisation vouched, not which of its people.
    private async Task<Dictionary<Guid, string>> PeopleAsync(Guid[] accounts, CancellationToken cancel)
    {
        var ours = await db.Memberships.AsNoTracking().Where(m => m.Organisation == db.Organisation && accounts.Contains(m.Account)).Select(m => m.Account).Distinct().ToListAsync(cancel);
        return await db.Accounts.AsNoTracking().Where(a => ours.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancel);
    }
}
