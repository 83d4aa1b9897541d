using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>Files the signed text beside an agreement that was registered from a release or an article.</summary>
internal static class FileSignedText
{
    /// <summary>What a signed text comes as: a scan, or the document itself.</summary>
    public const string Accepted = ".pdf,.docx,.odt,.png,.jpg,.jpeg";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/agreements/{agreement:guid}/signed-text", ShowAsync).Allow(Right.ConfirmAgreements);
        pages.MapPost("/agreements/{agreement:guid}/signed-text", PostAsync).AsForm(AgainAsync).Allow(Right.ConfirmAgreements);
    }

    private static async Task<IResult> ShowAsync(Guid agreement, ShirakaDb db, CancellationToken cancel) =>
        await db.Agreements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == agreement, cancel) is { } known ? Pages.Show<FileSignedTextPage>(new { Known = known }) : TypedResults.NotFound();

    private static Task<IResult> AgainAsync(HttpContext http) =>
        ShowAsync(Guid.Parse((string)http.GetRouteValue("agreement")!), http.RequestServices.GetRequiredService<ShirakaDb>(), http.RequestAborted);

    private static async Task<IResult> PostAsync(string language, Guid agreement, PostedForm form, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Agreements.SingleOrDefaultAsync(a => a.Id == agreement, cancel) is not { } known) return TypedResults.NotFound();
        if (form.FilesOf("file") is not [var file, ..]) throw new RefusedException("required", "A file is missing.") { Field = "file" };
        if (!Accepted.Split(',').Contains(Path.GetExtension(file.FileName).ToLowerInvariant(), StringComparer.Ordinal))
            throw new RefusedException("document_type", "Only documents and pictures are accepted.", Accepted.Replace(".", "", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal)) { Field = "file" };
        db.Record(known.FileText(new FiledText(file.Sha256, file.FileName, file.ContentType, file.SizeBytes), db.Today));
        db.Cite(agreement, file);
        await db.SaveChangesAsync(cancel);
        return new SeeOther($"/{language}/agreements/{agreement}/source");
    }
}
