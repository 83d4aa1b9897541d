using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>The first page: what waits for the reader, how the promises stand, and what comes up.</summary>
internal static class ShowHome
{
    public static void Map(IEndpointRouteBuilder app, RouteGroupBuilder pages)
    {
        app.MapGet("/", (HttpRequest request) => TypedResults.Redirect("/" + LanguageOf(request).Code())).AllowAnyone("sends readers to their language and shows nothing").ExcludeFromDescription();
        pages.MapGet("/", PageAsync).AllowSignedIn();
    }

    private static async Task<IResult> PageAsync(
        string? filter, int? page, string? tasks, ShirakaDb db, Portfolios portfolios, OrganisationLabels labels, Places places, Frame frame, CurrentViewer current,
        CancellationToken cancel)
    {
        var overview = await ReadAsync(db, portfolios, labels, places, frame.Language, current.Viewer, cancel);
        return Pages.Show<HomePage>(new { Overview = overview, Filter = FilterOf(filter), Page = page ?? 1, AllTasks = tasks == "all" });
    }

    /// <summary>What the viewer's organisation may see, read by two queries for the agreements and two for the names.</summary>
    internal static async Task<Overview> ReadAsync(
        ShirakaDb db, Portfolios portfolios, OrganisationLabels labels, Places places, Language language, Viewer viewer, CancellationToken cancel)
    {
        var reads = viewer.May(Right.ReadAgreements);
        var agreements = reads ? await db.Agreements.AsNoTracking().OrderBy(agreement => agreement.Title).Select(agreement => agreement.Id).ToListAsync(cancel) : [];
        var views = await portfolios.ReadAsync(agreements, db.Today, cancel);
        var names = await labels.LabelsAsync(views.SelectMany(view => view.Header.Parties).Select(party => party.Organisation), language, cancel);
        var nowhere = views.Any(view => view.Header.Place is not null && view.Header.Parties.All(party => names.GetValueOrDefault(party.Organisation)?.Place is null));
        var sorted = views.OrderBy(view => view.NextSession?.On ?? DateOnly.MaxValue).ToList();
        return new(
            Portfolio.From(sorted, db.Today), sorted, viewer.May(Right.ImportTexts) ? await DraftsAsync(db, cancel) : [], names,
            nowhere ? await places.AllAsync(language, null, cancel) : []);
    }

    private static async Task<IReadOnlyList<OpenDraft>> DraftsAsync(ShirakaDb db, CancellationToken cancel)
    {
        var drafts = await db.Drafts.AsNoTracking().Where(draft => draft.State == "open")
            .Join(db.Sources, draft => draft.Source, source => source.Id, (draft, source) => new { draft.Id, source.Name, source.ImportedAt }).ToListAsync(cancel);
        return [.. drafts.OrderBy(draft => draft.ImportedAt)
            .Select(draft => new OpenDraft(draft.Id, draft.Name, DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(draft.ImportedAt).UtcDateTime)))];
    }

    private static OverviewFilter FilterOf(string? code) => code switch
    {
        "renewal" => OverviewFilter.Renewal,
        "no-session" => OverviewFilter.NoSession,
        "all" => OverviewFilter.All,
        _ => OverviewFilter.InForce,
    };

    /// <summary>The first language of the browser that we speak; French where it names none of them.</summary>
    internal static Language LanguageOf(HttpRequest request)
    {
        var wanted = StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var values) ? values : [];
        foreach (var value in wanted.Where(value => value.Quality is not 0).OrderByDescending(value => value.Quality ?? 1))
            if (Languages.TryRead(value.Value.Value?.Split('-')[0].ToLowerInvariant(), out var language)) return language;
        return Language.Fr;
    }
}
