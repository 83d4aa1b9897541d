using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>Records that a decision was carried out, with what shows it.</summary>
internal static class ExecuteDecision
{
    public sealed record Request(DateOnly On, string? Note = null)
    {
        public IReadOnlyList<Evidence> Evidence { get; init; } = [];
    }

    public sealed record Response(Guid Decision, Guid Session, Guid Agreement, DateOnly ExecutedOn, long Version);

    public static void Map(RouteGroupBuilder decisions, RouteGroupBuilder pages)
    {
        decisions.MapPost("/{decision:guid}/execute", HandleAsync).WithSummary("Record that a decision was carried out").Allow(Right.DecideInCommittee);
        pages.MapPost("/decisions/{decision:guid}", PostAsync).AsForm(CommitteePages.DecisionAsync).Allow(Right.DecideInCommittee);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid decision, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Decisions.SingleOrDefaultAsync(one => one.Id == decision, cancel) is not { } taken) return TypedResults.NotFound();

        db.Record(taken.Execute(request.Note, request.Evidence, request.On, db.Today));
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(new Response(decision, taken.Session, taken.Agreement, request.On, taken.Version));
    }

    private static async Task<Results<SeeOther, NotFound>> PostAsync(Guid decision, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var request = new Request(form.Day("On"), form.TextOrNull("Note", 1000)) { Evidence = CommitteeRules.Files(form, "evidence") };
        form.Check();
        if ((await HandleAsync(decision, request, db, cancel)).Result is not Ok<Response> { Value: { } executed }) return TypedResults.NotFound();
        foreach (var file in form.FilesOf("evidence")) db.Cite(executed.Agreement, file);
        await db.SaveChangesAsync(cancel);
        return new SeeOther(frame.Url($"/committee-sessions/{executed.Session}"));
    }
}
