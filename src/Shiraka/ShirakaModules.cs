using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Documents;
using Shiraka.Agreements;
using Shiraka.Ledger;
using Shiraka.Programme;
using Shiraka.Shared;

namespace Shiraka;

/// <summary>Every module, in the order in which they stand on each other.</summary>
public static class ShirakaModules
{
    public static IServiceCollection AddShiraka(this IServiceCollection services, Installation installation)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.Encoder = FactJson.Options.Encoder;
            json.SerializerOptions.DefaultIgnoreCondition = FactJson.Options.DefaultIgnoreCondition;
            json.SerializerOptions.RespectNullableAnnotations = true;                  // what is missing is told with 400, not found out by a handler
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequestJson.WithoutEmptyItems } };
            foreach (var converter in FactJson.Options.Converters) json.SerializerOptions.Converters.Add(converter);
        });
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);      // the edge says what of a body could not be read
        services.AddLedger(installation);
        services.AddAccess();
        services.AddDirectory();
        services.AddShared();
        services.AddDocuments();
        services.AddAgreements();
        services.AddProgramme();
        return services;
    }

    /// <summary>What every request passes, from the outside in.</summary>
    public static void UseShiraka(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseRouting();
        app.UseMiddleware<ErrorEdge>();
        app.UseAccess();
    }

    /// <summary>Every route. <see cref="Access.RulesAtStart"/> refuses to start with one that declares no rule.</summary>
    public static void MapShiraka(this WebApplication app)
    {
        var pages = app.MapPages();
        app.MapShared().AllowAnyone("stylesheet, fonts and scripts hold nothing of anybody");
        app.MapAccess(pages);
        var api = app.MapGroup("/api/v1");
        pages.MapDocuments(api);
        app.MapDirectory(pages);
        app.MapAgreements(pages);
        app.MapProgramme(pages);
    }
}
