using Microsoft.AspNetCore.Http.HttpResults;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Server.Api;

/// <summary>What a partner keeps to hold the ledger to its word: the signed head, and the proof of a fact.</summary>
internal static class ReadProofs
{
    public static void Map(RouteGroupBuilder api)
    {
        var ledger = api.MapGroup("/ledger").WithTags("ledger");
        ledger.MapGet("/checkpoint", CheckpointAsync)
            .WithSummary("The signed head of the ledger")
            .WithDescription("A signed note: origin, number of facts, root, signature. Keep it: `shiraka ledger verify --checkpoint FILE` shows later that nothing before it was changed.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain").Produces(StatusCodes.Status404NotFound)
            .WithExample("shiraka.example/ledger\n42\nqZ1…=\n\n— shiraka.example/ledger AbC…=\n")
            .Allow(Right.ReadLedger);
        ledger.MapGet("/proof/{seq:long}", ProofAsync)
            .WithSummary("The inclusion proof of a fact")
            .WithDescription("RFC 6962 audit path of fact `seq` under the newest signed head. 404 for a fact your organisation may not see.")
            .Allow(Right.ReadLedger);
    }

    private static async Task<Results<ContentHttpResult, NotFound>> CheckpointAsync(SealedFacts facts, CancellationToken cancel) =>
        await facts.PositionAsync(cancel) is { } head ? TypedResults.Text(head.Note, "text/plain; charset=utf-8") : TypedResults.NotFound();

    private static async Task<Results<Ok<FactProof>, NotFound>> ProofAsync(
        long seq, VisibleFacts visible, IStore store, SealedFacts facts, LedgerIdentity identity, CurrentViewer current, CancellationToken cancel) =>
        await visible.SeesAsync(current.Viewer, seq, cancel) && await FactProof.MakeAsync(store, facts, identity, seq, cancel) is { } proof
            ? TypedResults.Ok(proof)
            : TypedResults.NotFound();
}
