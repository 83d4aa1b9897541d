using Microsoft.EntityFrameworkCore;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Directory;

public sealed class PersonTests
{
    [Theory, OnBothStores]
    public async Task A_post_cannot_end_before_it_starts_nor_twice(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var hospital = house.Organisation = await house.EnterAsync("SN", new GivenName("fr", "Hôpital du Cap"));
        var (_, post) = await house.PostAsync(hospital, "Directeur", "Cheikh Mbaye");
        Task Leave(DateOnly until) => house.RunAsync(db => LeavePost.HandleAsync(post, new(until), db, CancellationToken.None));

        Assert.Equal("directory.post_ends_before_start", await Entered.RefusedAsync(() => Leave(new DateOnly(2024, 12, 31))));
        await Leave(new DateOnly(2026, 5, 1));
        Assert.Equal("directory.post_left", await Entered.RefusedAsync(() => Leave(new DateOnly(2026, 6, 1))));

        var facts = await house.Facts.OfStreamAsync(post, TestContext.Current.CancellationToken);
        Assert.Equal([("post.taken", new DateOnly(2025, 1, 1)), ("post.left", new DateOnly(2026, 5, 1))], facts.Select(f => (f.Type, f.OccurredOn)));
    }

    [Theory, OnBothStores]
    public async Task Persons_are_seen_by_their_organisation_and_by_those_that_share_an_agreement_today(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var (mine, partner, stranger) = (await house.EnterAsync("TN", new GivenName("fr", "Hôpital A")), await house.EnterAsync("SN", new GivenName("fr", "Hôpital B")), Guid.CreateVersion7());
        house.Organisation = mine;
        await house.PostAsync(mine, "Directeur", "Slim Trabelsi");
        async Task<int> SeenBy(Guid organisation)
        {
            house.Organisation = organisation;
            return await house.ReadAsync(db => db.SeenPosts().CountAsync(p => p.Organisation == mine));
        }

        Assert.Equal((1, 0, 0), (await SeenBy(mine), await SeenBy(partner), await SeenBy(stranger)));
        await house.RunAsync(db =>
        {
            var agreement = Guid.CreateVersion7();
            db.Show(agreement, mine, "party");
            db.Show(agreement, partner, "party", until: new DateOnly(2026, 12, 31));
            return db.SaveChangesAsync();
        });
        Assert.Equal((1, 1, 0), (await SeenBy(mine), await SeenBy(partner), await SeenBy(stranger)));
        house.Today = new DateOnly(2027, 1, 1);
        Assert.Equal(0, await SeenBy(partner));
    }

    [Theory, OnBothStores]
    public async Task A_post_is_kept_for_ones_own_organisation_and_partners_only(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var other = await house.EnterAsync("SN", new GivenName("fr", "Hôpital B"));
        house.Organisation = await house.EnterAsync("TN", new GivenName("fr", "Hôpital A"));
        Task Take(Guid organisation) => house.RunAsync(db => TakePost.HandleAsync(organisation, new("Chef de service", new DateOnly(2026, 1, 1), Names: ["Aïda Sow"]), db, CancellationToken.None));

        Assert.Equal("directory.not_a_partner", await Entered.RefusedAsync(() => Take(other)));
        await Take(house.Organisation);
    }

    [Theory, OnBothStores]
    public async Task Facts_about_persons_hold_their_names_in_the_body_only(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var hospital = await house.EnterAsync("SN", new GivenName("fr", "Hôpital du Cap"));
        var (person, _) = await house.PostAsync(hospital, "Directeur", "Cheikh Mbaye", "شيخ امباي");

        var fact = Assert.Single(await house.Facts.OfStreamAsync(person, TestContext.Current.CancellationToken));
        Assert.Equal(["Cheikh Mbaye", "شيخ امباي"], fact.Body<PersonRegistered>()!.Names);
        Assert.DoesNotContain("Mbaye", (fact with { Json = null }).ToString(), StringComparison.Ordinal);
    }
}
