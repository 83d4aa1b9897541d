using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>The committee's part of the programme's front door.</summary>
internal static class CommitteeRoutes
{
    public static void AddCommittee(this IServiceCollection services) => services.AddNavItem(new NavItem("committees", "/committees", nameof(Right.ReadAgreements), 70));

    public static void MapCommittee(this IEndpointRouteBuilder app, RouteGroupBuilder pages)
    {
        var agreements = app.MapGroup("/api/v1/agreements").RunAsCommands().WithTags("Committee");
        var sessions = app.MapGroup("/api/v1/sessions").RunAsCommands().WithTags("Committee");
        var decisions = app.MapGroup("/api/v1/decisions").RunAsCommands().WithTags("Committee");
        CommitteePages.Map(agreements, sessions, pages);
        FormCommittee.Map(agreements, pages);
        CallSession.Map(agreements, sessions, pages);
        HoldSession.Map(sessions, pages);
        TakeDecision.Map(sessions, pages);
        ExecuteDecision.Map(decisions, pages);
    }
}
