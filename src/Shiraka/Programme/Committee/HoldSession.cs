using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>Records that a session took place: the day, the parties present, the minutes.</summary>
internal static class HoldSession
{
    public sealed record Request(DateOnly On, IReadOnlyList<Guid> PartiesPresent)
    {
        public IReadOnlyList<Evidence> Minutes { get; init; } = [];
    }

    public sealed record Response(Guid Session, Guid Agreement, int Number, DateOnly On, long Version);

    public static void Map(RouteGroupBuilder sessions, RouteGroupBuilder pages)
    {
        sessions.MapPost("/{session:guid}/hold", HandleAsync).WithSummary("Record that a session was held").Allow(Right.DecideInCommittee);
        pages.MapPost("/committee-sessions/{session:guid}/hold", PostAsync).AsForm(CommitteePages.SessionAsync).Allow(Right.DecideInCommittee);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid session, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.CommitteeSessions.SingleOrDefaultAsync(one => one.Id == session, cancel) is not { } called) return TypedResults.NotFound();
        var parties = await db.Parties.Where(party => party.Agreement == called.Agreement).Select(party => party.Organisation).ToListAsync(cancel);
        if (request.PartiesPresent.Except(parties).Any()) throw CommitteeRules.NotAParty("PartiesPresent");

        db.Record(called.Hold(request.On, [.. request.PartiesPresent.Distinct()], request.Minutes, db.Today));
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(new Response(session, called.Agreement, called.Ordinal, called.On, called.Version));
    }

    private static async Task<Results<SeeOther, NotFound>> PostAsync(Guid session, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var on = form.Day("On");
        var present = form.All("PartiesPresent").Select(id => Guid.TryParse(id, out var party) ? party : Guid.Empty).ToList();
        var minutes = CommitteeRules.Files(form, "minutes");
        form.Check();
        if ((await HandleAsync(session, new(on, present) { Minutes = minutes }, db, cancel)).Result is not Ok<Response> { Value: { } held }) return TypedResults.NotFound();
        foreach (var file in form.FilesOf("minutes")) db.Cite(held.Agreement, file);
        await db.SaveChangesAsync(cancel);
        return new SeeOther(frame.Url($"/committee-sessions/{session}"));
    }
}
