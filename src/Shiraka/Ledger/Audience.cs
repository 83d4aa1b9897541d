using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shiraka.Ledger;

/// <summary>Who may see a record, written by the handler that creates it, from the parties of the instrument it lies under.</summary>
public sealed class Audience
{
    public required Guid Record { get; init; }
    public required Guid Organisation { get; init; }

    /// <summary>Why it is seen: <c>party</c>, <c>audit</c>.</summary>
    public required string Purpose { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The first day on which it is no longer seen.</summary>
    public DateOnly? Until { get; set; }
}

file sealed class AudienceMapping : IEntityTypeConfiguration<Audience>
{
    public void Configure(EntityTypeBuilder<Audience> builder)
    {
        builder.ToTable("audiences");
        builder.HasKey(a => new { a.Record, a.Organisation, a.Purpose });
        builder.Property(a => a.From).HasColumnName("from_day");
        builder.Property(a => a.Until).HasColumnName("until_day");
    }
}
