using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Directory;

/// <summary>
/// How an organisation is shown: its name and the ISO 639-1 code the name is written in (which may not be the reader's),
/// its country and place.
/// </summary>
public sealed record OrganisationLabel(Guid Id, string Name, string NameLanguage, string? ShortName, OrganisationKind Kind, string Country, PlaceView? Place);

/// <summary>The names of organisations for the pages of other modules.</summary>
public sealed class OrganisationLabels(ShirakaDb db, Places places)
{
    // Where a name in the reader's language is missing, one in a script the reader may read comes first.
    private static readonly string[][] Preference = [["fr", "en", "ar"], ["ar", "fr", "en"], ["en", "fr", "ar"]];

    /// <summary>Those of <paramref name="ids"/> that are in the directory.</summary>
    public async Task<IReadOnlyDictionary<Guid, OrganisationLabel>> LabelsAsync(IEnumerable<Guid> ids, Language language, CancellationToken cancel = default)
    {
        var asked = ids.Distinct().ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(o => asked.Contains(o.Id)).ToListAsync(cancel);
        var found = await places.OfAsync(organisations.Where(o => o.Place is not null).Select(o => o.Place!.Value), cancel);
        return organisations.ToDictionary(o => o.Id, o => Label(o, language, o.Place is { } place ? found.GetValueOrDefault(place) : null));
    }

    internal static OrganisationLabel Label(Organisation organisation, Language language, PlaceView? place)
    {
        var name = Best(organisation, NameUse.Official, language) ?? organisation.Names.OrderBy(n => n.Position).First();
        return new OrganisationLabel(organisation.Id, name.Text, name.Language, Best(organisation, NameUse.ShortForm, language)?.Text, organisation.Kind, organisation.Country, place);
    }

    private static OrganisationName? Best(Organisation organisation, NameUse use, Language language)
    {
        var order = Preference[(int)language];
        return organisation.Names.Where(n => n.Use == use)
            .OrderBy(n => Array.IndexOf(order, n.Language) is >= 0 and var position ? position : order.Length).ThenBy(n => n.Position).FirstOrDefault();
    }
}
