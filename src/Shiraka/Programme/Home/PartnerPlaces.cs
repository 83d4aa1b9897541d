using Shiraka.Directory;
using Shiraka.Shared;
using Shiraka.Shared.Components;
using Shape = Shiraka.Shared.Standing;

namespace Shiraka.Programme;

/// <summary>The cities of the parties and what ties them: renewal soon, facts in the last months, or none.</summary>
internal sealed record PartnerPlaces(IReadOnlyList<MapCity> Cities, IReadOnlyList<MapTie> Ties)
{
    private const int MostTies = 24;
    private const int RecentMonths = 6;

    public static PartnerPlaces Of(Overview overview, Language language)
    {
        var cities = new Dictionary<string, MapCity>(StringComparer.Ordinal);
        var ties = new Dictionary<(string From, string To), Shape>();
        foreach (var view in overview.Views.Where(Overview.IsLive))
        {
            var places = PlacesOf(view, overview).Where(OnTheSheet).Select(place => City(place, language)).DistinctBy(city => city.Name).ToList();
            foreach (var city in places) cities[city.Name] = city;
            foreach (var other in places.Skip(1)) Tie(ties, places[0].Name, other.Name, ShapeOf(view, overview.Portfolio.Today));
        }

        var drawn = ties.OrderBy(tie => tie.Value).Take(MostTies).Select(tie => new MapTie(tie.Key.From, tie.Key.To, tie.Value)).ToList();
        var named = drawn.SelectMany(tie => new[] { tie.From, tie.To }).ToHashSet(StringComparer.Ordinal);
        return new([.. cities.Values.Where(city => drawn.Count < MostTies || named.Contains(city.Name))], drawn);
    }

    // Where the directory knows no party's place, the place the text was signed at is all there is.
    private static IEnumerable<PlaceView> PlacesOf(Partnership view, Overview overview)
    {
        var known = view.Header.Parties.Select(party => overview.Labels.GetValueOrDefault(party.Organisation)?.Place).OfType<PlaceView>().ToList();
        if (known.Count > 0 || view.Header.Place is not { } written) return known;
        return overview.PlacesByName.Where(place => new[] { place.NameFr, place.NameAr, place.NameEn }.Contains(written, StringComparer.OrdinalIgnoreCase)).Take(1);
    }

    private static MapCity City(PlaceView place, Language language) => new(place.NameIn(language), place.LongitudeE5 / 1e5, place.LatitudeE5 / 1e5);

    private static bool OnTheSheet(PlaceView place) => place is { LongitudeE5: > -2_000_000 and < 5_400_000, LatitudeE5: > -1_300_000 and < 5_300_000 };

    // Of several agreements between two cities, the one that asks for a decision is drawn, else the one that is alive.
    private static void Tie(Dictionary<(string, string), Shape> ties, string from, string to, Shape shape)
    {
        var key = string.CompareOrdinal(from, to) < 0 ? (from, to) : (to, from);
        int Rank(Shape one) => one switch { Shape.Late => 0, Shape.OnTrack => 1, _ => 2 };
        if (!ties.TryGetValue(key, out var known) || Rank(shape) < Rank(known)) ties[key] = shape;
    }

    private static Shape ShapeOf(Partnership view, DateOnly today) =>
        PointsToDecide.RenewalDue(view, today) is not null ? Shape.Late
        : view.Done.Any(done => done.OccurredOn > today.AddMonths(-RecentMonths)) ? Shape.OnTrack : Shape.Silent;
}
