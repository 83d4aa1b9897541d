using Microsoft.Extensions.DependencyInjection;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>Organisations, persons and places; names across scripts.</summary>
public static class DirectoryModule
{
    public static IServiceCollection AddDirectory(this IServiceCollection services)
    {
        services.AddSingleton<DirectoryIndex>();
        services.AddScoped<Places>();
        services.AddScoped<OrganisationLabels>();
        services.AddScoped(provider => new OrganisationFinder(provider.GetRequiredService<ShirakaDb>(), provider.GetRequiredService<DirectoryIndex>()));
        services.AddScoped(provider => new PersonFinder(provider.GetRequiredService<ShirakaDb>(), provider.GetRequiredService<DirectoryIndex>()));
        return services;
    }
}
