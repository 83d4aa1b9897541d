using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Directory;

/// <summary>Searches the directory by what somebody types: part of a name in any script, or a name as another script writes it.</summary>
internal sealed class OrganisationSearch(ShirakaDb db, DirectoryIndex index)
{
    public const int PageRows = 50;
    private const double PartOfName = 0.9;

    public sealed record Found(IReadOnlyList<Guid> Ids, int Total, int Page)
    {
        public int Pages => Math.Max(1, (Total + PageRows - 1) / PageRows);
    }

    /// <summary>One page of what is found, best first; everything by name where nothing is asked.</summary>
    public async Task<Found> FindAsync(string? asked, string? country, OrganisationKind? kind, int page, Language language, CancellationToken cancel)
    {
        var names = await index.OrganisationsAsync(db, cancel);
        bool Is(IndexedName name) => (string.IsNullOrEmpty(country) || name.Country == country) && (kind is null || name.Kind == kind);
        var among = names.All.Where(Is).ToList();
        var found = string.IsNullOrWhiteSpace(asked) ? ByName(among, language) : ByLikeness(among, names.Worth(asked, among: Is), asked);
        var at = Math.Clamp(page, 1, Math.Max(1, (found.Count + PageRows - 1) / PageRows));
        return new Found([.. found.Skip((at - 1) * PageRows).Take(PageRows)], found.Count, at);
    }

    private static List<Guid> ByName(List<IndexedName> names, Language language) =>
        [.. names.Where(name => name.Use == NameUse.Official).GroupBy(name => name.Thing)
            .OrderBy(thing => (thing.FirstOrDefault(name => name.Language == language.Code()) ?? thing.First()).Key, StringComparer.Ordinal)
            .Select(thing => thing.Key)];

    private static List<Guid> ByLikeness(List<IndexedName> names, IReadOnlyList<IndexedName> worth, string asked)
    {
        var key = WrittenName.Key(asked);
        var scores = BestEvidence.For(asked, NameKind.Institution, null, worth).ToDictionary(one => one.Thing, one => one.Score);
        foreach (var name in names.Where(name => key.Length > 0 && name.Key.Contains(key, StringComparison.Ordinal)))
            scores[name.Thing] = Math.Max(PartOfName, scores.GetValueOrDefault(name.Thing));
        return [.. scores.OrderByDescending(score => score.Value).ThenBy(score => score.Key).Select(score => score.Key)];
    }
}
