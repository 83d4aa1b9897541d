using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;

namespace Shiraka.Directory;

internal static class DirectorySets
{
    extension(ShirakaDb db)
    {
        public DbSet<Organisation> Organisations => db.Set<Organisation>();
        public DbSet<OrganisationName> OrganisationNames => db.Set<OrganisationName>();
        public DbSet<Place> OwnPlaces => db.Set<Place>();
        public DbSet<Person> Persons => db.Set<Person>();
        public DbSet<PersonName> PersonNames => db.Set<PersonName>();
        public DbSet<Post> Posts => db.Set<Post>();
        public DbSet<NameDecision> NameDecisions => db.Set<NameDecision>();
    }
}
