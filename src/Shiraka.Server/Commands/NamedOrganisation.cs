using Microsoft.EntityFrameworkCore;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Server.Commands;

/// <summary>
/// The organisation an operator means: its identifier, or its official name. A fresh installation knows none yet, so a name with its
/// country enters it into the directory.
/// </summary>
internal sealed class NamedOrganisation(IServiceProvider services)
{
    /// <exception cref="RefusedException"><c>organisation.unknown</c>, <c>organisation.several</c>, or what the directory refuses.</exception>
    public async Task<Guid> FindOrEnterAsync(string named, string? country, OrganisationKind kind, Language language, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(Guid.Empty, Guid.Empty, DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime), seesAll: true);
        if (await FindAsync(named, country, db, cancel) is { } known) return known;
        if (country is null)
            throw new RefusedException("organisation.unknown", $"The directory knows no organisation \"{named}\". Add --country (two letters) to enter it, and --kind if it is no hospital.");
        var name = new GivenName(WrittenName.ScriptOf(named) is NameScript.Arabic ? "ar" : language is Language.Ar ? "fr" : language.Code(), named);
        return await services.GetRequiredService<Ledger.Commands>().RunAsync(db, async () =>
        {
            var id = await RegisterOrganisation.InAsync(new RegisterOrganisation.Request(kind, country, [name]), db, cancel);
            await db.SaveChangesAsync(cancel);
            return id;
        }, waitForSeal: true, cancel);
    }

    private static async Task<Guid?> FindAsync(string named, string? country, ShirakaDb db, CancellationToken cancel)
    {
        if (Guid.TryParse(named, out var id))
            return await db.Organisations.AnyAsync(o => o.Id == id, cancel) ? id : throw new RefusedException("organisation.unknown", $"The directory knows no organisation {named}.");
        var key = WrittenName.Key(named);
        var found = (await db.Organisations.AsNoTracking().ToListAsync(cancel))
            .Where(o => (country is null || string.Equals(o.Country, country, StringComparison.OrdinalIgnoreCase)) && o.Names.Exists(n => n.Use != NameUse.Former && WrittenName.Key(n.Text) == key)).ToList();
        if (found.Count > 1) throw new RefusedException("organisation.several", $"Several organisations are called \"{named}\", name one: {string.Join(", ", found.Select(o => o.Id))}.");
        return found.Count == 0 ? null : found[0].Id;
    }
}
