using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>Enters an organisation. The confirmation of an import calls <see cref="InAsync"/> inside its own command.</summary>
public static class RegisterOrganisation
{
    /// <param name="Country">ISO 3166-1 alpha-2.</param>
    /// <param name="Names">At least one official name.</param>
    public sealed record Request(OrganisationKind Kind, string Country, IReadOnlyList<GivenName> Names, Guid? Parent = null, Guid? Place = null);

    public sealed record Response(Guid Id);

    internal static void Map(RouteGroupBuilder organisations) => organisations.MapPost("/", HandleAsync)
        .WithSummary("Enter an organisation into the directory")
        .Allow(Right.KeepDirectory);

    internal static async Task<Created<Response>> HandleAsync(Request request, ShirakaDb db, CancellationToken cancel)
    {
        var id = await InAsync(request, db, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/v1/organisations/{id}", new Response(id));
    }

    /// <summary>Enters an organisation and records its fact; the caller saves. <paramref name="id"/> only where it is known beforehand.</summary>
    /// <exception cref="RefusedException"><c>directory.*</c>: among them <c>directory.already_registered</c>, with the id of the one that bears this name there.</exception>
    public static async Task<Guid> InAsync(Request request, ShirakaDb db, CancellationToken cancel, Guid? id = null)
    {
        var (organisation, registered) = await CheckAsync(request, db, cancel, id);
        db.Add(organisation);
        db.Record(registered);
        return organisation.Id;
    }

    /// <summary>The organisation and its fact, neither kept yet.</summary>
    internal static async Task<(Organisation Organisation, OrganisationRegistered Fact)> CheckAsync(Request request, ShirakaDb db, CancellationToken cancel, Guid? id = null)
    {
        var (organisation, registered) = Organisation.Register(
            id ?? Guid.CreateVersion7(), request.Kind, request.Country, request.Parent, request.Place, request.Names, db.Today);
        if (request.Parent is { } parent && !await db.Organisations.AnyAsync(o => o.Id == parent, cancel) && db.Organisations.Local.All(o => o.Id != parent))
            throw new RefusedException("directory.parent_unknown", "The organisation above is not in the directory.") { Field = "parent" };
        if (request.Place is { } place && await new Places(db).FindAsync(place, cancel) is null)
            throw new RefusedException("directory.place_unknown", "The place is not in the directory.") { Field = "place" };
        await RefuseTwinAsync(organisation, db, cancel);
        return (organisation, registered);
    }

    // The same official name in the same country and place is the same institution; a hospital of that name in another town is not.
    private static async Task RefuseTwinAsync(Organisation organisation, ShirakaDb db, CancellationToken cancel)
    {
        var keys = OfficialKeys(organisation).ToHashSet();
        var neighbours = await db.Organisations.Where(o => o.Country == organisation.Country && o.Place == organisation.Place).ToListAsync(cancel);
        var unsaved = db.Organisations.Local.Where(o => o.Country == organisation.Country && o.Place == organisation.Place);
        if (neighbours.Union(unsaved).FirstOrDefault(o => OfficialKeys(o).Any(keys.Contains)) is { } twin)
            throw new RefusedException("directory.already_registered", "An organisation of this name is in the directory.", twin.Id) { Field = "name" };
    }

    private static IEnumerable<(string Language, string Key)> OfficialKeys(Organisation organisation) =>
        organisation.Names.Where(n => n.Use == NameUse.Official).Select(n => (n.Language, WrittenName.Key(n.Text)));
}
