using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shiraka.Directory;

/// <summary>How a name is used. A former name is kept for ever: old texts still write it.</summary>
public enum NameUse { Official, ShortForm, Former }

/// <summary>A name to give to an organisation; <paramref name="Language"/> is an ISO 639-1 code.</summary>
public sealed record GivenName(string Language, string Text, NameUse Use = NameUse.Official);

/// <summary>A name of an organisation in one language.</summary>
public sealed class OrganisationName
{
    public required Guid Id { get; init; }
    public required Guid Organisation { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required NameScript Script { get; init; }
    public required string Text { get; init; }
    /// <summary>Its place among the names of the organisation, in the order in which they were given, from 0.</summary>
    public required int Position { get; init; }

    public required NameUse Use { get; set; }

    /// <summary>The first day on which it was no longer the name; only of a former one.</summary>
    public DateOnly? Until { get; set; }
}

file sealed class OrganisationNameMapping : IEntityTypeConfiguration<OrganisationName>
{
    public void Configure(EntityTypeBuilder<OrganisationName> builder)
    {
        builder.ToTable("organisation_names");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Language).HasColumnName("language");
        builder.Property(n => n.Text).HasColumnName("name");
        builder.Property(n => n.Use).HasColumnName("use_as");
        builder.Property(n => n.Until).HasColumnName("until_day");
    }
}
