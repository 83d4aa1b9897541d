using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Documents;

/// <summary>The files people bring: taken in, kept by content, handed out to those who see what rests on them.</summary>
public static class DocumentsModule
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<DocumentFolder>();
        services.AddSingleton<IFileIntake>(provider => provider.GetRequiredService<DocumentFolder>());
        services.AddSingleton<IForgets, ForgetFileNames>();
        services.AddSingleton<DocumentSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<DocumentSweep>());
        return services;
    }

    /// <summary>The download, for pages and for programs. Who is signed in may ask; who sees no record that cites it gets 404.</summary>
    public static void MapDocuments(this RouteGroupBuilder pages, RouteGroupBuilder api)
    {
        pages.MapGet("/documents/{sha256}", FetchDocument.HandleAsync).AllowSignedIn();
        api.MapGet("/documents/{sha256}", FetchDocument.HandleAsync).WithSummary("Download a document that a record you see rests on").WithTags("documents").AllowSignedIn();
    }
}
