using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Server.Tests.Access;
using Shiraka.Server.Tests.Agreements;

namespace Shiraka.Server.Tests.Journeys;

/// <summary>The pages beside the main road: administration, directory, committee, account, documents; audited in each language, wide and on a phone.</summary>
public sealed class EveryPageTests
{
    private const int MostBytes = 60 * 1024;

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task The_administration_passes_the_audit(string language)
    {
        await using var host = await RunningHost.StartAsync();
        var desk = await new Desk(host).OpenAsync();
        using var officer = await desk.OfficerAsync();
        await desk.ConfirmAsync(officer, await Desk.UploadAsync(officer));
        var told = (await host.App.Services.GetRequiredService<SealedFacts>().AfterAsync(-1, 1000, TestContext.Current.CancellationToken)).Last(fact => fact.Type == "agreement.confirmed").Seq;
        var colleague = await host.Setup.OpenAsync("nadia@chu.example", "Nadia Alaoui", desk.Ours, Role.Auditor);

        await AuditAsync(host, desk.Ours, Role.Administrator, language,
            "help", "accounts", "accounts/new", $"accounts/{colleague.Id}", "access-log", "erasure", $"erasure/{told}", "account", "account/second-factor", "directory", "directory/register", $"directory/organisations/{desk.Partner}");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task The_pages_of_an_agreement_pass_the_audit(string language)
    {
        await using var host = await RunningHost.StartAsync();
        var desk = await new Desk(host).OpenAsync();
        using var officer = await desk.OfficerAsync();
        var agreement = "agreements/" + await desk.ConfirmAsync(officer, await Desk.UploadAsync(officer));

        await AuditAsync(host, desk.Ours, Role.CooperationOfficer, language,
            "agreements", "committees", agreement + "/committee", agreement + "/source", agreement + "/signed-text", agreement + "/term", agreement + "/facts", agreement + "/plan", "import");
    }

    /// <summary>What a slow line carries for a first view: the page and its stylesheet as they are sent, without the fonts.</summary>
    private static async Task<int> WeightAsync(IBrowserContext context, IResponse answer)
    {
        var html = await answer.BodyAsync();
        var sheet = System.Text.RegularExpressions.Regex.Match(System.Text.Encoding.UTF8.GetString(html), "href=\"(/assets/[^\"]+\\.css)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Groups[1].Value;
        Assert.NotEqual("", sheet);
        var css = await (await context.APIRequest.GetAsync(sheet)).BodyAsync();
        return Shared.Compression.Gzip(html).Length + Shared.Compression.Gzip(css).Length;
    }

    private static async Task AuditAsync(RunningHost host, Guid organisation, Role role, string language, params string[] paths)
    {
        await host.Setup.OpenAsync("karim@chu.example", "Karim Idrissi", organisation, role, password: RunningHost.Password);
        await using var context = await Chromium.OpenAsync(host.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{language}/sign-in");
        await page.FillAsync("[name=email]", "karim@chu.example");
        await page.FillAsync("[name=password]", RunningHost.Password);
        await JourneyTests.SubmitAsync(page);
        var (findings, refused) = (new List<string>(), new List<string>());
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) refused.Add(message.Text);
        };
        foreach (var path in paths)
        {
            var answer = await page.GotoAsync($"/{language}/{path}");
            if (answer!.Status != 200) findings.Add($"{path}: {answer.Status}");
            findings.AddRange(refused.Select(line => $"{path}: {line}"));
            refused.Clear();
            if (await WeightAsync(context, answer) is var weight && weight > MostBytes) findings.Add($"{path}: {weight} bytes compressed");
            // No code of ours among the words: a text that is missing shows its key or its code.
            var text = await page.Locator("main").InnerTextAsync();
            if (System.Text.RegularExpressions.Regex.Match(text, @"\b[a-z]+_[a-z_]+\b|\b(agreements|access|erasure|thread|programme|directory)\.[a-z.-]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(10)) is { Success: true } code)
                findings.Add($"{path}: the code {code.Value} among the words");
            await JourneyTests.LookAsync(page, path.Split('/')[0] + "-" + path.Split('/')[^1], language, scripts: true, findings);
        }

        Assert.Empty(findings);
    }
}
