using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Shiraka.Shared;

/// <summary>The front door of the layout: what pages of every module stand on.</summary>
public static class SharedModule
{
    public static IServiceCollection AddShared(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));     // the language segment; a slim host leaves it out
        services.AddScoped<Frame>();
        services.AddScoped<FormState>();
        services.Replace(ServiceDescriptor.Singleton(HtmlEncoder.Create(UnicodeRanges.All)));
        return services;
    }

    /// <summary>Puts a module's entry into the masthead.</summary>
    public static IServiceCollection AddNavItem(this IServiceCollection services, NavItem item) => services.AddSingleton(item);

    /// <summary>Puts a link at the foot of every page.</summary>
    public static IServiceCollection AddFootLink(this IServiceCollection services, FootLink link) => services.AddSingleton(link);

    /// <summary>Serves the stylesheet, scripts and fonts. The group still needs its access rule.</summary>
    public static RouteGroupBuilder MapShared(this IEndpointRouteBuilder app)
    {
        var assets = app.MapGroup("/assets");
        ServeAsset.Map(assets);
        return assets;
    }
}
