using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shiraka.Access;
using Shiraka.Shared;

namespace Shiraka.Directory;

/// <summary>Lists and searches the organisations, for programs and on the directory's first page.</summary>
public static class ListOrganisations
{
    public sealed record Response(IReadOnlyList<OrganisationLabel> Items, int Total, int Page, int Pages);

    internal static void Map(RouteGroupBuilder organisations) => organisations.MapGet("/", HandleAsync)
        .WithSummary("Search the organisations by any of their names, in any script, by country and by kind; 50 a page")
        .Allow(Right.ReadDirectory);

    internal static void MapPage(RouteGroupBuilder pages) => pages.MapGet("/directory", ShowAsync).Allow(Right.ReadDirectory);

    internal static async Task<Ok<Response>> HandleAsync(OrganisationSearch search, OrganisationLabels labels, CancellationToken cancel,
        string? q = null, string? country = null, string? kind = null, int page = 1, string? language = null) =>
        TypedResults.Ok(await FindAsync(search, labels, q, country, KindOf(kind), page, Languages.TryRead(language, out var read) ? read : Language.Fr, cancel));

    private static async Task<IResult> ShowAsync(OrganisationSearch search, OrganisationLabels labels, Frame frame, CancellationToken cancel,
        string? q = null, string? country = null, string? kind = null, int page = 1)
    {
        var asked = KindOf(kind);
        var found = await FindAsync(search, labels, q, country, asked, page, frame.Language, cancel);
        return Pages.Show<DirectoryPage>(new { Found = found, Asked = q, Country = country, Kind = asked });
    }

    // Bound as text: a route would take "Fund" and refuse "fund". What is no kind does not filter.
    private static OrganisationKind? KindOf(string? code) => Enum.TryParse<OrganisationKind>(code, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static async Task<Response> FindAsync(
        OrganisationSearch search, OrganisationLabels labels, string? q, string? country, OrganisationKind? kind, int page, Language language, CancellationToken cancel)
    {
        var found = await search.FindAsync(q, country?.ToUpperInvariant(), kind, page, language, cancel);
        var shown = await labels.LabelsAsync(found.Ids, language, cancel);
        return new Response([.. found.Ids.Where(shown.ContainsKey).Select(id => shown[id])], found.Total, found.Page, found.Pages);
    }
}
