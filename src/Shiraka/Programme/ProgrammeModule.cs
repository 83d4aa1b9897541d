using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>Plans, activities, indicators, the committee, the thread and its report.</summary>
public static class ProgrammeModule
{
    public static IServiceCollection AddProgramme(this IServiceCollection services)
    {
        services.AddSingleton<Partnerships>();
        services.AddReport();
        services.AddHome();
        services.AddCommittee();
        return services;
    }

    public static void MapProgramme(this IEndpointRouteBuilder app, RouteGroupBuilder pages)
    {
        var activities = app.MapGroup("/api/v1/activities").RunAsCommands();
        RecordDelivery.Map(activities);
        app.MapReport(pages);
        app.MapHome(pages);
        app.MapCommittee(pages);
        app.MapFeeds();
    }
}
