using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Tests.Stores;

namespace Shiraka.Tests.Directory;

/// <summary>What tests of the directory enter and ask, in few words.</summary>
internal static class Entered
{
    public static Task<Guid> EnterAsync(this House house, string country, params GivenName[] names) => house.EnterAsync(OrganisationKind.Hospital, country, null, names);

    public static Task<Guid> EnterAsync(this House house, OrganisationKind kind, string country, Guid? parent, params GivenName[] names) => house.RunAsync(async db =>
    {
        var done = await RegisterOrganisation.HandleAsync(new(kind, country, names, parent), db, CancellationToken.None);
        return done.Value!.Id;
    });

    public static Task<IReadOnlyList<OrganisationProposal>> ProposeAsync(this House house, string asWritten, string? country = null) =>
        house.ReadAsync(db => new OrganisationFinder(db, house.Get<DirectoryIndex>()).ProposeAsync(asWritten, country, 5, CancellationToken.None));

    public static Task<IReadOnlyList<PersonProposal>> ProposePersonAsync(this House house, string asWritten) =>
        house.ReadAsync(db => new PersonFinder(db, house.Get<DirectoryIndex>()).ProposeAsync(asWritten, 5, CancellationToken.None));

    public static Task DecideAsync(this House house, NamedThing kind, string asWritten, Guid thing, bool isSame) => house.RunAsync(async db =>
    {
        await DecideName.RecordAsync(kind, asWritten, thing, isSame, db, CancellationToken.None);
        await db.SaveChangesAsync();
    });

    /// <summary>A person with a post in an organisation, written down as an import would.</summary>
    public static Task<(Guid Person, Guid Post)> PostAsync(this House house, Guid organisation, string title, params string[] names) => house.RunAsync(async db =>
    {
        var person = RegisterPerson.In(names, db);
        var post = await TakePost.InAsync(person, organisation, title, new DateOnly(2025, 1, 1), db, CancellationToken.None);
        await db.SaveChangesAsync();
        return (person, post);
    });

    public static async Task<string> RefusedAsync(Func<Task> attempt) => (await Xunit.Assert.ThrowsAsync<RefusedException>(attempt)).Code;
}
