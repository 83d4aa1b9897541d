using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>The agreement from promise to measure: one strand for each commitment.</summary>
internal static class ShowThread
{
    public sealed record Strand(
        PromisedCommitment Promise, Standing Standing, IReadOnlyList<ActivityView> Activities, IReadOnlyList<DoneFact> Done, IReadOnlyList<IndicatorView> Indicators);

    public sealed record Response(
        Guid Agreement, DateOnly Today, long KnownUntil, PartnershipHeader Header, IReadOnlyDictionary<CommitmentState, int> Tally,
        IReadOnlyList<Strand> Commitments, WholeThread Whole, IReadOnlyList<TimelineMark> Timeline);

    public static void Map(RouteGroupBuilder agreements, RouteGroupBuilder pages)
    {
        agreements.MapGet("/{agreement:guid}/thread", HandleAsync)
            .WithSummary("Read what was promised, planned, done and measured; ?at= for what was known at a size of the ledger")
            .Allow(Right.ReadAgreements);
        pages.MapGet("/agreements/{agreement:guid}", ShowAsync).Allow(Right.ReadAgreements);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, SeenPartnerships seen, CancellationToken cancel, long? at = null) =>
        await seen.FindAsync(agreement, at, cancel) is { } view
            ? TypedResults.Ok(new Response(
                view.Agreement, view.Today, view.KnownUntil, view.Header, view.Tally,
                [.. view.Commitments.Select(thread => new Strand(thread.Promise, thread.Standing, thread.Activities, thread.Done, thread.Indicators))],
                view.Whole, view.Timeline))
            : TypedResults.NotFound();

    private static async Task<IResult> ShowAsync(
        Guid agreement, SeenPartnerships seen, OrganisationLabels labels, Frame frame, CancellationToken cancel, long? at = null, string? show = null, string? known = null)
    {
        if (await seen.ShownAsync(agreement, at, frame.Words, cancel) is not { } view) return TypedResults.NotFound();
        var parties = await labels.LabelsAsync(view.Header.Parties.Select(party => party.Organisation), frame.Language, cancel);
        return Pages.Show<ThreadPage>(new { View = view, Parties = parties, At = at, Filter = show, Known = known is not null });
    }
}
