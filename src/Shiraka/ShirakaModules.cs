using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka;

/// <summary>Every module, in the order in which they stand on each other.</summary>
public static class ShirakaModules
{
    public static IServiceCollection AddShiraka(this IServiceCollection services, Installation installation)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLedger(installation);
        services.AddAccess();
        return services;
    }

    /// <summary>Every route; throws where one declares no rule.</summary>
    public static void MapShiraka(this WebApplication app)
    {
        app.RequireRules();
    }
}
