using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>The committees of a portfolio, the committee of one agreement, a session, a decision: as pages and as data.</summary>
internal static class CommitteePages
{
    public sealed record Committee(Guid Agreement, CommitteeView? Formed, IReadOnlyList<SessionView> Sessions, IReadOnlyList<DecisionView> Decisions);

    public sealed record Session(Guid Agreement, SessionView Called, IReadOnlyList<DecisionView> Decisions);

    public static void Map(RouteGroupBuilder agreements, RouteGroupBuilder sessions, RouteGroupBuilder pages)
    {
        agreements.MapGet("/{agreement:guid}/committee", ReadCommitteeAsync).WithSummary("The committee, its sessions and its decisions").Allow(Right.ReadAgreements);
        sessions.MapGet("/{session:guid}", ReadSessionAsync).WithSummary("A session with its decisions").Allow(Right.ReadAgreements);
        pages.MapGet("/committees", AllAsync).Allow(Right.ReadAgreements);
        pages.MapGet("/agreements/{agreement:guid}/committee", (Guid agreement, HttpContext http) => AgreementAsync(http)).Allow(Right.ReadAgreements);
        pages.MapGet("/committee-sessions/{session:guid}", (Guid session, HttpContext http) => SessionAsync(http)).Allow(Right.ReadAgreements);
        pages.MapGet("/decisions/{decision:guid}", (Guid decision, HttpContext http) => DecisionAsync(http)).Allow(Right.ReadAgreements);
    }

    /// <summary>The page of the committee of the route's agreement.</summary>
    internal static async Task<IResult> AgreementAsync(HttpContext http) =>
        await FindAsync(http, IdOf(http, "agreement")) is { } view ? Pages.Show<CommitteePage>(new { View = view }) : TypedResults.NotFound();

    /// <summary>The page of the route's session.</summary>
    internal static async Task<IResult> SessionAsync(HttpContext http)
    {
        var (session, db) = (IdOf(http, "session"), http.RequestServices.GetRequiredService<ShirakaDb>());
        var agreement = await db.CommitteeSessions.Where(one => one.Id == session).Select(one => one.Agreement).SingleOrDefaultAsync(http.RequestAborted);
        return await FindAsync(http, agreement) is { } view && view.Sessions.FirstOrDefault(one => one.Id == session) is { } called
            ? Pages.Show<SessionPage>(new { View = view, Session = called }) : TypedResults.NotFound();
    }

    /// <summary>The page of the route's decision.</summary>
    internal static async Task<IResult> DecisionAsync(HttpContext http)
    {
        var (decision, db) = (IdOf(http, "decision"), http.RequestServices.GetRequiredService<ShirakaDb>());
        var agreement = await db.Decisions.Where(one => one.Id == decision).Select(one => one.Agreement).SingleOrDefaultAsync(http.RequestAborted);
        return await FindAsync(http, agreement) is { } view && view.Decisions.FirstOrDefault(one => one.Id == decision) is { } taken
            ? Pages.Show<DecisionPage>(new { View = view, Decision = taken }) : TypedResults.NotFound();
    }

    internal static async Task<Results<Ok<Committee>, NotFound>> ReadCommitteeAsync(Guid agreement, HttpContext http) => await FindAsync(http, agreement) is { } view
        ? TypedResults.Ok(new Committee(agreement, view.Committee, view.Sessions, view.Decisions)) : TypedResults.NotFound();

    internal static async Task<Results<Ok<Session>, NotFound>> ReadSessionAsync(Guid session, ShirakaDb db, HttpContext http, CancellationToken cancel)
    {
        var agreement = await db.CommitteeSessions.Where(one => one.Id == session).Select(one => one.Agreement).SingleOrDefaultAsync(cancel);
        return await FindAsync(http, agreement) is { } view && view.Sessions.FirstOrDefault(one => one.Id == session) is { } called
            ? TypedResults.Ok(new Session(agreement, called, [.. view.Decisions.Where(decision => decision.Session == session)])) : TypedResults.NotFound();
    }

    private static async Task<IResult> AllAsync(
        int? page, ShirakaDb db, Portfolios portfolios, OrganisationLabels labels, Places places, Frame frame, CurrentViewer current, CancellationToken cancel) =>
        Pages.Show<CommitteesPage>(new { Overview = await ShowHome.ReadAsync(db, portfolios, labels, places, frame.Language, current.Viewer, cancel), Page = page ?? 1 });

    private static async Task<Partnership?> FindAsync(HttpContext http, Guid agreement)
    {
        var services = http.RequestServices;
        var db = services.GetRequiredService<ShirakaDb>();
        if (agreement == Guid.Empty || !await db.CanSeeAsync(agreement, http.RequestAborted)) return null;
        services.GetRequiredService<AccessLog>().Write(services.GetRequiredService<CurrentViewer>().Viewer, "read", "committee", agreement);
        return await services.GetRequiredService<Partnerships>().ReadAsync(agreement, db.Today, http.RequestAborted) is { } view
            ? await services.GetRequiredService<SeenPartnerships>().ToldAsync(view, services.GetRequiredService<Frame>().Words, http.RequestAborted)
            : null;
    }

    private static Guid IdOf(HttpContext http, string name) => Guid.TryParse(http.Request.RouteValues[name] as string, out var id) ? id : Guid.Empty;
}
