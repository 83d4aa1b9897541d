using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>A text that was brought in, as it was, with where it came from. It is kept even where it turned out to be no agreement.</summary>
public sealed class SourceRecord
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the text in UTF-8: the same text is recognised.</summary>
    public required byte[] Digest { get; init; }

    /// <summary><c>pasted</c>, <c>txt</c>, <c>html</c>, <c>docx</c>, <c>pdf</c>.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }
    public required string Text { get; init; }
    public required string Language { get; init; }

    /// <summary>A code: <c>clean</c>, <c>web_page</c>, <c>machine_translated</c>…; null where nothing is to be said.</summary>
    public string? Quality { get; init; }

    /// <summary>The file it was taken from, in the store of documents.</summary>
    public string? Document { get; init; }

    public required Guid Organisation { get; init; }
    public required Guid ImportedBy { get; init; }
    public required long ImportedAt { get; init; }
}

/// <summary>
/// The work of turning one text into records: nothing of it counts before somebody confirms. Seen only by the organisation that
/// brought the text in.
/// </summary>
public sealed class Draft : IHasAudience
{
    public required Guid Id { get; init; }
    public required Guid Source { get; init; }

    /// <summary>What was changed so far, as the form posted it, for whoever takes it up again.</summary>
    public string? Answers { get; set; }

    /// <summary><c>open</c>, <c>confirmed</c>, <c>dropped</c>.</summary>
    public string State { get; private set; } = "open";

    public long Version { get; private set; } = 1;

    public void Save(string answers)
    {
        RequireOpen();
        Answers = answers;
        Version++;
    }

    /// <summary>Closes the draft for good. Of two people who confirm at once, the second is told.</summary>
    public void Confirm()
    {
        RequireOpen();
        State = "confirmed";
        Version++;
    }

    public void Drop()
    {
        RequireOpen();
        State = "dropped";
        Version++;
    }

    private void RequireOpen()
    {
        if (State != "open") throw new RefusedException("draft_" + State, "Somebody has already closed this draft.");
    }
}

public static class DraftSets
{
    extension(ShirakaDb db)
    {
        public DbSet<SourceRecord> Sources => db.Set<SourceRecord>();
        public DbSet<Draft> Drafts => db.Set<Draft>();
    }
}

file sealed class SourceMapping : IEntityTypeConfiguration<SourceRecord>
{
    public void Configure(EntityTypeBuilder<SourceRecord> builder) => builder.ToTable("sources");
}

file sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("drafts");
        builder.HasOne<SourceRecord>().WithMany().HasForeignKey(d => d.Source);
        builder.Property(d => d.Version).IsConcurrencyToken();
    }
}
