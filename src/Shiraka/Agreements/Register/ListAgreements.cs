using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>The register as the organisation sees it: what it is party to, newest first.</summary>
public static class ListAgreements
{
    public const int PageSize = 50;

    public sealed record Row(
        Guid Id, string Title, string Kind, string Language, DateOnly? SignedOn, string? Place, DateOnly? InForceOn, DateOnly? ExpiresOn,
        DateOnly? TerminatedOn, Guid? Renews, IReadOnlyList<RowParty> Parties, int Commitments)
    {
        /// <summary>Last day on which notice can be given in the running term; null where none is known or it is ending anyway.</summary>
        public DateOnly? NoticeBy { get; init; }
    }

    public sealed record RowParty(Guid Organisation, string AsWritten);

    public sealed record Response(int Total, IReadOnlyList<Row> Agreements);

    public static void Map(RouteGroupBuilder agreements) => agreements
        .MapGet("", (string? query, int? page, ShirakaDb db, OrganisationFinder finder, CancellationToken cancel) => ReadAsync(query, page ?? 1, db, finder, cancel))
        .WithSummary("The agreements the organisation is party to")
        .Allow(Right.ReadAgreements);

    public static void MapPage(RouteGroupBuilder pages) => pages.MapGet("/agreements", ShowAsync).Allow(Right.ReadAgreements);

    private static async Task<IResult> ShowAsync(string? q, int? page, ShirakaDb db, OrganisationFinder finder, OrganisationLabels labels, Frame frame, CancellationToken cancel)
    {
        var register = await ReadAsync(q, page ?? 1, db, finder, cancel);
        var names = await labels.LabelsAsync(register.Agreements.SelectMany(row => row.Parties).Select(party => party.Organisation), frame.Language, cancel);
        return Pages.Show<AgreementsPage>(new { Register = register, Names = names, Query = q, Page = page ?? 1 });
    }

    internal static async Task<Response> ReadAsync(string? query, int page, ShirakaDb db, OrganisationFinder finder, CancellationToken cancel, int pageSize = PageSize)
    {
        var found = db.Agreements.AsNoTracking();
        var everyParty = db.Parties.AsQueryable();
        if (!string.IsNullOrWhiteSpace(query))
        {
            var words = query.Trim();
            var called = await finder.CalledAsync(words, cancel);      // pages show the names of the directory
            found = found.Where(a => a.Title.Contains(words) || everyParty.Any(p => p.Agreement == a.Id && (p.AsWritten.Contains(words) || called.Contains(p.Organisation))));
        }

        var total = await found.CountAsync(cancel);
        var rows = await found.OrderByDescending(a => a.Id).Skip((Math.Max(page, 1) - 1) * pageSize).Take(pageSize).ToListAsync(cancel);
        var ids = rows.ConvertAll(a => a.Id);
        var parties = (await db.Parties.AsNoTracking().Where(p => ids.Contains(p.Agreement)).ToListAsync(cancel)).ToLookup(p => p.Agreement);
        var promises = await db.Commitments.Where(c => ids.Contains(c.Agreement)).GroupBy(c => c.Agreement).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new Response(total, rows.ConvertAll(a => new Row(
            a.Id, a.Title, a.Kind, a.Language, a.SignedOn, a.Place, a.InForceOn, a.ExpiresOn, a.TerminatedOn, a.Renews,
            [.. parties[a.Id].OrderBy(p => p.Ordinal).Select(p => new RowParty(p.Organisation, p.AsWritten))], promises.GetValueOrDefault(a.Id))
        {
            NoticeBy = a.TermRecord.On(db.Today) is { IsEnding: false } calendar ? calendar.LastDayForNotice : null,
        }));
    }
}
