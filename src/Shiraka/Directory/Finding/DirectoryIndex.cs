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
/// The prepared names of organisations and of persons, kept between requests. Names are only ever added or marked as former, so
/// the number of rows and the newest id tell whether what is kept is still the directory; a stale copy is never answered from.
/// </summary>
internal sealed class DirectoryIndex
{
    private volatile Kept organisations = new(-1, 0, Guid.Empty, []);
    private volatile Kept persons = new(-1, 0, Guid.Empty, []);

    public async Task<IReadOnlyList<IndexedName>> OrganisationsAsync(ShirakaDb db, CancellationToken cancel)
    {
        var count = await db.OrganisationNames.CountAsync(cancel);
        var former = await db.OrganisationNames.CountAsync(n => n.Use == NameUse.Former, cancel);
        var last = await db.OrganisationNames.OrderByDescending(n => n.Id).Select(n => n.Id).FirstOrDefaultAsync(cancel);
        if (organisations is { } kept && kept.Is(count, former, last)) return kept.Names;
        var rows = await (from name in db.OrganisationNames.AsNoTracking()
                          join organisation in db.Organisations.AsNoTracking() on name.Organisation equals organisation.Id
                          select new { name, organisation.Country, organisation.Kind }).ToListAsync(cancel);
        var names = rows.ConvertAll(row => Index(row.name.Organisation, row.name.Text, row.name.Script, row.name.Use, NameKind.Institution) with
        {
            Language = row.name.Language, Country = row.Country, Kind = row.Kind,
        });
        organisations = new Kept(count, former, last, names);
        return names;
    }

    public async Task<IReadOnlyList<IndexedName>> PersonsAsync(ShirakaDb db, CancellationToken cancel)
    {
        var count = await db.PersonNames.CountAsync(cancel);
        var last = await db.PersonNames.OrderByDescending(n => n.Id).Select(n => n.Id).FirstOrDefaultAsync(cancel);
        if (persons is { } kept && kept.Is(count, 0, last)) return kept.Names;
        var rows = await db.PersonNames.AsNoTracking().ToListAsync(cancel);
        var names = rows.ConvertAll(row => Index(row.Person, row.Text, row.Script, NameUse.Official, NameKind.Person));
        persons = new Kept(count, 0, last, names);
        return names;
    }

    private static IndexedName Index(Guid thing, string text, NameScript script, NameUse use, NameKind kind) =>
        new(thing, text, WrittenName.Key(text), script, use, Names.Prepare(text, kind));

    private sealed record Kept(int Count, int Former, Guid Last, IReadOnlyList<IndexedName> Names)
    {
        public bool Is(int count, int former, Guid last) => Count == count && Former == former && Last == last;
    }
}
