using Microsoft.AspNetCore.OpenApi;
using Shiraka.Access;

namespace Shiraka.Server.Api;

/// <summary>The interface for programs, version 1, and its description.</summary>
internal static class ApiModule
{
    public const string Prefix = "api/v1/";

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSingleton<VisibleFacts>();
        services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = route => route.RelativePath?.StartsWith(Prefix, StringComparison.Ordinal) == true;
            options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name
                ? type.Type.DeclaringType?.Name + name      // every slice has its Request and Response
                : null;
            options.AddSchemaTransformer(ApiDescription.NumbersAsync);
            options.AddDocumentTransformer(ApiDescription.DescribeAsync);
            options.AddOperationTransformer(ApiDescription.CompleteAsync);
        });
        return services;
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/" + Prefix.TrimEnd('/'));
        ReadFacts.Map(api);
        ExportFacts.Map(api);
        ReadProofs.Map(api);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnyone("the description of the interface holds nothing of anybody");
        app.MapSwaggerUI("api/docs", page =>
        {
            page.DocumentTitle = "Shiraka";
            page.SwaggerEndpoint("/openapi/v1.json", "v1");
            page.DefaultModelsExpandDepth(0);
        }).AllowAnyone("a page that shows the description of the interface");
    }
}
