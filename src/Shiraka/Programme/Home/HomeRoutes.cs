using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>The home page's part of the programme's front door.</summary>
internal static class HomeRoutes
{
    public static void AddHome(this IServiceCollection services)
    {
        services.AddSingleton<Portfolios>();
        services.AddNavItem(new NavItem("home", "/", Order: 0));
        services.AddFootLink(new FootLink("help", "/help", 10)).AddFootLink(new FootLink("accessibility", "/help#accessibility", 20)).AddFootLink(new FootLink("privacy", "/help#privacy", 30));
    }

    public static void MapHome(this IEndpointRouteBuilder app, RouteGroupBuilder pages)
    {
        ShowHome.Map(app, pages);
        pages.MapGet("/help", (ShirakaDb db) => Pages.Show<HelpPage>(new { db.Today })).AllowAnyone("explains the product and shows nothing of anybody");
    }
}
