using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Directory;

/// <summary>A place as others show it; coordinates in hundred-thousandths of a degree, north and east positive.</summary>
public sealed record PlaceView(Guid Id, string Country, int LatitudeE5, int LongitudeE5, string NameFr, string NameAr, string NameEn)
{
    public string NameIn(Language language) => language switch { Language.Fr => NameFr, Language.Ar => NameAr, _ => NameEn };
}

/// <summary>The places of the shipped list and those this installation added.</summary>
public sealed class Places(ShirakaDb db)
{
    private static readonly FrozenDictionary<Guid, PlaceView> Shipped = DirectoryData.Rows("Places/places.tsv").Select(Read).ToFrozenDictionary(place => place.Id);

    public async Task<PlaceView?> FindAsync(Guid id, CancellationToken cancel) => (await OfAsync([id], cancel)).GetValueOrDefault(id);

    /// <summary>Those of <paramref name="ids"/> that exist.</summary>
    public async Task<IReadOnlyDictionary<Guid, PlaceView>> OfAsync(IEnumerable<Guid> ids, CancellationToken cancel)
    {
        var asked = ids.Distinct().ToList();
        var found = asked.Where(Shipped.ContainsKey).ToDictionary(id => id, id => Shipped[id]);
        var own = asked.Where(id => !Shipped.ContainsKey(id)).ToList();
        if (own.Count == 0) return found;
        foreach (var place in await db.OwnPlaces.AsNoTracking().Where(p => own.Contains(p.Id)).ToListAsync(cancel)) found[place.Id] = View(place);
        return found;
    }

    /// <summary>All, in the order of their names in a language; of one country where one is given.</summary>
    public async Task<IReadOnlyList<PlaceView>> AllAsync(Language language, string? country, CancellationToken cancel)
    {
        var own = await db.OwnPlaces.AsNoTracking().Where(p => country == null || p.Country == country).ToListAsync(cancel);
        return [.. Shipped.Values.Where(place => country is null || place.Country == country).Concat(own.Select(View))
            .OrderBy(place => WrittenName.Key(place.NameIn(language)), StringComparer.Ordinal)];
    }

    /// <summary>The id of a shipped place, made of its code so that it is the same on every installation.</summary>
    public static Guid ShippedId(string code)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("shiraka:place:" + code))[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));     // RFC 9562 version 8: a name of our own
        return new Guid(bytes, bigEndian: true);
    }

    private static PlaceView Read(string[] row) => new(
        ShippedId(row[0]), row[1], int.Parse(row[2], CultureInfo.InvariantCulture), int.Parse(row[3], CultureInfo.InvariantCulture), row[4], row[5], row[6]);

    private static PlaceView View(Place place) => new(place.Id, place.Country, place.LatitudeE5, place.LongitudeE5, place.NameFr, place.NameAr, place.NameEn);
}
