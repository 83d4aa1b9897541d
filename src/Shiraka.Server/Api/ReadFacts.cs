using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Server.Api;

/// <summary>The delivery of facts to another system: it keeps <c>next</c> and asks again with it.</summary>
internal static class ReadFacts
{
    private const int MostFacts = 1000;

    /// <summary>A fact as it is delivered. <paramref name="Body"/> is null where it was erased; <paramref name="Under"/> the commitment or agreement it serves.</summary>
    public sealed record Item(
        long Seq, Guid Id, string Type, int Version, Guid Stream, long StreamVersion, Guid? Under, long? Quantity, string? Unit,
        DateOnly OccurredOn, DateTimeOffset RecordedAt, Guid Actor, Guid Organisation, JsonElement? Body);

    /// <summary><paramref name="Next"/>: the cursor for the next request. <paramref name="Size"/>: facts in the signed ledger.</summary>
    public sealed record Page(IReadOnlyList<Item> Facts, long Next, bool More, long Size);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/facts", HandleAsync)
        .WithTags("ledger").WithSummary("Follow the sealed facts your organisation may see")
        .WithDescription("Facts come in their sealed order. Keep `next` and send it as `after` the next time: no fact is missed, none comes twice. A page may be empty while `more` is true.")
        .WithExample("""
            {"facts":[{"seq":41,"id":"01890a5d-ac96-774b-bcce-b302099a8057","type":"activity.session_held","version":1,"stream":"01890a5d-ac96-774b-bcce-b302099a8001",
            "streamVersion":3,"under":"01890a5d-ac96-774b-bcce-b302099a8002","quantity":12,"unit":"person","occurredOn":"2026-03-01",
            "recordedAt":"2026-03-02T09:15:00+00:00","actor":"01890a5d-ac96-774b-bcce-b302099a8003","organisation":"01890a5d-ac96-774b-bcce-b302099a8004","body":{}}],
            "next":41,"more":false,"size":42}
            """)
        .Allow(Right.ReadLedger);

    internal static async Task<Results<Ok<Page>, ProblemHttpResult>> HandleAsync(
        VisibleFacts visible, SealedFacts sealedFacts, CurrentViewer current, AccessLog log, CancellationToken cancel, long after = -1, int most = 100)
    {
        if (after < -1 || most is < 1 or > MostFacts)
            return TypedResults.Problem($"after is -1 or the next of an earlier answer; most is 1 to {MostFacts}.", statusCode: StatusCodes.Status400BadRequest);
        var size = (await sealedFacts.PositionAsync(cancel))?.Size ?? 0;
        var (facts, next, more) = await visible.AfterAsync(current.Viewer, after, most, size, cancel);
        log.Write(current.Viewer, "read", "facts", null);
        return TypedResults.Ok(new Page([.. facts.Select(Of)], next, more, size));
    }

    private static Item Of(SealedFact fact) => new(
        fact.Seq, fact.Id, fact.Type, fact.Version, fact.Stream, fact.StreamVersion, fact.Under, fact.Quantity, fact.Unit, fact.OccurredOn,
        DateTimeOffset.FromUnixTimeMilliseconds(fact.RecordedAt), fact.Actor, fact.Organisation, fact.Json is null ? null : JsonElement.Parse(fact.Json));
}
