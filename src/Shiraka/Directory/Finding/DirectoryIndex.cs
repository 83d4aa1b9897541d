using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>A name of the directory, read once for many comparisons.</summary>
internal sealed record IndexedName(Guid Thing, string Text, string Key, NameScript Script, NameUse Use, PreparedName Prepared)
{
    public string Language { get; init; } = "";
    public string? Country { get; init; }
    public OrganisationKind Kind { get; init; }
}

/// <summary>
/// The prepared names of organisations and of persons, kept between requests. Names of organisations are only ever added or marked as
/// former, those of persons added or erased, so their numbers and the newest of them tell whether what is kept is still the directory; a
/// stale copy is never answered from.
/// </summary>
internal sealed class DirectoryIndex
{
    private volatile Kept organisations = new((-1, 0, default), new(NameKind.Institution, [], isKept: true));
    private volatile Kept persons = new((-1, 0, default), new(NameKind.Person, [], isKept: true));

    public async Task<IndexedNames> OrganisationsAsync(ShirakaDb db, CancellationToken cancel)
    {
        var state = (await db.OrganisationNames.CountAsync(cancel), await db.OrganisationNames.CountAsync(n => n.Use == NameUse.Former, cancel), Guid.Empty);
        if (organisations is { } kept && kept.State == state) return kept.Names;
        var rows = await (from name in db.OrganisationNames.AsNoTracking()
                          join organisation in db.Organisations.AsNoTracking() on name.Organisation equals organisation.Id
                          select new { name, organisation.Country, organisation.Kind }).ToListAsync(cancel);
        var names = rows.ConvertAll(row => Index(row.name.Organisation, row.name.Text, row.name.Script, row.name.Use, NameKind.Institution) with
        {
            Language = row.name.Language,
            Country = row.Country,
            Kind = row.Kind,
        });
        if (IsInCommand(db)) return new(NameKind.Institution, names, isKept: false);
        return (organisations = new Kept(state, new(NameKind.Institution, names, isKept: true))).Names;
    }

    public async Task<IndexedNames> PersonsAsync(ShirakaDb db, CancellationToken cancel)
    {
        var state = (await db.PersonNames.CountAsync(cancel), 0, await db.PersonNames.OrderByDescending(n => n.Id).Select(n => n.Id).FirstOrDefaultAsync(cancel));
        if (persons is { } kept && kept.State == state) return kept.Names;
        var rows = await db.PersonNames.AsNoTracking().ToListAsync(cancel);
        var names = rows.ConvertAll(row => Index(row.Person, row.Text, row.Script, NameUse.Official, NameKind.Person));
        if (IsInCommand(db)) return new(NameKind.Person, names, isKept: false);
        return (persons = new Kept(state, new(NameKind.Person, names, isKept: true))).Names;
    }

    // A command that fails takes its names with it: what it saw is not kept for others.
    private static bool IsInCommand(ShirakaDb db) => db.Database.CurrentTransaction is not null;

    private static IndexedName Index(Guid thing, string text, NameScript script, NameUse use, NameKind kind) =>
        new(thing, text, WrittenName.Key(text), script, use, Names.Prepare(text, kind));

    private sealed record Kept((int Count, int Former, Guid Newest) State, IndexedNames Names);
}
