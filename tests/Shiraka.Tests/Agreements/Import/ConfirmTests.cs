using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Agreements;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Agreements.Import;

/// <summary>From a text to a record somebody vouches for: what is recognised, what is refused, and that nothing is half kept.</summary>
public sealed class ConfirmTests
{
    private const string Text = """
        Rabat, le 4 mars 2026. Le CHU de Safi et l'hôpital universitaire de Bangui ont signé une convention de partenariat.
        Le CHU de Safi s'engage à accueillir douze médecins en formation chaque année.
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task A_second_import_of_the_same_text_is_recognised(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);

        var first = await ImportAsync(house, Text);
        var again = await ImportAsync(house, Text.ReplaceLineEndings("\r\n"));

        Assert.False(first.Known);
        Assert.Equal((first.Draft, true), (again.Draft, again.Known));
        Assert.Equal(1, await house.ReadAsync(db => db.Drafts.CountAsync(Cancel)));

        var confirmed = await ConfirmAsync(house, first.Draft, Sound());
        Assert.Equal(confirmed, (await ImportAsync(house, Text)).Agreement);
        house.Organisation = Guid.CreateVersion7();
        Assert.False((await ImportAsync(house, Text)).Known);       // what another organisation brought in is not told
    }

    [Theory, OnBothStores]
    public async Task A_text_that_is_no_agreement_is_kept_only_on_demand(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        const string Visit = "Le ministre a visité mardi les travaux du nouvel hôpital et félicité les équipes.";

        Assert.Equal("agreements.not_an_agreement", (await Assert.ThrowsAsync<RefusedException>(() => ImportAsync(house, Visit))).Code);
        Assert.Equal("agreements.empty_text", (await Assert.ThrowsAsync<RefusedException>(() => ImportAsync(house, " \n\t"))).Code);
        Assert.Equal("agreements.not_text", (await Assert.ThrowsAsync<RefusedException>(() => ImportAsync(house, "accord\0signé"))).Code);
        Assert.Equal("agreements.text_too_long", (await Assert.ThrowsAsync<RefusedException>(() => ImportAsync(house, new string('a', ImportText.MostCharacters + 1)))).Code);
        Assert.Equal(0, await house.ReadAsync(db => db.Sources.CountAsync(Cancel)));

        Assert.False((await ImportAsync(house, Visit, anyway: true)).Known);
    }

    [Theory, OnBothStores]
    public async Task Of_two_people_who_confirm_at_once_one_is_told_and_one_record_stands(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var draft = (await ImportAsync(house, Text)).Draft;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            try
            {
                await ConfirmAsync(house, draft, Sound());
                return "kept";
            }
            catch (RefusedException e)
            {
                return e.Code;
            }
        })));

        Assert.Equal(["draft_confirmed", "kept"], outcomes.Order(StringComparer.Ordinal));
        Assert.Equal((1, 2), await house.ReadAsync(async db => (await db.Agreements.CountAsync(Cancel), await db.Organisations.CountAsync(Cancel))));
        Assert.Single(await house.Facts.AfterAsync(-1, 100, Cancel), fact => fact.Type == "agreement.confirmed");
    }

    [Theory, OnBothStores]
    public async Task Where_one_instrument_is_wrong_nothing_of_the_draft_is_kept(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var draft = (await ImportAsync(house, Text)).Draft;
        var sound = Sound();
        var nobody = sound with { Parties = [.. sound.Parties, new(" ", null)] };
        var elsewhere = sound with { Parties = [.. sound.Parties, new("Clinique X", null)] };
        var unknown = sound with { Parties = [.. sound.Parties, new("Clinique X", Guid.CreateVersion7())] };
        var alone = sound with { Parties = [sound.Parties[0]] };

        foreach (var (wrong, code) in ((ConfirmDraft.Instrument, string)[])
        [
            (nobody, "agreements.party_without_name"), (elsewhere, "agreements.party_without_country"), (unknown, "agreements.party_unknown"), (alone, "too_few_parties"),
            (sound with { SignedOn = house.Today.AddDays(1) }, "signed_in_future"), (sound with { SignedOn = new(1899, 1, 1) }, "signed_too_early"),
            (sound with { Title = " " }, "agreement_without_title"), (sound with { Promises = [sound.Promises[0] with { Quantity = 0 }] }, "quantity_not_positive"),
        ])
            Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => ConfirmAsync(house, draft, sound, wrong))).Code);

        Assert.Equal((0, 0, "open"), await house.ReadAsync(async db =>
            (await db.Agreements.CountAsync(Cancel), await db.Organisations.CountAsync(Cancel), (await db.Drafts.SingleAsync(d => d.Id == draft, Cancel)).State)));
        Assert.DoesNotContain(await house.Facts.AfterAsync(-1, 100, Cancel), fact => fact.Type is "agreement.confirmed" or "organisation.registered");
    }

    [Theory, OnBothStores]
    public async Task A_new_party_of_two_instruments_is_registered_once(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);

        await ConfirmAsync(house, (await ImportAsync(house, Text)).Draft, Sound(), Sound() with { Title = "Avenant" });

        Assert.Equal((2, 2), await house.ReadAsync(async db => (await db.Agreements.CountAsync(Cancel), await db.Organisations.CountAsync(Cancel))));
    }

    [Theory, OnBothStores]
    public async Task A_party_sees_what_was_confirmed_and_nobody_else_does(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var agreement = await ConfirmAsync(house, (await ImportAsync(house, Text)).Draft, Sound());
        var parties = await house.ReadAsync(db => db.Parties.Where(p => p.Agreement == agreement).Select(p => p.Organisation).ToListAsync(Cancel));

        foreach (var organisation in parties.Append(house.Organisation))
        {
            house.Organisation = organisation;
            Assert.True(await house.ReadAsync(db => db.Agreements.AnyAsync(a => a.Id == agreement, Cancel)));
        }

        house.Organisation = Guid.CreateVersion7();
        Assert.False(await house.ReadAsync(db => db.Agreements.AnyAsync(a => a.Id == agreement, Cancel)));
    }

    private static ConfirmDraft.Instrument Sound() => new("Convention Safi–Bangui", "convention",
        [new("CHU de Safi", null, OrganisationKind.Hospital, "MA"), new("Hôpital universitaire de Bangui", null, OrganisationKind.Hospital, "CF")],
        [new("host_trainees", "Accueillir douze médecins", "accueillir douze médecins en formation chaque année", Quantity: 12, Unit: "physician", Period: "year")])
    { SignedOn = new(2026, 3, 4), Place = "Rabat" };

    private static async Task<ImportText.Response> ImportAsync(House house, string text, bool anyway = false)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(house.Actor, house.Organisation, house.Today);
        return await ImportText.RunAsync(new(text, "essai.txt", Anyway: anyway), db, house.Get<Commands>(), TimeProvider.System, Cancel);
    }

    private static async Task<Guid> ConfirmAsync(House house, Guid draft, params ConfirmDraft.Instrument[] instruments)
    {
        var done = await house.RunAsync(db => ConfirmDraft.HandleAsync(draft, new(instruments), db, Cancel));
        return Assert.IsType<Ok<ConfirmDraft.Response>>(done.Result).Value!.Agreements[0];
    }
}
