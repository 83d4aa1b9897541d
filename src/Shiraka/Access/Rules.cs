using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Shiraka.Access;

/// <summary>Who may call a route. Exactly one on every route, else the host refuses to start.</summary>
public sealed record Rule(Right? Right, bool SignedIn, string Reason)
{
    public bool IsPublic => Right is null && !SignedIn;
}

public static class Rules
{
    /// <summary>Only for those whose role holds <paramref name="right"/>; which records they see is decided by their organisation.</summary>
    public static TBuilder Allow<TBuilder>(this TBuilder route, Right right) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new Rule(right, true, ""));

    /// <summary>For everybody who is signed in: their own account, the home page.</summary>
    public static TBuilder AllowSignedIn<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new Rule(null, true, ""));

    /// <summary>For everybody, with the reason why that is right.</summary>
    public static TBuilder AllowAnyone<TBuilder>(this TBuilder route, string reason) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new Rule(null, false, reason));

    /// <summary>Throws with the list of routes that declare no rule, or more than one.</summary>
    internal static void Require(IEnumerable<Endpoint> endpoints)
    {
        var without = endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetOrderedMetadata<Rule>().Count != 1)
            .Select(endpoint => endpoint.DisplayName ?? endpoint.RoutePattern.RawText).ToList();
        if (without.Count > 0) throw new InvalidOperationException("Routes without exactly one rule: " + string.Join(", ", without));
    }
}
