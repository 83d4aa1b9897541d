using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>The report to the committee as a page to print, as files to hand over, and as data.</summary>
internal static class ShowReport
{
    public static void Map(RouteGroupBuilder pages, RouteGroupBuilder agreements)
    {
        pages.MapGet("/agreements/{agreement:guid}/report", PageAsync).Allow(Right.ReadReports);
        pages.MapGet("/agreements/{agreement:guid}/report.pdf", PdfAsync).Allow(Right.ReadReports);
        pages.MapGet("/agreements/{agreement:guid}/report.html", HtmlAsync).Allow(Right.ReadReports);
        agreements.MapGet("/{agreement:guid}/report.json", HandleAsync).WithSummary("The report to the committee, as data").Allow(Right.ReadReports);
    }

    internal static async Task<Results<Ok<CommitteeReport>, NotFound>> HandleAsync(
        Guid agreement, Guid? session, long? at, ShirakaDb db, Reports reports, AccessLog log, CurrentViewer current, CancellationToken cancel)
    {
        if (!await db.CanSeeAsync(agreement, cancel) || await reports.ReadAsync(agreement, session, at, cancel: cancel) is not { } edition) return TypedResults.NotFound();
        log.Write(current.Viewer, "read", "report", agreement);
        return TypedResults.Ok(edition.Report);
    }

    private static async Task<IResult> PageAsync(
        Guid agreement, Guid? session, long? at, ShirakaDb db, Reports reports, Frame frame, AccessLog log, CurrentViewer current, CancellationToken cancel)
    {
        if (!await db.CanSeeAsync(agreement, cancel) || await reports.ReadAsync(agreement, session, at, frame.Words, cancel) is not { } edition) return TypedResults.NotFound();
        log.Write(current.Viewer, "read", "report", agreement);
        return Pages.Show<ReportSheet>(new { edition.Report, Linked = true });
    }

    private static Task<IResult> PdfAsync(
        Guid agreement, Guid? session, long? at, ShirakaDb db, ReportFile file, Frame frame, AccessLog log, CurrentViewer current, CancellationToken cancel) =>
        FileAsync(new(agreement, frame.Language, session, at), "pdf", "application/pdf", file.PdfAsync, db, log, current, cancel);

    private static Task<IResult> HtmlAsync(
        Guid agreement, Guid? session, long? at, ShirakaDb db, ReportFile file, Frame frame, AccessLog log, CurrentViewer current, CancellationToken cancel) =>
        FileAsync(new(agreement, frame.Language, session, at), "html", "text/html; charset=utf-8", file.HtmlAsync, db, log, current, cancel);

    private static async Task<IResult> FileAsync(
        ReportOrder order, string extension, string type, Func<ReportOrder, CancellationToken, Task<byte[]?>> make, ShirakaDb db, AccessLog log, CurrentViewer current,
        CancellationToken cancel)
    {
        if (!await db.CanSeeAsync(order.Agreement, cancel) || await make(order, cancel) is not { } bytes) return TypedResults.NotFound();
        log.Write(current.Viewer, "export", "report", order.Agreement);
        return TypedResults.File(bytes, type, $"report.{order.Language.Code()}.{extension}");
    }
}
