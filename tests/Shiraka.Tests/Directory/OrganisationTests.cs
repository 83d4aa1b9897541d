using Microsoft.EntityFrameworkCore;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Directory;

public sealed class OrganisationTests
{
    private static readonly GivenName French = new("fr", "Hôpital des Oliviers");

    [Theory, OnBothStores]
    public async Task A_renamed_organisation_keeps_its_former_name_until_that_day(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var id = await house.EnterAsync("TN", French);
        var day = new DateOnly(2026, 4, 1);

        await house.RunAsync(db => RenameOrganisation.HandleAsync(id, new("fr", "Centre hospitalier des Oliviers", On: day), db, CancellationToken.None));

        var names = await house.ReadAsync(db => db.Set<OrganisationName>().Where(n => n.Organisation == id).OrderBy(n => n.Position).ToListAsync());
        Assert.Equal([(NameUse.Former, day), (NameUse.Official, (DateOnly?)null)], names.Select(n => (n.Use, n.Until)));
        var facts = await house.Facts.OfStreamAsync(id, TestContext.Current.CancellationToken);
        Assert.Equal(["organisation.registered", "organisation.renamed"], facts.Select(f => f.Type));
        Assert.Equal((day, French.Text), (facts[1].OccurredOn, facts[1].Body<OrganisationRenamed>()!.Former));
    }

    [Theory, OnBothStores]
    public async Task The_same_name_twice_in_one_language_is_refused_however_it_is_typed(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var id = await house.EnterAsync("TN", French);

        var code = await Entered.RefusedAsync(() => house.RunAsync(db =>
            RenameOrganisation.HandleAsync(id, new("fr", " HOPITAL  des oliviers", NameUse.ShortForm), db, CancellationToken.None)));

        Assert.Equal("directory.same_name", code);
        Assert.Single(await house.Facts.OfStreamAsync(id, TestContext.Current.CancellationToken));
    }

    [Theory, OnBothStores]
    public async Task An_organisation_cannot_stand_under_one_that_stands_under_it(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var ministry = await house.EnterAsync(OrganisationKind.Ministry, "TN", null, new GivenName("fr", "Ministère des Soins"));
        var agency = await house.EnterAsync(OrganisationKind.Agency, "TN", ministry, new GivenName("fr", "Agence des Soins"));
        var hospital = await house.EnterAsync(OrganisationKind.Hospital, "TN", agency, French);
        Task Move(Guid id, Guid? under) => house.RunAsync(db => MoveOrganisation.HandleAsync(id, new(under), db, CancellationToken.None));

        Assert.Equal("directory.parent_cycle", await Entered.RefusedAsync(() => Move(ministry, hospital)));
        Assert.Equal("directory.parent_cycle", await Entered.RefusedAsync(() => Move(ministry, ministry)));
        Assert.Equal("directory.parent_unknown", await Entered.RefusedAsync(() => Move(ministry, Guid.CreateVersion7())));
        await Move(hospital, ministry);
        Assert.Equal(ministry, await house.ReadAsync(db => db.Set<Organisation>().Where(o => o.Id == hospital).Select(o => o.Parent).SingleAsync()));
        Assert.Equal("organisation.moved_under", (await house.Facts.OfStreamAsync(hospital, TestContext.Current.CancellationToken))[^1].Type);
    }

    [Theory, OnBothStores]
    public async Task The_same_official_name_in_the_same_place_is_the_same_institution(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var (sfax, sousse) = (Places.ShippedId("tn-sfax"), Places.ShippedId("tn-sousse"));
        Task Enter(Guid place) => house.RunAsync(db => RegisterOrganisation.HandleAsync(new(OrganisationKind.Hospital, "TN", [French], Place: place), db, CancellationToken.None));
        await Enter(sfax);

        Assert.Equal("directory.already_registered", await Entered.RefusedAsync(() => Enter(sfax)));
        await Enter(sousse);
    }

    [Theory, OnBothStores]
    public async Task A_label_falls_back_to_another_language_and_says_which(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var place = Places.ShippedId("ma-rabat");
        var id = await house.RunAsync(async db => (await RegisterOrganisation.HandleAsync(
            new(OrganisationKind.Hospital, "ma", [new("fr", "Hôpital du Bouregreg"), new("ar", "مستشفى أبي رقراق"), new("fr", "HB", NameUse.ShortForm)], Place: place), db, CancellationToken.None)).Value!.Id);
        Task<OrganisationLabel> In(Language language) => house.ReadAsync(async db =>
            (await new OrganisationLabels(db, new Places(db)).LabelsAsync([id, Guid.CreateVersion7()], language)).Values.Single());

        Assert.Equal(("مستشفى أبي رقراق", "ar"), ((await In(Language.Ar)).Name, (await In(Language.Ar)).NameLanguage));
        var english = await In(Language.En);
        Assert.Equal(("Hôpital du Bouregreg", "fr", "HB", "MA", "Rabat"), (english.Name, english.NameLanguage, english.ShortName, english.Country, english.Place!.NameEn));
    }

    [Theory, OnBothStores]
    public async Task The_import_enters_an_organisation_and_those_under_it_in_one_command(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);

        var (above, under) = await house.RunAsync(async db =>
        {
            var parent = await RegisterOrganisation.InAsync(new(OrganisationKind.University, "SN", [new("fr", "Université des Almadies")]), db, CancellationToken.None);
            var child = await RegisterOrganisation.InAsync(new(OrganisationKind.Hospital, "SN", [new("fr", "Clinique des Almadies")], parent), db, CancellationToken.None);
            await db.SaveChangesAsync();
            return (parent, child);
        });

        Assert.Equal(above, await house.ReadAsync(db => db.Set<Organisation>().Where(o => o.Id == under).Select(o => o.Parent).SingleAsync()));
    }

    [Theory, OnBothStores]
    public async Task A_country_that_is_none_and_a_place_that_is_none_are_refused(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        Task Enter(string country, Guid? place) => house.RunAsync(db => RegisterOrganisation.HandleAsync(new(OrganisationKind.Hospital, country, [French], Place: place), db, CancellationToken.None));

        Assert.Equal("directory.country_unknown", await Entered.RefusedAsync(() => Enter("XX", null)));
        Assert.Equal("directory.place_unknown", await Entered.RefusedAsync(() => Enter("TN", Guid.CreateVersion7())));
    }
}
