using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>
/// An instrument of the register: what lists and filters need of it. The whole of it, with its promises, is the body of its
/// facts. Whether it is in force is computed from dates and acts, never stored.
/// </summary>
public sealed partial class Agreement : ILedgered, IHasAudience
{
    private Agreement() { }

    public Guid Id { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>A code of the contract: <c>convention</c>, <c>memorandum</c>…</summary>
    public string Kind { get; private set; } = "";

    public string Language { get; private set; } = "";
    public DateOnly? SignedOn { get; private set; }
    public string? Place { get; private set; }
    public Guid? Renews { get; private set; }

    /// <summary>The first day it binds, as its calendar gives it.</summary>
    public DateOnly? InForceOn { get; private set; }

    /// <summary>The last day it binds if nobody does anything more; null where no end is known.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public DateOnly? TerminatedOn { get; private set; }

    /// <summary>The text it was read from.</summary>
    public Guid Source { get; private set; }

    /// <summary>Of its stream of facts; the optimistic lock.</summary>
    public long Version { get; private set; }

    /// <summary>A code of <see cref="AgreementTerm.Renewal"/>.</summary>
    public string Renewal { get; private set; } = "none";

    public DateOnly ConfirmedOn { get; private set; }

    /// <summary>Who said that the record is right.</summary>
    public Guid? ConfirmedBy { get; private set; }

    /// <summary>Who compared it again, with the signed text where that was filed; null until somebody else did.</summary>
    public Guid? VerifiedBy { get; private set; }

    /// <summary>SHA-256 of the signed text that was filed last.</summary>
    public string? SignedText { get; private set; }

    /// <summary>Enters an instrument into the register as people confirmed it.</summary>
    /// <exception cref="RefusedException">No title, fewer than two parties, the same party twice, or dates that contradict each other.</exception>
    public static (Agreement Agreement, AgreementConfirmed Fact) Confirm(ConfirmedInstrument record, AgreementSource provenance, Guid source, DateOnly today, Guid? by = null)
    {
        record.Check(today);
        var agreement = new Agreement
        {
            Id = Guid.CreateVersion7(),
            Title = record.Title.Trim(),
            Kind = record.Kind,
            Language = record.Language,
            SignedOn = record.SignedOn,
            Place = record.Place,
            Renews = record.Renews,
            Source = source,
            Version = 1,
            ConfirmedOn = record.SignedOn ?? today,
            ConfirmedBy = by,
        };
        if (record.Term is { } term) agreement.Keep(new TermRecord(term), today);
        return (agreement, new AgreementConfirmed
        {
            Stream = agreement.Id,
            StreamVersion = 1,
            Under = agreement.Id,
            OccurredOn = record.SignedOn ?? today,
            Title = agreement.Title,
            Kind = record.Kind,
            Language = record.Language,
            Parties = record.Parties,
            Signatories = record.Signatories,
            SignedOn = record.SignedOn,
            SignedOnText = record.SignedOnText,
            Place = record.Place,
            Renews = record.Renews,
            Fields = record.Fields,
            Commitments = record.Commitments,
            Committee = record.Committee,
            Financial = record.Financial,
            Term = record.Term,
            Source = provenance,
        });
    }

    /// <summary>Files the signed text beside a record that was read from something else. Who verified an earlier text has not seen this one.</summary>
    public AgreementTextFiled FileText(FiledText text, DateOnly today)
    {
        if (SignedText == text.Sha256) throw new RefusedException("agreements.text_filed_before", "This very file is filed already.") { Field = "file" };
        (SignedText, VerifiedBy) = (text.Sha256, null);
        return new() { Stream = Id, StreamVersion = ++Version, Under = Id, OccurredOn = today, Text = text };
    }

    /// <summary>The word of a second person that the record says what the text says. <paramref name="digest"/>: of the text compared with.</summary>
    public AgreementVerified Verify(Guid by, string digest, string? note, DateOnly today)
    {
        if (by == ConfirmedBy) throw new RefusedException("agreements.verified_by_confirmer", "Who confirmed a record does not verify it.");
        if (VerifiedBy is not null) throw new RefusedException("agreements.verified_before", "Somebody has verified this record already.");
        VerifiedBy = by;
        return new() { Stream = Id, StreamVersion = ++Version, Under = Id, OccurredOn = today, Against = SignedText is null ? "source" : "signed_text", Digest = digest, Note = note };
    }
}

/// <summary>A party of an agreement.</summary>
public sealed class Party : IUnderAgreement
{
    public required Guid Agreement { get; init; }
    public required Guid Organisation { get; init; }
    public required int Ordinal { get; init; }
    public required string AsWritten { get; init; }
}

/// <summary>A promise of an agreement: what other modules' records name as <c>under</c>.</summary>
public sealed class Commitment : IUnderAgreement
{
    public required Guid Id { get; init; }
    public required Guid Agreement { get; init; }
    public required int Ordinal { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; set; }
}

public static class AgreementSets
{
    extension(ShirakaDb db)
    {
        public DbSet<Agreement> Agreements => db.Set<Agreement>();
        public DbSet<Party> Parties => db.Set<Party>();
        public DbSet<Commitment> Commitments => db.Set<Commitment>();
    }
}

file sealed class AgreementMapping : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("agreements");
        builder.HasOne<SourceRecord>().WithMany().HasForeignKey(a => a.Source);
        builder.Property(a => a.Version).IsConcurrencyToken();
    }
}

file sealed class PartyMapping : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.ToTable("parties");
        builder.HasOne<Agreement>().WithMany().HasForeignKey(p => p.Agreement);
        builder.HasKey(p => new { p.Agreement, p.Organisation });
    }
}

file sealed class CommitmentMapping : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.ToTable("commitments");
        builder.HasOne<Agreement>().WithMany().HasForeignKey(c => c.Agreement);
    }
}
