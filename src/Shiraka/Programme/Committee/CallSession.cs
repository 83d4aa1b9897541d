using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>Convenes a session of the committee, or convenes it again for another day or place.</summary>
internal static class CallSession
{
    /// <param name="Number">The next one where not given.</param>
    public sealed record Request(DateOnly On, string Place, int? Number = null, Guid? Commitment = null);

    public sealed record Again(DateOnly On, string Place);

    public sealed record Response(Guid Session, int Number, DateOnly On, long Version);

    public static void Map(RouteGroupBuilder agreements, RouteGroupBuilder sessions, RouteGroupBuilder pages)
    {
        agreements.MapPost("/{agreement:guid}/sessions", HandleAsync).WithSummary("Call a session of the committee").Allow(Right.DecideInCommittee);
        sessions.MapPost("/{session:guid}/call", AgainAsync).WithSummary("Call a session again for another day or place").Allow(Right.DecideInCommittee);
        pages.MapPost("/agreements/{agreement:guid}/sessions", PostAsync).AsForm(CommitteePages.AgreementAsync).Allow(Right.DecideInCommittee);
        pages.MapPost("/committee-sessions/{session:guid}/call", PostAgainAsync).AsForm(CommitteePages.SessionAsync).Allow(Right.DecideInCommittee);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (!await db.CanSeeAsync(agreement, cancel)) return TypedResults.NotFound();
        var commitment = request.Commitment is null
            ? await db.Commitments.Where(one => one.Agreement == agreement && one.Kind == "committee").OrderBy(one => one.Ordinal).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancel)
            : await CommitteeRules.CommitmentAsync(db, agreement, request.Commitment, cancel);
        var number = request.Number ?? (await db.CommitteeSessions.Where(one => one.Agreement == agreement).MaxAsync(one => (int?)one.Ordinal, cancel) ?? 0) + 1;

        var (session, called) = CommitteeSession.Call(agreement, commitment, number, request.On, request.Place, db.Today);
        db.CommitteeSessions.Add(session);
        db.Record(called);
        await CommitteeRules.SaveNumberedAsync(db, "programme.session-number-taken", number, cancel);

        return TypedResults.Ok(new Response(session.Id, number, session.On, session.Version));
    }

    internal static async Task<Results<Ok<Response>, NotFound>> AgainAsync(Guid session, Again request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.CommitteeSessions.SingleOrDefaultAsync(one => one.Id == session, cancel) is not { } known) return TypedResults.NotFound();

        db.Record(known.CallAgain(request.On, request.Place, db.Today));
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(new Response(known.Id, known.Ordinal, known.On, known.Version));
    }

    private static async Task<Results<SeeOther, NotFound>> PostAsync(Guid agreement, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var request = new Request(form.Day("On"), form.Text("Place", 200), (int?)form.NumberOrNull("Number"));
        form.Check();
        return (await HandleAsync(agreement, request, db, cancel)).Result is Ok<Response> { Value: { } called }
            ? new SeeOther(frame.Url($"/committee-sessions/{called.Session}")) : TypedResults.NotFound();
    }

    private static async Task<Results<SeeOther, NotFound>> PostAgainAsync(Guid session, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var request = new Again(form.Day("On"), form.Text("Place", 200));
        form.Check();
        return (await AgainAsync(session, request, db, cancel)).Result is NotFound ? TypedResults.NotFound() : new SeeOther(frame.Url($"/committee-sessions/{session}"));
    }
}
