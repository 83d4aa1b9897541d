using Microsoft.Playwright;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Server.Tests.Access;

namespace Shiraka.Server.Tests.Journeys;

/// <summary>The officer's first ten minutes, in a real browser: a text is brought in, verified, planned, done, and reported.</summary>
public sealed class JourneyTests
{
    private const string French = """
        Accueil Santé Vidéos

        Le CHU de Tlemcen et le CHU de Nouakchott signent une convention

        Tlemcen, le 3 mars 2025 – Le Centre hospitalo-universitaire de Tlemcen a signé une convention de partenariat avec le Centre hospitalo-universitaire de Nouakchott.

        La convention a été signée par Nadir Belkacem, directeur général du CHU de Tlemcen, et par Mariem Ould Ahmed, directrice du CHU de Nouakchott.

        En vertu de cette convention, le CHU de Tlemcen accueillera six stagiaires du CHU de Nouakchott et s'engage à envoyer des experts en Mauritanie. Les deux établissements échangeront des documents.
        """;

    private const string Arabic = """
        اتفاقية شراكة بين المركز الاستشفائي الجامعي بصفاقس ومستشفى كيفة

        صفاقس – وقع المركز الاستشفائي الجامعي بصفاقس، يوم الاثنين 3 مارس 2025، اتفاقية شراكة مع مستشفى كيفة بموريتانيا.

        ووقع الاتفاقية الدكتور سامي الطرابلسي، المدير العام للمركز الاستشفائي الجامعي بصفاقس، والدكتور محمد فال ولد سيدي، مدير مستشفى كيفة.

        وتلتزم المؤسستان باستقبال متدربين من مستشفى كيفة، وتنظيم دورات تكوينية لفائدة الممرضين، وتبادل الزيارات بين المسؤولين.
        """;

    [Theory]
    [InlineData("fr", French, "TN", true)]
    [InlineData("ar", Arabic, "TN", true)]
    [InlineData("fr", French, "DZ", false)]
    public async Task From_a_pasted_text_to_the_committee_report(string language, string text, string country, bool scripts)
    {
        await using var host = await RunningHost.StartAsync();
        await using var context = await Chromium.OpenAsync(host.Address, scripts: scripts);
        var page = await SignInAsync(host, context, language);
        var findings = new List<string>();

        await page.GotoAsync($"/{language}/import");
        await LookAsync(page, "import", language, scripts, findings);
        await page.FillAsync("textarea[name=text]", text);
        await SubmitAsync(page);

        Assert.Contains("/import/", page.Url, StringComparison.Ordinal);
        await LookAsync(page, "review", language, scripts, findings);
        Assert.NotEmpty(await page.Locator("a.cite").AllAsync());
        foreach (var tick in await page.Locator("input[name=confirm]:not([disabled])").AllAsync()) await tick.CheckAsync();
        foreach (var field in await page.Locator("select[name$='.country']").AllAsync())
            if (await field.IsVisibleAsync() && await field.InputValueAsync() == "") await field.SelectOptionAsync(country);
        await SubmitAsync(page);

        Assert.EndsWith("/plan/propose", page.Url, StringComparison.Ordinal);
        var agreement = page.Url.Split("/agreements/")[1].Split('/')[0];
        await LookAsync(page, "propose", language, scripts, findings);
        await SubmitAsync(page);
        Assert.EndsWith("/plan", page.Url, StringComparison.Ordinal);
        await LookAsync(page, "plan", language, scripts, findings);

        await page.GotoAsync($"/{language}/agreements/{agreement}/facts/new");
        await LookAsync(page, "record", language, scripts, findings);
        await page.SelectOptionAsync("select[name=activity]", new SelectOptionValue { Index = 1 });
        await page.FillAsync("[name=Note]", "4 stagiaires · 4 متدربين");
        await page.FillAsync("[name=Quantity]", "4");
        await page.SelectOptionAsync("select[name=Unit]", "person");
        await page.SetInputFilesAsync("[name=file_1]", new FilePayload { Name = "registre.txt", MimeType = "text/plain", Buffer = "Registre des entrées"u8.ToArray() });
        await page.FillAsync("[name=label_1]", "Registre");
        await SubmitAsync(page);
        Assert.Contains("/facts", page.Url, StringComparison.Ordinal);
        await LookAsync(page, "facts", language, scripts, findings);

        await page.GotoAsync($"/{language}/agreements/{agreement}");
        Assert.Contains("متدربين", await page.Locator(".thread").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(language == "ar" ? "rtl" : "ltr", await page.Locator("html").GetAttributeAsync("dir"));
        await LookAsync(page, "thread", language, scripts, findings);
        await page.GotoAsync($"/{language}");
        await LookAsync(page, "home", language, scripts, findings);
        await page.GotoAsync($"/{language}/agreements/{agreement}/report");
        Assert.Contains("4 متدربين", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await LookAsync(page, "report", language, scripts, findings);

        Assert.Empty(findings);
    }

    [Fact]
    public async Task A_text_that_is_no_agreement_is_refused_in_the_language_of_the_page_with_everything_typed_kept()
    {
        await using var host = await RunningHost.StartAsync();
        await using var context = await Chromium.OpenAsync(host.Address);
        var page = await SignInAsync(host, context, "ar");

        await page.GotoAsync("/ar/import");
        await page.FillAsync("textarea[name=text]", "طقس نهاية الأسبوع: أمطار متفرقة في الشمال.");
        await SubmitAsync(page);

        Assert.Contains("لا يبدو", await page.Locator(".errors").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("أمطار", await page.InputValueAsync("textarea[name=text]"), StringComparison.Ordinal);
        Assert.Empty(await Chromium.AuditAsync(page));
    }

    [Fact]
    public async Task The_audit_finds_a_planted_fault()
    {
        await using var host = await RunningHost.StartAsync();
        await using var context = await Chromium.OpenAsync(host.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/fr/sign-in");
        await page.EvaluateAsync("() => document.querySelectorAll('label').forEach(label => label.remove())");
        Assert.NotEmpty(await Chromium.AuditAsync(page));
    }

    internal static async Task<IPage> SignInAsync(RunningHost host, IBrowserContext context, string language)
    {
        var organisation = Guid.CreateVersion7();
        await host.Setup.OpenAsync("salma@chu.example", "Salma Bennis", organisation, Role.CooperationOfficer, password: RunningHost.Password);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{language}/sign-in");
        await page.FillAsync("[name=email]", "salma@chu.example");
        await page.FillAsync("[name=password]", RunningHost.Password);
        await SubmitAsync(page);
        Assert.DoesNotContain("sign-in", page.Url, StringComparison.Ordinal);
        return page;
    }

    internal static async Task SubmitAsync(IPage page)
    {
        var sent = page.WaitForRequestAsync(request => request.Method == "POST");
        await page.Locator("main form[method=post] button.btn:not(.btn-2)").First.ClickAsync();
        await (await (await sent).ResponseAsync())!.FinishedAsync();
        try
        {
            await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded, new PageWaitForLoadStateOptions { Timeout = 10_000 });
        }
        catch (TimeoutException) when (page.Url.Length > 0)
        {
            // The driver misses the event where the page was there before it listened; the page itself knows.
            if (await page.EvaluateAsync<string>("document.readyState") == "loading") throw;
        }
    }

    // Wide and at 390 pixels; pictures go beside the test results, for people to look at.
    internal static async Task LookAsync(IPage page, string name, string language, bool scripts, List<string> findings)
    {
        if (!scripts) return;
        var pictures = System.IO.Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures")).FullName;
        foreach (var width in (int[])[390, 1280])
        {
            await page.SetViewportSizeAsync(width, 900);
            findings.AddRange((await Chromium.AuditAsync(page)).Select(finding => $"{name} {language} {width}: {finding}"));
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(pictures, $"{name}-{language}-{width}.png"), FullPage = true });
        }
    }
}
