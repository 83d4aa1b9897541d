using Shiraka.Directory;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>Which agreements the table of the home page shows.</summary>
public enum OverviewFilter { InForce, Renewal, NoSession, All }

/// <summary>An import that somebody began and nobody confirmed.</summary>
public sealed record OpenDraft(Guid Id, string Source, DateOnly On);

/// <summary>Everything the home page shows, for one organisation and day.</summary>
/// <param name="Labels">Names and places of the parties, in the language of the page.</param>
public sealed record Overview(
    Portfolio Portfolio, IReadOnlyList<Partnership> Views, IReadOnlyList<OpenDraft> Drafts, IReadOnlyDictionary<Guid, OrganisationLabel> Labels,
    IReadOnlyList<PlaceView> PlacesByName)
{
    public const int RowsPerPage = 25;

    public IReadOnlyList<Partnership> Of(OverviewFilter filter) => filter switch
    {
        OverviewFilter.InForce => [.. Views.Where(IsLive)],
        OverviewFilter.Renewal => [.. Views.Where(view => PointsToDecide.RenewalDue(view, Portfolio.Today) is not null)],
        OverviewFilter.NoSession => [.. Views.Where(view => IsLive(view) && view.NextSession is null)],
        _ => Views,
    };

    /// <summary>What has ended no longer counts as in force; what has no known term does.</summary>
    public static bool IsLive(Partnership view) => view.Header.State is not (InstrumentState.Terminated or InstrumentState.Expired);

    /// <summary>« CHU Ibn Sina – CHU de Kamenge »: short names where the directory has them.</summary>
    public string NameOf(Partnership view) => string.Join(" – ", view.Header.Parties.Select(party =>
        Labels.TryGetValue(party.Organisation, out var label) ? label.ShortName ?? label.Name : party.Name));

    /// <summary>The name of an agreement, for a task or a date that only has its id.</summary>
    public string NameOf(Guid agreement) => Views.FirstOrDefault(view => view.Agreement == agreement) is { } view ? NameOf(view) : "";
}
