using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>The register as a file: CSV for a spreadsheet, JSON for a program. Every export is in the access log.</summary>
internal static class ExportAgreements
{
    private const int Everything = 100_000;

    private static readonly string[] Columns =
        ["id", "title", "kind", "language", "signed_on", "place", "in_force_on", "expires_on", "terminated_on", "parties", "commitments", "notice_by"];

    public static void Map(RouteGroupBuilder agreements)
    {
        agreements.MapGet("/export.csv", CsvAsync).WithSummary("The register as CSV").Allow(Right.ExportData);
        agreements.MapGet("/export.json", JsonAsync).WithSummary("The register as JSON").Allow(Right.ExportData);
    }

    private static async Task<IResult> CsvAsync(ShirakaDb db, OrganisationFinder finder, AccessLog log, CurrentViewer current, CancellationToken cancel)
    {
        var register = await ListAgreements.ReadAsync(null, 1, db, finder, cancel, Everything);
        log.Write(current.Viewer, "export", "agreements", null);
        var table = await CsvTable.BytesAsync(Columns, register.Agreements.Select(row => new object?[]
        {
            row.Id, row.Title, row.Kind, row.Language, row.SignedOn, row.Place, row.InForceOn, row.ExpiresOn, row.TerminatedOn,
            string.Join(" | ", row.Parties.Select(p => p.AsWritten)), row.Commitments, row.NoticeBy,
        }));
        return Results.File(table, CsvTable.ContentType, "agreements.csv");
    }

    private static async Task<IResult> JsonAsync(ShirakaDb db, OrganisationFinder finder, AccessLog log, CurrentViewer current, CancellationToken cancel)
    {
        var register = await ListAgreements.ReadAsync(null, 1, db, finder, cancel, Everything);
        log.Write(current.Viewer, "export", "agreements", null);
        return TypedResults.Ok(register);
    }
}
