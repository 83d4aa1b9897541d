using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>Records what was done on an activity. The figure of every report comes from here, and from nowhere else.</summary>
internal static class RecordDelivery
{
    public sealed record Request(string Note, DateOnly On, long? Quantity = null, string? Unit = null)
    {
        public DateOnly? StartedOn { get; init; }
        public IReadOnlyList<Evidence> Evidence { get; init; } = [];
        public IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>>? Breakdown { get; init; }
        public string? Subject { get; init; }
        public long? Denominator { get; init; }
        public int? Level { get; init; }
    }

    public sealed record Response(Guid Id, Guid Activity, long Version, bool Uncovered);

    public static void Map(RouteGroupBuilder activities) => activities
        .MapPost("/{activity:guid}/deliveries", HandleAsync)
        .WithSummary("Record a fact on an activity")
        .Allow(Right.RecordFacts);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid activity, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.PlannedAsync(activity, cancel) is not { } found) return TypedResults.NotFound();
        var (planned, coverage) = found;

        var recorded = planned.RecordDelivery(new Done(request.Note, request.On, request.Quantity, request.Unit)
        {
            StartedOn = request.StartedOn,
            Evidence = request.Evidence,
            Breakdown = request.Breakdown ?? NoBreakdown,
            Subject = request.Subject,
            Denominator = request.Denominator,
            Level = request.Level,
        }, coverage, db.Today);
        db.Record(recorded);
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(new Response(recorded.Id, activity, planned.Version, recorded.Uncovered));
    }

    private static readonly Dictionary<string, IReadOnlyDictionary<string, long>> NoBreakdown = new(StringComparer.Ordinal);
}
