using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>What an organisation is.</summary>
public enum OrganisationKind { Hospital, Ministry, Fund, Foundation, Agency, University, State, Other }

/// <summary>An institution that can be a party of an agreement: shared by all who use the installation.</summary>
public sealed class Organisation : ILedgered
{
    public required Guid Id { get; init; }
    public required OrganisationKind Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2, in capitals.</summary>
    public required string Country { get; init; }

    public Guid? Parent { get; private set; }

    /// <summary>A <see cref="Directory.Place"/> of the shipped list or of this installation.</summary>
    public Guid? Place { get; init; }

    public long StreamVersion { get; private set; }
    public List<OrganisationName> Names { get; private init; } = [];

    public static (Organisation Organisation, OrganisationRegistered Fact) Register(
        Guid id, OrganisationKind kind, string country, Guid? parent, Guid? place, IReadOnlyList<GivenName> names, DateOnly on)
    {
        if (!names.Any(name => name.Use == NameUse.Official))
            throw new RefusedException("directory.no_official_name", "An organisation needs an official name.") { Field = "name" };
        var organisation = new Organisation { Id = id, Kind = kind, Country = Countries.Code(country), Place = place, Parent = parent, StreamVersion = 1 };
        if (parent == id) throw Cycle();
        foreach (var name in names) organisation.Add(name, name.Use == NameUse.Former ? on : null);
        var kept = organisation.Names.ConvertAll(name => new GivenName(name.Language, name.Text, name.Use));
        return (organisation, new OrganisationRegistered
        {
            Stream = id,
            StreamVersion = 1,
            OccurredOn = on,
            Kind = kind,
            Country = organisation.Country,
            Parent = parent,
            Place = place,
            Names = kept,
        });
    }

    /// <summary>
    /// Gives it a name from <paramref name="on"/> on. A new official or short name replaces the one of that use in that language,
    /// which stays as a former name until that day.
    /// </summary>
    /// <exception cref="RefusedException"><c>directory.same_name</c>: it bears that name in that language already.</exception>
    public OrganisationRenamed Rename(GivenName name, DateOnly on)
    {
        var current = name.Use == NameUse.Former ? null : Names.Find(n => n.Use == name.Use && n.Language == name.Language);
        var added = Add(name, name.Use == NameUse.Former ? on : null);
        if (current is not null) (current.Use, current.Until) = (NameUse.Former, on);
        StreamVersion++;
        return new OrganisationRenamed
        {
            Stream = Id,
            StreamVersion = StreamVersion,
            OccurredOn = on,
            Name = new GivenName(added.Language, added.Text, added.Use),
            Former = current?.Text,
        };
    }

    /// <summary>Puts it under another organisation, or under none. <paramref name="above"/> is that organisation and all above it.</summary>
    /// <exception cref="RefusedException"><c>directory.parent_cycle</c>.</exception>
    public OrganisationMovedUnder MoveUnder(Guid? parent, IReadOnlyCollection<Guid> above, DateOnly on)
    {
        if (parent == Id || above.Contains(Id)) throw Cycle();
        (Parent, StreamVersion) = (parent, StreamVersion + 1);
        return new OrganisationMovedUnder { Stream = Id, StreamVersion = StreamVersion, OccurredOn = on, Parent = parent };
    }

    // A former name may come back as the name: only names in use must differ.
    private OrganisationName Add(GivenName name, DateOnly? until)
    {
        var (text, language) = (WrittenName.Kept(name.Text), WrittenName.LanguageCode(name.Language));
        var key = WrittenName.Key(text);
        if (Names.Exists(n => n.Language == language && (n.Use != NameUse.Former || name.Use == NameUse.Former) && WrittenName.Key(n.Text) == key))
            throw new RefusedException("directory.same_name", "The organisation bears this name in this language already.", text) { Field = "name" };
        var added = new OrganisationName
        {
            Id = Guid.CreateVersion7(),
            Organisation = Id,
            Language = language,
            Script = WrittenName.ScriptOf(text),
            Text = text,
            Use = name.Use,
            Until = until,
            Position = Names.Count,
        };
        Names.Add(added);
        return added;
    }

    private static RefusedException Cycle() => new("directory.parent_cycle", "An organisation cannot stand under itself.") { Field = "parent" };
}

file sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasMany(o => o.Names).WithOne().HasForeignKey(n => n.Organisation);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.Parent);
        builder.Navigation(o => o.Names).AutoInclude();
    }
}
