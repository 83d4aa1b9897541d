using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Documents;

/// <summary>That a record rests on a document: whoever may see the record may fetch the file.</summary>
public sealed class DocumentCitation
{
    public required Guid Id { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>The record whose audience decides: an agreement, a draft.</summary>
    public required Guid Record { get; init; }

    public required string FileName { get; init; }
    public required string ContentType { get; init; }
    public required long SizeBytes { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long At { get; init; }
}

/// <summary>What other modules do with the files of their forms.</summary>
public static class Citing
{
    extension(ShirakaDb db)
    {
        public DbSet<DocumentCitation> DocumentCitations => db.Set<DocumentCitation>();

        /// <summary>
        /// Says inside a command that <paramref name="record"/> rests on <paramref name="file"/>; saved with the command. A file that
        /// nobody cites is removed a day after it was last given.
        /// </summary>
        public void Cite(Guid record, PostedFile file, TimeProvider? clock = null) => db.Set<DocumentCitation>().Add(new DocumentCitation
        {
            Id = Guid.CreateVersion7(),
            Sha256 = file.Sha256,
            Record = record,
            FileName = file.FileName,
            ContentType = file.ContentType,
            SizeBytes = file.SizeBytes,
            At = (clock ?? TimeProvider.System).GetUtcNow().ToUnixTimeMilliseconds(),
        });
    }
}

file sealed class DocumentCitationMapping : IEntityTypeConfiguration<DocumentCitation>
{
    public void Configure(EntityTypeBuilder<DocumentCitation> builder) => builder.ToTable("document_citations");
}
