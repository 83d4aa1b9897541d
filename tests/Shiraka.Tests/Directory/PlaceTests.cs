using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Directory;

public sealed class PlaceTests
{
    [Theory, OnBothStores]
    public async Task Own_places_stand_among_the_shipped_ones(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var shipped = await house.ReadAsync(db => new Places(db).AllAsync(Language.Fr, "MR", CancellationToken.None));

        await house.RunAsync(db => RegisterPlace.HandleAsync(new("MR", 2_027_000, -1_350_000, "Atar", "أطار", "Atar"), db, new Places(db), CancellationToken.None));

        var all = await house.ReadAsync(db => new Places(db).AllAsync(Language.Fr, "MR", CancellationToken.None));
        Assert.Equal(shipped.Count + 1, all.Count);
        Assert.Equal("أطار", all[0].NameIn(Language.Ar));
        Assert.Equal(all[0], await house.ReadAsync(db => new Places(db).FindAsync(all[0].Id, CancellationToken.None)));
        Assert.Equal("directory.place_known", await Entered.RefusedAsync(() => house.RunAsync(db =>
            RegisterPlace.HandleAsync(new("MR", 0, 0, "ATAR", "أطار", "Atar"), db, new Places(db), CancellationToken.None))));
    }

    [Fact]
    public async Task Shipped_places_lie_where_their_countries_do_and_are_written_in_both_scripts()
    {
        await using var house = await House.OpenAsync(StoreKind.Sqlite);
        var places = await house.ReadAsync(db => new Places(db).AllAsync(Language.Fr, null, CancellationToken.None));

        Assert.InRange(places.Count, 120, 300);
        Assert.All(places, place =>
        {
            Assert.True(Countries.IsKnown(place.Country));
            Assert.InRange(place.LatitudeE5, -2_600_000, 5_200_000);
            Assert.InRange(place.LongitudeE5, -2_400_000, 6_000_000);
            Assert.Equal((NameScript.Latin, NameScript.Arabic), (WrittenName.ScriptOf(place.NameFr), WrittenName.ScriptOf(place.NameAr)));
        });
        Assert.Equal(places.Count, places.Select(place => (place.Country, WrittenName.Key(place.NameFr))).Distinct().Count());
    }

    [Fact]
    public void A_place_off_the_globe_is_refused() =>
        Assert.Equal("directory.latitude_out_of_range", Assert.Throws<RefusedException>(() => Place.Register("MA", 9_000_001, 0, "A", "أ", "A", new DateOnly(2026, 1, 1))).Code);
}
