using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>
/// A place this installation added to the shipped list: names in the three languages, and where it lies, in hundred-thousandths
/// of a degree (1 is about a metre), north and east positive.
/// </summary>
public sealed class Place : ILedgered
{
    public required Guid Id { get; init; }
    public required string Country { get; init; }
    public required int LatitudeE5 { get; init; }
    public required int LongitudeE5 { get; init; }
    public required string NameFr { get; init; }
    public required string NameAr { get; init; }
    public required string NameEn { get; init; }
    public long StreamVersion { get; private set; } = 1;

    public static (Place Place, PlaceRegistered Fact) Register(string country, int latitudeE5, int longitudeE5, string fr, string ar, string en, DateOnly on)
    {
        if (latitudeE5 is < -9_000_000 or > 9_000_000) throw new RefusedException("directory.latitude_out_of_range", "A latitude lies between -90 and 90 degrees.") { Field = "latitude" };
        if (longitudeE5 is < -18_000_000 or > 18_000_000) throw new RefusedException("directory.longitude_out_of_range", "A longitude lies between -180 and 180 degrees.") { Field = "longitude" };
        var place = new Place
        {
            Id = Guid.CreateVersion7(),
            Country = Countries.Code(country),
            LatitudeE5 = latitudeE5,
            LongitudeE5 = longitudeE5,
            NameFr = WrittenName.Kept(fr),
            NameAr = WrittenName.Kept(ar),
            NameEn = WrittenName.Kept(en),
        };
        return (place, new PlaceRegistered
        {
            Stream = place.Id,
            StreamVersion = 1,
            OccurredOn = on,
            Country = place.Country,
            LatitudeE5 = latitudeE5,
            LongitudeE5 = longitudeE5,
            NameFr = place.NameFr,
            NameAr = place.NameAr,
            NameEn = place.NameEn,
        });
    }
}

/// <summary>A place was added to the shipped list.</summary>
[FactType("place.registered")]
public sealed record PlaceRegistered : Fact
{
    public required string Country { get; init; }
    public required int LatitudeE5 { get; init; }
    public required int LongitudeE5 { get; init; }
    public required string NameFr { get; init; }
    public required string NameAr { get; init; }
    public required string NameEn { get; init; }
}

file sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("places");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.LatitudeE5).HasColumnName("latitude_e5");
        builder.Property(p => p.LongitudeE5).HasColumnName("longitude_e5");
    }
}
