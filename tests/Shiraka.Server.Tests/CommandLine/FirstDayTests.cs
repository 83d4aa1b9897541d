using System.Text.RegularExpressions;
using Shiraka.Server.Tests.Access;

namespace Shiraka.Server.Tests.CommandLine;

/// <summary>A machine on which nothing was installed before: who comes first, and what she finds.</summary>
public sealed class FirstDayTests
{
    [Fact]
    public async Task The_first_officer_names_her_hospital_and_finds_the_way_to_the_first_report()
    {
        using var shell = new Shell();
        var opened = await shell.RunAsync("account", "add", "salma@chu.example", "--name", "Salma Bennis", "--organisation", "CHU de Tlemcen", "--country", "DZ", "--role", "Administrator", "--role", "CooperationOfficer");
        Assert.Equal((0, ""), (opened.Status, opened.Messages));
        var colleague = await shell.RunAsync("account", "add", "amina@chu.example", "--name", "Amina Sari", "--organisation", "chu de TLEMCEN");
        Assert.Equal((0, ""), (colleague.Status, colleague.Messages));

        var (server, url) = await shell.ServeAsync();
        using var salma = await ArriveAsync(url, "salma@chu.example", Assert.Single(opened.Lines));
        var home = Browser.Text(await salma.ReadAsync("/fr"));
        Assert.Contains("Importez la convention signée", home, StringComparison.Ordinal);
        Assert.Contains("Ouvrez le rapport du comité", home, StringComparison.Ordinal);
        Assert.Contains("CHU de Tlemcen", Browser.Text(await salma.ReadAsync("/fr/account")), StringComparison.Ordinal);
        Assert.Single(Regex.Matches(await salma.ReadAsync("/fr/directory"), "/fr/directory/organisations/[0-9a-f-]{36}", RegexOptions.None, TimeSpan.FromSeconds(5)).DistinctBy(one => one.Value));

        using var amina = await ArriveAsync(url, "amina@chu.example", Assert.Single(colleague.Lines));
        Assert.Contains("ouvrez le compte d’un chargé de coopération", Browser.Text(await amina.ReadAsync("/fr")), StringComparison.Ordinal);
        Assert.Contains("href=\"/fr/accounts/new\"", await amina.ReadAsync("/fr"), StringComparison.Ordinal);

        Shell.Interrupt(server);
        Assert.Equal(0, (await Shell.EndAsync(server)).Status);
        server.Dispose();
    }

    [Theory]
    [InlineData("CHU de nulle part", "Add --country")]
    [InlineData("01a21b86-d439-7279-b7ae-f566f940bc8c", "knows no organisation")]
    public async Task An_organisation_that_nobody_knows_is_refused_and_no_account_is_opened(string organisation, string words)
    {
        using var shell = new Shell();
        var refused = await shell.RunAsync("account", "add", "salma@chu.example", "--name", "Salma Bennis", "--organisation", organisation);
        Assert.Equal((2, ""), (refused.Status, refused.Results));
        Assert.Contains(words, refused.Messages, StringComparison.Ordinal);
        Assert.Equal(2, (await shell.RunAsync("account", "add", "salma@chu.example", "--name", "S", "--organisation", "CHU", "--country", "XX")).Status);
        Assert.Equal(0, (await shell.RunAsync("account", "add", "salma@chu.example", "--name", "S", "--organisation", "CHU", "--country", "MA")).Status);
    }

    private static async Task<Browser> ArriveAsync(string url, string email, string password)
    {
        var browser = new Browser(new Uri(url));
        await browser.PostAsync("/fr/sign-in", ("email", email), ("password", password), ("to", "/fr"));
        var chosen = await browser.PostAsync("/fr/sign-in/password", ("new-password", RunningHost.Password), ("to", "/fr"));
        Assert.Equal("/fr", chosen.Headers.Location?.OriginalString);
        return browser;
    }
}
