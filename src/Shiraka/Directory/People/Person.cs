using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>Somebody who holds or held a post. Seen only by those who may (<see cref="VisiblePersons"/>).</summary>
public sealed class Person : ILedgered
{
    public required Guid Id { get; init; }

    /// <summary>The organisation that wrote them down; it sees them before they hold a post.</summary>
    public required Guid RegisteredBy { get; init; }

    public long StreamVersion { get; private set; }
    public List<PersonName> Names { get; private init; } = [];

    /// <summary>The first name given in a script is how they are shown in it.</summary>
    public static (Person Person, PersonRegistered Fact) Register(Guid id, IReadOnlyList<string> names, Guid by, DateOnly on)
    {
        var person = new Person { Id = id, RegisteredBy = by, StreamVersion = 1 };
        foreach (var name in names) person.Add(name);
        if (person.Names.Count == 0) throw new RefusedException("directory.name_empty", "A person needs a name.") { Field = "name" };
        return (person, new PersonRegistered { Stream = id, StreamVersion = 1, OccurredOn = on, Names = person.Names.ConvertAll(name => name.Text) });
    }

    /// <summary>The name in the script of <paramref name="script"/>, or the first one; null where the names were erased.</summary>
    public string? NameIn(NameScript script) => (Names.OrderBy(n => n.Position).FirstOrDefault(n => n.Script == script) ?? Names.MinBy(n => n.Position))?.Text;

    private void Add(string name)
    {
        var text = WrittenName.Kept(name);
        var key = WrittenName.Key(text);
        if (Names.Exists(n => WrittenName.Key(n.Text) == key)) return;
        Names.Add(new PersonName { Id = Guid.CreateVersion7(), Person = Id, Script = WrittenName.ScriptOf(text), Text = text, Position = Names.Count });
    }
}

/// <summary>A person's name in one script.</summary>
public sealed class PersonName
{
    public required Guid Id { get; init; }
    public required Guid Person { get; init; }
    public required NameScript Script { get; init; }
    public required string Text { get; init; }

    /// <summary>Its place among the names of the person, in the order in which they were given, from 0.</summary>
    public required int Position { get; init; }
}

/// <summary>A person entered the directory; the names are in the body, which can be erased.</summary>
[FactType("person.registered")]
public sealed record PersonRegistered : Fact
{
    [FreeText] public required IReadOnlyList<string> Names { get; init; }
}

file sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("persons");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasMany(p => p.Names).WithOne().HasForeignKey(n => n.Person);
        builder.Navigation(p => p.Names).AutoInclude();
    }
}

file sealed class PersonNameMapping : IEntityTypeConfiguration<PersonName>
{
    public void Configure(EntityTypeBuilder<PersonName> builder)
    {
        builder.ToTable("person_names");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Text).HasColumnName("name");
    }
}
