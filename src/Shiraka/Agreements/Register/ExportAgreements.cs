using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>The register as a file: CSV for a spreadsheet, JSON for a program. Every export is in the access log.</summary>
internal static class ExportAgreements
{
    private const int Everything = 100_000;

    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    public static void Map(RouteGroupBuilder agreements)
    {
        agreements.MapGet("/export.csv", CsvAsync).WithSummary("The register as CSV").Allow(Right.ExportData);
        agreements.MapGet("/export.json", JsonAsync).WithSummary("The register as JSON").Allow(Right.ExportData);
    }

    private static async Task<IResult> CsvAsync(ShirakaDb db, OrganisationFinder finder, AccessLog log, CurrentViewer current, CancellationToken cancel)
    {
        var register = await ListAgreements.ReadAsync(null, 1, db, finder, cancel, Everything);
        log.Write(current.Viewer, "export", "agreements", null);
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        await using (var csv = new CsvWriter(text, Csv))
        {
            foreach (var column in (string[])["id", "title", "kind", "language", "signed_on", "place", "in_force_on", "expires_on", "terminated_on", "parties", "commitments", "notice_by"]) csv.WriteField(column);
            await csv.NextRecordAsync();
            foreach (var row in register.Agreements)
            {
                csv.WriteField(row.Id);
                csv.WriteField(row.Title);
                csv.WriteField(row.Kind);
                csv.WriteField(row.Language);
                csv.WriteField(Day(row.SignedOn));
                csv.WriteField(row.Place);
                csv.WriteField(Day(row.InForceOn));
                csv.WriteField(Day(row.ExpiresOn));
                csv.WriteField(Day(row.TerminatedOn));
                csv.WriteField(string.Join(" | ", row.Parties.Select(p => p.AsWritten)));
                csv.WriteField(row.Commitments);
                csv.WriteField(Day(row.NoticeBy));
                await csv.NextRecordAsync();
            }
        }

        // Spreadsheets take a file without this mark for the code page of their country, and Arabic is lost.
        return Results.File([0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8", "agreements.csv");
    }

    private static async Task<IResult> JsonAsync(ShirakaDb db, OrganisationFinder finder, AccessLog log, CurrentViewer current, CancellationToken cancel)
    {
        var register = await ListAgreements.ReadAsync(null, 1, db, finder, cancel, Everything);
        log.Write(current.Viewer, "export", "agreements", null);
        return TypedResults.Ok(register);
    }

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
