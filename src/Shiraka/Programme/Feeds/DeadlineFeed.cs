using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>The deadlines of a portfolio for calendar programs, which sign in with a token as their password.</summary>
internal static class DeadlineFeed
{
    public static void MapFeeds(this IEndpointRouteBuilder app) =>
        app.MapGet("/feeds/deadlines.ics", HandleAsync).WithSummary("Sessions, decisions, activities, ends and notice days as iCalendar").WithTags("Feeds").Allow(Right.ReadAgreements);

    private static async Task<FileContentHttpResult> HandleAsync(
        string? language, HttpRequest request, ShirakaDb db, Portfolios portfolios, OrganisationLabels labels, Places places, SealedFacts ledger, LedgerIdentity identity,
        CurrentViewer current, AccessLog log, CancellationToken cancel)
    {
        var chosen = Languages.TryRead(language, out var asked) ? asked : ShowHome.LanguageOf(request);
        var overview = await ShowHome.ReadAsync(db, portfolios, labels, places, chosen, current.Viewer, cancel);
        var position = await ledger.PositionAsync(cancel);
        log.Write(current.Viewer, "export", "deadlines", null);
        var words = Words.In(chosen);
        var entries = new DeadlineEntries(words, overview, identity.Origin.Split('/')[0], new Uri($"{request.Scheme}://{request.Host}"));
        var bytes = Encoding.UTF8.GetBytes(CalendarFile.Write(words["feed.name"], chosen.Code(), position?.At ?? 0, entries.All()));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        return TypedResults.File(bytes, "text/calendar; charset=utf-8", entityTag: tag);
    }
}
