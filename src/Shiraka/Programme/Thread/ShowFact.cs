using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>One sealed fact as the ledger keeps it, for those who see the agreement it lies under.</summary>
internal static class ShowFact
{
    // What other modules record may speak of persons: its columns and seal are shown, its words stay in its module.
    private static readonly string[] Readable = ["agreement.", "commitment.", "axis.", "activity.", "indicator.", "delivery.", "evidence.", "committee.", "session.", "decision.", "body."];

    /// <summary><paramref name="Body"/>: the very text that was sealed; null where it was erased or is read in its own module.</summary>
    public sealed record Response(
        long Seq, Guid Id, string Type, int Version, Guid Agreement, Guid Stream, long StreamVersion, Guid? Under, long? Quantity, string? Unit,
        DateOnly OccurredOn, long RecordedAt, Guid Organisation, string LeafHash, bool Erased, JsonElement? Body);

    public static void Map(RouteGroupBuilder facts, RouteGroupBuilder pages)
    {
        facts.MapGet("/{seq:long}", HandleAsync).WithSummary("Read one sealed fact by its place in the ledger").Allow(Right.ReadLedger);
        facts.MapGet("/{seq:long}/dossier", DossierAsync).WithSummary("Download a sealed fact with its inclusion proof, to be checked offline").Allow(Right.ReadLedger);
        pages.MapGet("/facts/{seq:long}", ShowAsync).Allow(Right.ReadLedger);
        pages.MapGet("/facts/{seq:long}/dossier", DossierAsync).Allow(Right.ReadLedger);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(long seq, ShirakaDb db, SealedFacts ledger, Dossiers dossiers, CancellationToken cancel)
    {
        if (await FindAsync(seq, db, ledger, cancel) is not { } found || await dossiers.LeafHashAsync(seq, cancel) is not { } leaf) return TypedResults.NotFound();
        var (fact, agreement) = found;
        return TypedResults.Ok(new Response(
            fact.Seq, fact.Id, fact.Type, fact.Version, agreement, fact.Stream, fact.StreamVersion, fact.Under, fact.Quantity, fact.Unit, fact.OccurredOn,
            fact.RecordedAt, fact.Organisation, Convert.ToHexStringLower(leaf), fact.IsErased,
            fact.Json is { } json && IsReadable(fact) ? JsonSerializer.Deserialize<JsonElement>(json) : null));
    }

    /// <summary>The fact and the agreement it lies under; null for those who do not see that agreement.</summary>
    internal static async Task<(SealedFact Fact, Guid Agreement)?> FindAsync(long seq, ShirakaDb db, SealedFacts ledger, CancellationToken cancel)
    {
        if (await ledger.AtAsync(seq, cancel) is not { Under: { } under } fact) return null;
        if (await db.CanSeeAsync(under, cancel)) return (fact, under);
        var agreements = await db.Commitments.Where(one => one.Id == under).Select(one => one.Agreement).ToListAsync(cancel);
        return agreements.Count == 0 ? null : (fact, agreements[0]);
    }

    internal static bool IsReadable(SealedFact fact) => Readable.Any(prefix => fact.Type.StartsWith(prefix, StringComparison.Ordinal));

    private static async Task<IResult> ShowAsync(
        long seq, ShirakaDb db, SealedFacts ledger, Dossiers dossiers, OrganisationLabels labels, SeenPartnerships seen, CurrentViewer current, Frame frame, CancellationToken cancel)
    {
        if (await FindAsync(seq, db, ledger, cancel) is not { } found) return TypedResults.NotFound();
        if (await seen.ShownAsync(found.Agreement, null, frame.Words, cancel) is not { } view) return TypedResults.NotFound();
        var leaf = await dossiers.LeafHashAsync(seq, cancel);
        var recorder = await labels.LabelsAsync([found.Fact.Organisation], frame.Language, cancel);
        return Pages.Show<FactPage>(new
        {
            View = view,
            Fact = found.Fact,
            Recorders = recorder,
            LeafHash = leaf is null ? "" : Convert.ToHexStringLower(leaf),
            Checkpoint = await ledger.PositionAsync(cancel),
            Body = IsReadable(found.Fact) ? found.Fact.Json : null,
            Erasure = found.Fact.IsErased ? (await ledger.OfStreamAsync(found.Fact.Id, cancel)).FirstOrDefault()?.Seq : null,
            MayErase = current.Viewer.May(Right.EraseBodies) && found.Fact.Organisation == current.Viewer.Organisation && !found.Fact.IsErased && FactJson.HoldsFreeText(found.Fact.Type),
        });
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DossierAsync(
        long seq, ShirakaDb db, SealedFacts ledger, Dossiers dossiers, AccessLog log, CurrentViewer current, CancellationToken cancel)
    {
        if (await FindAsync(seq, db, ledger, cancel) is not { } found) return TypedResults.NotFound();
        if (await dossiers.OfAsync([found.Fact], fact => !IsReadable(fact), cancel) is not { } dossier) return TypedResults.NotFound();
        log.Write(current.Viewer, "export", "fact", found.Agreement);
        return TypedResults.File(System.Text.Encoding.UTF8.GetBytes(DossierFile.Write(dossier)), "application/json", $"shiraka-fact-{seq}.json");
    }
}
