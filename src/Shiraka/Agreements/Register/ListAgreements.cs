using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>The register as the organisation sees it: what it is party to, newest first.</summary>
public static class ListAgreements
{
    public const int PageSize = 50;

    public sealed record Row(
        Guid Id, string Title, string Kind, string Language, DateOnly? SignedOn, string? Place, DateOnly? InForceOn, DateOnly? ExpiresOn,
        DateOnly? TerminatedOn, Guid? Renews, IReadOnlyList<RowParty> Parties, int Commitments);

    public sealed record RowParty(Guid Organisation, string AsWritten);

    public sealed record Response(int Total, IReadOnlyList<Row> Agreements);

    public static void Map(RouteGroupBuilder agreements) => agreements
        .MapGet("", (string? query, int? page, ShirakaDb db, CancellationToken cancel) => ReadAsync(query, page ?? 1, db, cancel))
        .WithSummary("The agreements the organisation is party to")
        .Allow(Right.ReadAgreements);

    internal static async Task<Response> ReadAsync(string? query, int page, ShirakaDb db, CancellationToken cancel, int pageSize = PageSize)
    {
        var found = db.Agreements.AsNoTracking();
        var everyParty = db.Parties.AsQueryable();
        if (!string.IsNullOrWhiteSpace(query))
        {
            var words = query.Trim();
            found = found.Where(a => a.Title.Contains(words) || everyParty.Any(p => p.Agreement == a.Id && p.AsWritten.Contains(words)));
        }

        var total = await found.CountAsync(cancel);
        var rows = await found.OrderByDescending(a => a.Id).Skip((Math.Max(page, 1) - 1) * pageSize).Take(pageSize).ToListAsync(cancel);
        var ids = rows.ConvertAll(a => a.Id);
        var parties = (await db.Parties.AsNoTracking().Where(p => ids.Contains(p.Agreement)).ToListAsync(cancel)).ToLookup(p => p.Agreement);
        var promises = await db.Commitments.Where(c => ids.Contains(c.Agreement)).GroupBy(c => c.Agreement).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new Response(total, rows.ConvertAll(a => new Row(
            a.Id, a.Title, a.Kind, a.Language, a.SignedOn, a.Place, a.InForceOn, a.ExpiresOn, a.TerminatedOn, a.Renews,
            [.. parties[a.Id].OrderBy(p => p.Ordinal).Select(p => new RowParty(p.Organisation, p.AsWritten))], promises.GetValueOrDefault(a.Id))));
    }
}
