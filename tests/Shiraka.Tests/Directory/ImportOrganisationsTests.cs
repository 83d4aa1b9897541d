using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Directory;

public sealed class ImportOrganisationsTests
{
    private const string Heading = "kind;country;place;parent;name_fr;name_ar;short_fr\n";

    private static Task<Results<Ok<ImportOrganisations.Response>, UnprocessableEntity<ImportOrganisations.Refused>>> ImportAsync(House house, string rows) =>
        house.RunAsync(db => ImportOrganisations.HandleAsync(new(Heading + rows), db, new Places(db), CancellationToken.None));

    [Theory, OnBothStores]
    public async Task A_good_table_enters_every_row_and_a_row_may_stand_under_an_earlier_one(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);

        var done = await ImportAsync(house, "ministry;DJ;Djibouti;;Ministère des Soins;وزارة الرعاية;\nhospital;dj;جيبوتي;ministere des soins;\"Hôpital; du port\";;HP\n");

        var ids = Assert.IsType<Ok<ImportOrganisations.Response>>(done.Result).Value!.Ids;
        var hospital = await house.ReadAsync(db => db.Set<Organisation>().SingleAsync(o => o.Id == ids[1]));
        Assert.Equal((ids[0], Places.ShippedId("dj-djibouti")), (hospital.Parent!.Value, hospital.Place!.Value));
        Assert.Equal(["Hôpital; du port", "HP"], hospital.Names.OrderBy(n => n.Position).Select(n => n.Text));
        Assert.Equal(2, (await house.Facts.AfterAsync(-1, 10, TestContext.Current.CancellationToken)).Count);
    }

    [Theory, OnBothStores]
    public async Task Every_bad_row_is_told_and_nothing_is_kept(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);

        var done = await ImportAsync(house,
            "clinic;TN;;;A;;\nhospital;TN;Sfax;;Hôpital un;;\nhospital;XX;;;B;;\nhospital;TN;Nulle Part;;C;;\nhospital;TN;Sfax;;HÔPITAL UN;;\nhospital;TN;;Inconnu;D;;\nhospital;TN;;;;;\n");

        var refused = Assert.IsType<UnprocessableEntity<ImportOrganisations.Refused>>(done.Result).Value!;
        Assert.Equal(
            [(1, "directory.kind_unknown"), (3, "directory.country_unknown"), (4, "directory.place_unknown"), (5, "directory.already_registered"),
                (6, "directory.parent_unknown"), (7, "directory.no_official_name")],
            refused.Problems.Select(problem => (problem.Row, problem.Code)));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Organisation>().CountAsync()));
        Assert.Empty(await house.Facts.AfterAsync(-1, 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_table_without_its_columns_is_refused_as_a_whole() =>
        Assert.Equal("directory.csv_unreadable", Assert.Throws<RefusedException>(() => OrganisationRow.Read("nom,pays\nA,TN\n")).Code);
}
