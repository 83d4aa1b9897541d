using Microsoft.AspNetCore.Builder;

namespace Shiraka.Shared;

/// <summary>What is sent to and answered by a route, shown in the description of the interface; JSON text, or plain text for an answer that is not JSON.</summary>
public sealed record ApiExample(string? Request, string? Answer);

public static class ApiExamples
{
    /// <summary>Adds an example to the description of the route.</summary>
    public static TBuilder WithExample<TBuilder>(this TBuilder route, string? answer, string? request = null) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new ApiExample(request, answer));
}
