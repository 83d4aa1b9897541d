using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Shiraka.Access;

/// <summary>Accounts, roles, sign-in, sessions, the access log, and the gate that every request passes.</summary>
public static class AccessModule
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddScoped<CurrentViewer>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<AccessLog>();
        services.AddHostedService(provider => provider.GetRequiredService<AccessLog>());
        return services;
    }

    /// <summary>Sign-in, sign-out, account and administration pages.</summary>
    public static void MapAccess(this RouteGroupBuilder pages)
    {
    }

    /// <summary>After routing, before the endpoints.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) => app.UseMiddleware<AccessGate>().UseMiddleware<FrameFilling>();
}
