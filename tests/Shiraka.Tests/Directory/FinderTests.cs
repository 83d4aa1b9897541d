using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Directory;

public sealed class FinderTests
{
    private static readonly GivenName Sfax = new("fr", "Centre hospitalier universitaire de Sfax");

    [Theory, OnBothStores]
    public async Task A_name_in_one_script_finds_an_organisation_named_in_the_other(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var sfax = await house.EnterAsync("TN", Sfax);
        var sousse = await house.EnterAsync("TN", new GivenName("fr", "Centre hospitalier universitaire de Sousse"));
        var ministry = await house.EnterAsync(OrganisationKind.Ministry, "SN", null, new GivenName("ar", "وزارة الصحة السنغالية"));

        var found = await house.ProposeAsync("المركز الاستشفائي الجامعي صفاقس", "TN");
        Assert.Equal(sfax, found[0].Organisation);
        Assert.Contains(found[0].Why, why => why.Code == ProposalReason.SameCountry);
        Assert.True(found.FirstOrDefault(one => one.Organisation == sousse)?.Score is null or < 0.5);
        Assert.Equal(ministry, (await house.ProposeAsync("Ministère de la Santé du Sénégal"))[0].Organisation);
    }

    [Theory, OnBothStores]
    public async Task What_was_confirmed_comes_first_and_what_was_rejected_stays_away(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var near = await house.EnterAsync("TN", Sfax);
        var meant = await house.EnterAsync("TN", new GivenName("fr", "Établissement des quatre vallées"));
        const string written = "CHU de Sfax, Tunisie";
        Assert.Equal(near, (await house.ProposeAsync(written))[0].Organisation);

        await house.DecideAsync(NamedThing.Organisation, written, meant, isSame: true);
        await house.DecideAsync(NamedThing.Organisation, written, near, isSame: false);

        var found = Assert.Single(await house.ProposeAsync("chu de SFAX Tunisie"));
        Assert.Equal((meant, 1d, ProposalReason.ConfirmedBefore), (found.Organisation, found.Score, found.Why.Single().Code));
        var types = (await house.Facts.AfterAsync(-1, 100, TestContext.Current.CancellationToken)).Select(f => f.Type);
        Assert.Equal(["name.confirmed", "name.rejected"], types.Where(type => type.StartsWith("name.", StringComparison.Ordinal)));
    }

    [Theory, OnBothStores]
    public async Task A_decision_holds_for_the_organisation_it_was_made_for_and_can_be_taken_back(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var near = await house.EnterAsync("TN", Sfax);
        await house.DecideAsync(NamedThing.Organisation, Sfax.Text, near, isSame: false);
        Assert.Empty(await house.ProposeAsync(Sfax.Text));

        var own = house.Organisation;
        house.Organisation = Guid.CreateVersion7();
        Assert.Single(await house.ProposeAsync(Sfax.Text));

        house.Organisation = own;
        await house.DecideAsync(NamedThing.Organisation, Sfax.Text, near, isSame: true);
        Assert.Equal(1, Assert.Single(await house.ProposeAsync(Sfax.Text)).Score);
    }

    [Theory, OnBothStores]
    public async Task A_new_name_is_found_at_once_and_a_former_one_still_is(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var id = await house.EnterAsync("TN", new GivenName("fr", "Polyclinique des Aghlabides"));
        Assert.Empty(await house.ProposeAsync("Institut de cardiologie Ziri"));

        await house.RunAsync(db => RenameOrganisation.HandleAsync(id, new("fr", "Institut de cardiologie Ziri"), db, CancellationToken.None));

        Assert.Equal(id, (await house.ProposeAsync("Institut de cardiologie Ziri"))[0].Organisation);
        var former = (await house.ProposeAsync("Polyclinique des Aghlabides"))[0];
        Assert.Equal(id, former.Organisation);
        Assert.Contains(former.Why, why => why.Code == ProposalReason.FormerName);
    }

    [Theory, OnBothStores]
    public async Task A_name_of_a_command_that_failed_is_not_found(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        await house.EnterAsync("TN", Sfax);
        await Entered.RefusedAsync(() => house.RunAsync(async db =>
        {
            await RegisterOrganisation.HandleAsync(new(OrganisationKind.Fund, "TN", [new("fr", "Fonds des phares")]), db, CancellationToken.None);
            Assert.Single(await new OrganisationFinder(db, house.Get<DirectoryIndex>()).ProposeAsync("Fonds des phares", null, 1, CancellationToken.None));
            throw new RefusedException("no", "No.");
        }));

        Assert.Empty(await house.ProposeAsync("Fonds des phares"));
    }

    [Theory, OnBothStores]
    public async Task The_country_of_the_text_decides_between_two_of_the_same_name(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var name = new GivenName("fr", "Ministère de la Santé");
        var tunisia = await house.EnterAsync(OrganisationKind.Ministry, "TN", null, name);
        var chad = await house.EnterAsync(OrganisationKind.Ministry, "TD", null, name);

        Assert.Equal([chad, tunisia], (await house.ProposeAsync("Ministère de la santé", "TD")).Select(one => one.Organisation));
        Assert.Equal([tunisia, chad], (await house.ProposeAsync("Ministère de la santé", "tn")).Select(one => one.Organisation));
    }

    [Theory, OnBothStores]
    public async Task A_person_is_found_across_scripts_by_those_who_may_see_them_only(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var hospital = await house.EnterAsync("TN", Sfax);
        var (person, _) = await house.PostAsync(hospital, "Directrice", "Salma Ben Youssef");

        Assert.Equal(person, (await house.ProposePersonAsync("سلمى بن يوسف"))[0].Person);
        house.Organisation = Guid.CreateVersion7();
        Assert.Empty(await house.ProposePersonAsync("Salma Ben Youssef"));
    }
}
