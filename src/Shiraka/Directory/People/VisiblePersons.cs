using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>
/// Whom the organisation acted for may see: persons who hold or held a post in it, or in an organisation that sees one agreement
/// with it as a party; and persons it wrote down itself. Others are as if they were not there.
/// </summary>
internal static class VisiblePersons
{
    /// <summary>The organisations whose persons are seen: the own one, and those that share an agreement with it today.</summary>
    public static IQueryable<Guid> PartnerIds(ShirakaDb db) =>
        from mine in db.Set<Audience>()
        join theirs in db.Set<Audience>() on mine.Record equals theirs.Record
        where mine.Organisation == db.Organisation && mine.From <= db.Today && (mine.Until == null || mine.Until > db.Today)
            && theirs.Purpose == "party" && theirs.From <= db.Today && (theirs.Until == null || theirs.Until > db.Today)
        select theirs.Organisation;

    public static IQueryable<Post> SeenPosts(this ShirakaDb db) => db.SeesAll
        ? db.Posts
        : db.Posts.Where(p => p.Organisation == db.Organisation || PartnerIds(db).Contains(p.Organisation));

    public static IQueryable<Person> SeenPersons(this ShirakaDb db)
    {
        if (db.SeesAll) return db.Persons;
        var posts = db.SeenPosts();
        return db.Persons.Where(p => p.RegisteredBy == db.Organisation || posts.Any(post => post.Person == p.Id));
    }
}
