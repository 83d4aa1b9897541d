using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>The page that shows what a record rests on: the source with its passages, who vouched, the files.</summary>
internal static class ShowProvenance
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/agreements/{agreement:guid}/source", ShowAsync).Allow(Right.ReadAgreements);

    private static async Task<IResult> ShowAsync(Guid agreement, Provenances provenances, ShirakaDb db, Frame frame, CurrentViewer current, AccessLog log, CancellationToken cancel)
    {
        if (await provenances.FindAsync(agreement, frame, cancel) is not { } found) return TypedResults.NotFound();
        log.Write(current.Viewer, "read", "source", agreement);
        return Pages.Show<ProvenancePage>(new { Found = found, Viewer = db.Actor });
    }

    public static Task<IResult> AgainAsync(HttpContext http)
    {
        var services = http.RequestServices;
        return ShowAsync(Guid.Parse((string)http.GetRouteValue("agreement")!), services.GetRequiredService<Provenances>(), services.GetRequiredService<ShirakaDb>(),
            services.GetRequiredService<Frame>(), services.GetRequiredService<CurrentViewer>(), services.GetRequiredService<AccessLog>(), http.RequestAborted);
    }
}
