using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Directory;

/// <summary>Adds a place to the shipped list.</summary>
internal static class RegisterPlace
{
    /// <param name="LatitudeE5">Hundred-thousandths of a degree, north positive.</param>
    /// <param name="LongitudeE5">Hundred-thousandths of a degree, east positive.</param>
    public sealed record Request(string Country, int LatitudeE5, int LongitudeE5, string NameFr, string NameAr, string NameEn);

    public sealed record Response(Guid Id);

    public static void Map(RouteGroupBuilder routes) => routes.MapPost("/", HandleAsync)
        .WithSummary("Add a place")
        .Allow(Right.KeepDirectory);

    internal static async Task<Created<Response>> HandleAsync(Request request, ShirakaDb db, Places places, CancellationToken cancel)
    {
        var (place, registered) = Place.Register(request.Country, request.LatitudeE5, request.LongitudeE5, request.NameFr, request.NameAr, request.NameEn, db.Today);
        var there = await places.AllAsync(Language.Fr, place.Country, cancel);
        if (there.Any(other => WrittenName.Key(other.NameFr) == WrittenName.Key(place.NameFr)))
            throw new RefusedException("directory.place_known", "The place is in the directory.", place.NameFr) { Field = "name_fr" };
        db.Add(place);
        db.Record(registered);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/v1/places/{place.Id}", new Response(place.Id));
    }
}
