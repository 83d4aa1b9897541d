using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Documents;

/// <summary>Hands a document out, as a download only, to those who see a record that cites it; to all others it does not exist.</summary>
internal static class FetchDocument
{
    /// <summary>Should a browser show the file after all, it can neither run a script nor fetch anything.</summary>
    internal const string Sandbox = "sandbox; default-src 'none'; frame-ancestors 'none'";

    internal static async Task<Results<PhysicalFileHttpResult, NotFound>> HandleAsync(
        string sha256, HttpContext http, ShirakaDb db, DocumentFolder folder, CurrentViewer current, AccessLog log, ILogger<DocumentFolder> problems, CancellationToken cancel)
    {
        if (await SeenAsync(db, sha256, cancel) is not { } citation) return TypedResults.NotFound();
        if (folder.Find(sha256) is not { } path)
        {
            problems.LogError("Document {Sha256} is cited by {Record} and missing from the folder", sha256, citation.Record);
            return TypedResults.NotFound();
        }

        log.Write(current.Viewer, "read", "document", citation.Record);
        http.Response.Headers.ContentSecurityPolicy = Sandbox;
        var type = citation.ContentType == "text/html" ? "application/octet-stream" : citation.ContentType;
        return TypedResults.PhysicalFile(path, type, citation.FileName, enableRangeProcessing: true);
    }

    private static async Task<DocumentCitation?> SeenAsync(ShirakaDb db, string sha256, CancellationToken cancel)
    {
        foreach (var citation in await db.DocumentCitations.AsNoTracking().Where(c => c.Sha256 == sha256).OrderBy(c => c.At).ToListAsync(cancel))
            if (await db.CanSeeAsync(citation.Record, cancel)) return citation;
        return null;
    }
}
