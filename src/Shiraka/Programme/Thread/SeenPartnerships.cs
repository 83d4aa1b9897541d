using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>Partnerships as one viewer may read them: to others an agreement does not exist, and every reading leaves its trace.</summary>
public sealed class SeenPartnerships(ShirakaDb db, Partnerships partnerships, SealedFacts ledger, OrganisationLabels labels, AccessLog log, CurrentViewer current)
{
    /// <summary>
    /// The partnership as known now, or <paramref name="at"/> a size of the ledger and judged on that day. Null for those who are
    /// no party, and where nothing was sealed by then.
    /// </summary>
    public async Task<Partnership?> FindAsync(Guid agreement, long? at, CancellationToken cancel)
    {
        if (!await db.CanSeeAsync(agreement, cancel)) return null;
        var view = at is null ? await partnerships.ReadAsync(agreement, db.Today, cancel)
            : await ledger.PositionAsync(at.Value, cancel) is { } position ? await partnerships.ReadAtAsync(agreement, position, cancel)
            : null;
        if (view is not null) log.Write(current.Viewer, "read", "agreement", agreement);
        return view;
    }

    /// <summary>The same for a page, told to its reader.</summary>
    public async Task<Partnership?> ShownAsync(Guid agreement, long? at, Words words, CancellationToken cancel) =>
        await FindAsync(agreement, at, cancel) is { } view ? await ToldAsync(view, words, cancel) : null;

    /// <summary>Parties by their names in the directory, and titles that the product proposed, in the language of <paramref name="words"/>.</summary>
    public async Task<Partnership> ToldAsync(Partnership view, Words words, CancellationToken cancel)
    {
        var known = await labels.LabelsAsync(view.Header.Parties.Select(party => party.Organisation), words.Language, cancel);
        var parties = view.Header.Parties.Select(party => known.TryGetValue(party.Organisation, out var label) ? party with { Name = label.ShortName ?? label.Name } : party);
        return view.In(words) with { Header = view.Header with { Parties = [.. parties] } };
    }

    /// <summary>The partnership a form of the route <c>{agreement}</c> is about, as known now.</summary>
    internal static async Task<Partnership?> OfRouteAsync(HttpContext http) =>
        Guid.TryParse(http.Request.RouteValues["agreement"] as string, out var agreement)
            ? await http.RequestServices.GetRequiredService<SeenPartnerships>().ShownAsync(agreement, null, http.RequestServices.GetRequiredService<Frame>().Words, http.RequestAborted)
            : null;
}
