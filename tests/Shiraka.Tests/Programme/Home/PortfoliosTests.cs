using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Programme;
using Shiraka.Shared;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Programme;

public sealed class PortfoliosTests(ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task A_new_fact_changes_its_agreement_and_no_other(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        var first = await Partners.SealAsync(house);
        var second = await house.RunAsync(db => Partners.ConfirmAsync(db, house.Organisation, "fr", 2));
        Guid[] both = [first.Agreement, second.Agreement];
        var before = await house.Get<Portfolios>().ReadAsync(both, Partners.Today, Cancel);
        Assert.Same(before[0], (await house.Get<Portfolios>().ReadAsync(both, Partners.Today, Cancel))[0]);

        await first.DeliverAsync(house, Partners.Today);
        var after = await house.Get<Portfolios>().ReadAsync(both, Partners.Today, Cancel);

        Assert.Equal(before[0].Commitments[0].Done.Count + 1, after[0].Commitments[0].Done.Count);
        Assert.Same(before[1], after[1]);
        Assert.Equal(Partners.Today.AddDays(1), (await house.Get<Portfolios>().ReadAsync(both, Partners.Today.AddDays(1), Cancel))[1].Today);
    }

    [Theory, OnBothStores]
    public async Task The_home_page_of_two_hundred_agreements_is_read_within_a_tenth_of_a_second_when_warm(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        foreach (var chunk in Enumerable.Range(1, 200).Chunk(20))
            await house.RunAsync(async db =>
            {
                foreach (var number in chunk) await Partners.ConfirmAsync(db, house.Organisation, "fr", number);
            });

        var cold = Stopwatch.StartNew();
        Assert.Equal(200, (await OverviewAsync(house)).Views.Count);
        cold.Stop();
        var times = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            var watch = Stopwatch.StartNew();
            await OverviewAsync(house);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        var median = times.Order().ElementAt(4);
        output.WriteLine($"{kind}: cold {cold.ElapsedMilliseconds} ms, warm median {median:0.0} ms");
        Assert.True(median < 400, $"warm median {median:0.0} ms");     // four times the aim: build machines are shared
    }

    [Theory]
    [InlineData("ar-MA,ar;q=0.9,fr;q=0.8", "ar")]
    [InlineData("de, en;q=0.7, fr;q=0.9", "fr")]
    [InlineData("fr;q=0, en", "en")]
    [InlineData("", "fr")]
    public void The_first_language_of_the_reader_that_we_speak_is_chosen(string accepted, string code)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = accepted;
        Assert.Equal(code, ShowHome.LanguageOf(http.Request).Code());
    }

    private static async Task<Overview> OverviewAsync(House house)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(house.Actor, house.Organisation, house.Today);
        var officer = Viewer.Nobody with { Account = house.Actor, Organisation = house.Organisation, Rights = RoleRights.Of([Role.CooperationOfficer]) };
        return await ShowHome.ReadAsync(
            db, house.Get<Portfolios>(), scope.ServiceProvider.GetRequiredService<OrganisationLabels>(), scope.ServiceProvider.GetRequiredService<Places>(), Language.Fr, officer, Cancel);
    }
}
