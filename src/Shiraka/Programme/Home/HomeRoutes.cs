using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>The home page's part of the programme's front door.</summary>
internal static class HomeRoutes
{
    public static void AddHome(this IServiceCollection services)
    {
        services.AddSingleton<Portfolios>();
        services.AddNavItem(new NavItem("home", "/", Order: 0));
    }

    public static void MapHome(this IEndpointRouteBuilder app, RouteGroupBuilder pages) => ShowHome.Map(app, pages);
}
