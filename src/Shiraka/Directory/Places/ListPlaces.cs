using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shiraka.Access;
using Shiraka.Shared;

namespace Shiraka.Directory;

/// <summary>Lists the places: those that ship with the product and those added here.</summary>
internal static class ListPlaces
{
    public static void Map(RouteGroupBuilder routes) => routes.MapGet("/", HandleAsync)
        .WithSummary("List the places, with coordinates in hundred-thousandths of a degree")
        .Allow(Right.ReadDirectory);

    internal static async Task<Ok<IReadOnlyList<PlaceView>>> HandleAsync(Places places, CancellationToken cancel, string? country = null, string? language = null) =>
        TypedResults.Ok(await places.AllAsync(Languages.TryRead(language, out var read) ? read : Language.Fr, country?.ToUpperInvariant(), cancel));
}
