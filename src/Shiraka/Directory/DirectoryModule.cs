using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Directory;

/// <summary>Organisations, persons and places; names across scripts.</summary>
public static class DirectoryModule
{
    public static IServiceCollection AddDirectory(this IServiceCollection services)
    {
        services.AddSingleton<DirectoryIndex>();
        services.AddSingleton<IForgets, ForgetNames>();
        services.AddScoped<Places>();
        services.AddScoped<OrganisationLabels>();
        services.AddScoped<IOrganisationNames, DirectoryNames>();
        services.AddScoped<OrganisationSearch>();
        services.AddScoped(provider => new OrganisationFinder(provider.GetRequiredService<ShirakaDb>(), provider.GetRequiredService<DirectoryIndex>()));
        services.AddScoped(provider => new PersonFinder(provider.GetRequiredService<ShirakaDb>(), provider.GetRequiredService<DirectoryIndex>()));
        services.AddNavItem(new NavItem("directory", "/directory", nameof(Right.ReadDirectory), 60));
        return services;
    }

    public static void MapDirectory(this IEndpointRouteBuilder app, RouteGroupBuilder pages)
    {
        var organisations = app.MapGroup("/api/v1/organisations").RunAsCommands();
        ListOrganisations.Map(organisations);
        ShowOrganisation.Map(organisations);
        RegisterOrganisation.Map(organisations);
        RenameOrganisation.Map(organisations);
        MoveOrganisation.Map(organisations);
        ImportOrganisations.Map(organisations);
        TakePost.Map(organisations);
        LeavePost.Map(app.MapGroup("/api/v1/posts").RunAsCommands());
        var places = app.MapGroup("/api/v1/places").RunAsCommands();
        ListPlaces.Map(places);
        RegisterPlace.Map(places);

        ListOrganisations.MapPage(pages);
        ShowOrganisation.MapPage(pages);
        OrganisationForms.Map(pages);
        PostForms.Map(pages);
    }
}
