using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Shiraka.Programme;

/// <summary>The report's part of the programme's front door.</summary>
internal static class ReportRoutes
{
    public static void AddReport(this IServiceCollection services)
    {
        services.AddSingleton<Reports>();
        services.AddSingleton<ChromiumPrinter>();
        services.AddSingleton<ReportFile>();
    }

    public static void MapReport(this IEndpointRouteBuilder app, RouteGroupBuilder pages) => ShowReport.Map(pages, app.MapGroup("/api/v1/agreements"));
}
