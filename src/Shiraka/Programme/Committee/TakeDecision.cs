using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>Enters a decision of a session that was held: one text, one owner, one day.</summary>
internal static class TakeDecision
{
    /// <param name="Number">The next one of the session where not given.</param>
    public sealed record Request(string Text, Guid Owner, DateOnly DueOn, string? Person = null, Guid? Commitment = null, int? Number = null);

    public sealed record Response(Guid Decision, Guid Session, int Number, DateOnly DueOn);

    public static void Map(RouteGroupBuilder sessions, RouteGroupBuilder pages)
    {
        sessions.MapPost("/{session:guid}/decisions", HandleAsync).WithSummary("Enter a decision of a session").Allow(Right.DecideInCommittee);
        pages.MapPost("/committee-sessions/{session:guid}/decisions", PostAsync).AsForm(CommitteePages.SessionAsync).Allow(Right.DecideInCommittee);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(
        Guid session, Request request, ShirakaDb db, Partnerships partnerships, CancellationToken cancel)
    {
        if (await db.CommitteeSessions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == session, cancel) is not { } held) return TypedResults.NotFound();
        var owner = await CommitteeRules.OwnerAsync(db, partnerships, held.Agreement, request.Owner, request.Person, cancel);
        var commitment = await CommitteeRules.CommitmentAsync(db, held.Agreement, request.Commitment, cancel);
        var number = request.Number ?? (await db.Decisions.Where(one => one.Session == session).MaxAsync(one => (int?)one.Number, cancel) ?? 0) + 1;

        var (decision, taken) = held.Decide(number, request.Text, owner, request.DueOn, commitment);
        db.Decisions.Add(decision);
        db.Record(taken);
        await CommitteeRules.SaveNumberedAsync(db, "programme.decision-number-taken", number, cancel);

        return TypedResults.Ok(new Response(decision.Id, session, number, decision.DueOn));
    }

    private static async Task<Results<SeeOther, NotFound>> PostAsync(
        Guid session, PostedForm form, ShirakaDb db, Partnerships partnerships, Frame frame, CancellationToken cancel)
    {
        var request = new Request(form.Text("Text", 1000), form.Id("Owner"), form.Day("DueOn"), form.TextOrNull("Person", 200), form.IdOrNull("Commitment"));
        form.Check();
        return (await HandleAsync(session, request, db, partnerships, cancel)).Result is NotFound ? TypedResults.NotFound() : new SeeOther(frame.Url($"/committee-sessions/{session}"));
    }
}
