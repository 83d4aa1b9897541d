using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Access.Administration;
using Shiraka.Ledger;
using Shiraka.Shared;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Access;

public sealed class MembershipTests
{
    [Theory, OnBothStores]
    public async Task A_role_that_changes_without_a_fact_is_not_saved(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var account = await OpenAsync(house, "a@chu.example");
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.RunAsync(async db =>
        {
            (await db.Memberships.SingleAsync(m => m.Account == account)).End(db.Today);
            await db.SaveChangesAsync();
        }));
        Assert.Single(await house.Facts.AfterAsync(-1, 10, TestContext.Current.CancellationToken));
    }

    [Theory, OnBothStores]
    public async Task An_address_has_one_account_however_it_is_typed(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        await OpenAsync(house, "Amal@CHU.example");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => OpenAsync(house, " amal@chu.EXAMPLE "));
        Assert.Equal(("account.email-taken", "email"), (refused.Code, refused.Field));
        Assert.Equal("email.malformed", (await Assert.ThrowsAsync<RefusedException>(() => OpenAsync(house, "amal chu.example"))).Code);
    }

    [Theory, OnBothStores]
    public async Task A_role_ends_once_and_can_be_given_again(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var account = await OpenAsync(house, "a@chu.example");
        var role = await house.ReadAsync(db => db.Memberships.AsNoTracking().SingleAsync(m => m.Account == account));

        await Assert.ThrowsAsync<RefusedException>(() => house.RunAsync(db => GrantRole.HandleAsync(account, Role.Auditor, db, CancellationToken.None)));
        Assert.True(await house.RunAsync(db => EndRole.HandleAsync(account, role.Id, db, CancellationToken.None)));
        Assert.Equal("membership.over", (await Assert.ThrowsAsync<RefusedException>(() => house.RunAsync(db => EndRole.HandleAsync(account, role.Id, db, CancellationToken.None)))).Code);
        await house.RunAsync(db => GrantRole.HandleAsync(account, Role.Auditor, db, CancellationToken.None));

        house.Organisation = Guid.CreateVersion7();
        Assert.False(await house.RunAsync(db => EndRole.HandleAsync(account, role.Id, db, CancellationToken.None)));
    }

    [Fact]
    public void Every_role_has_rights_and_every_role_and_right_has_words()
    {
        Assert.All(Enum.GetValues<Role>(), role => Assert.NotEmpty(RoleRights.Of([role])));
        Assert.All(Enum.GetValues<Right>(), right => Assert.Contains(Enum.GetValues<Role>(), role => RoleRights.Of([role]).Contains(right)));
        foreach (var words in Languages.All.Select(language => Words.In(language)))
        {
            Assert.All(Enum.GetNames<Role>(), role => Assert.True(words.Has("role." + role), role));
            Assert.All(Enum.GetNames<Right>(), right => Assert.True(words.Has("right." + right), right));
        }
    }

    private static Task<Guid> OpenAsync(House house, string email) => house.RunAsync(db =>
        OpenAccount.HandleAsync(new OpenAccount.Request(email, "A", Role.Auditor, Language.Fr), "hash", db, CancellationToken.None));
}
