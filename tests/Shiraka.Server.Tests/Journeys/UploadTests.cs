using Microsoft.Playwright;
using Shiraka.Server.Tests.Access;

namespace Shiraka.Server.Tests.Journeys;

/// <summary>A file from the officer's computer becomes an agreement whose page gives it back; a bad one is explained and leaves nothing.</summary>
public sealed class UploadTests
{
    private const string French = """
        Tlemcen, le 3 mars 2025 – Le Centre hospitalo-universitaire de Tlemcen a signé une convention de partenariat avec le Centre hospitalo-universitaire de Nouakchott.

        Le CHU de Tlemcen accueillera six stagiaires du CHU de Nouakchott.
        """;

    private const string Arabic = """
        صفاقس – وقع المركز الاستشفائي الجامعي بصفاقس، يوم الاثنين 3 مارس 2025، اتفاقية شراكة مع مستشفى كيفة بموريتانيا.

        وتلتزم المؤسستان باستقبال متدربين من مستشفى كيفة.
        """;

    private const string English = """
        Leeds, 3 March 2025 – Leeds Teaching Hospital signed a memorandum of understanding with Korle Bu Teaching Hospital in Accra.

        Leeds Teaching Hospital will host six trainees from Accra.
        """;

    [Theory]
    [InlineData("ar", "اتفاقية.docx", Arabic, true)]
    [InlineData("fr", "convention.pdf", French, true)]
    [InlineData("en", "memorandum.html", English, true)]
    [InlineData("fr", "convention.docx", French, false)]
    public async Task A_file_is_read_verified_registered_and_given_back_as_it_was(string language, string name, string text, bool scripts)
    {
        if (name.EndsWith(".pdf", StringComparison.Ordinal)) Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "poppler-utils is not installed");
        await using var host = await RunningHost.StartAsync();
        await using var context = await Chromium.OpenAsync(host.Address, scripts: scripts);
        var page = await JourneyTests.SignInAsync(host, context, language);
        var findings = new List<string>();
        var file = Path.GetExtension(name) switch
        {
            ".docx" => Uploads.Docx(name, text),
            ".pdf" => await Uploads.PdfAsync(context, name, text.Replace("Centre hospitalo-universitaire", "CHU", StringComparison.Ordinal)),      // a name parted at its hyphen by the end of a line is not read as one
            _ => Uploads.Html(name, text),
        };

        await page.GotoAsync($"/{language}/import");
        await page.SetInputFilesAsync("input[name=file]", file);
        await JourneyTests.SubmitAsync(page);
        Assert.Contains("/import/", page.Url, StringComparison.Ordinal);
        Assert.NotEmpty(await page.Locator("a.cite").AllAsync());
        await JourneyTests.LookAsync(page, "review-upload", language, scripts, findings);
        foreach (var tick in await page.Locator("input[name=confirm]:not([disabled])").AllAsync()) await tick.CheckAsync();
        foreach (var field in await page.Locator("select[name$='.country']").AllAsync())
            if (await field.IsVisibleAsync() && await field.InputValueAsync() == "") await field.SelectOptionAsync("TN");
        await JourneyTests.SubmitAsync(page);

        Assert.True(page.Url.Contains("/agreements/", StringComparison.Ordinal), await page.Locator("main").InnerTextAsync());
        var agreement = page.Url.Split("/agreements/")[1].Split('/')[0];
        await page.GotoAsync($"/{language}/agreements/{agreement}/source");
        await JourneyTests.LookAsync(page, "source", language, scripts, findings);
        Assert.NotEmpty(await page.Locator("a.cite").AllAsync());
        var given = await page.RunAndWaitForDownloadAsync(() => page.Locator(".facts a.evi").ClickAsync());
        Assert.Equal(name, given.SuggestedFilename);
        Assert.Equal(file.Buffer, await File.ReadAllBytesAsync(await given.PathAsync(), TestContext.Current.CancellationToken));

        await page.GotoAsync($"/{language}/agreements/{agreement}/signed-text");
        await JourneyTests.LookAsync(page, "signed-text", language, scripts, findings);
        Assert.Empty(findings);
    }

    [Fact]
    public async Task The_same_file_a_second_time_leads_to_the_record_that_is_there()
    {
        await using var host = await RunningHost.StartAsync();
        await using var context = await Chromium.OpenAsync(host.Address);
        var page = await JourneyTests.SignInAsync(host, context, "fr");
        for (var i = 0; i < 2; i++)
        {
            await page.GotoAsync("/fr/import");
            await page.SetInputFilesAsync("input[name=file]", Uploads.Html("communiqué.html", French));
            await JourneyTests.SubmitAsync(page);
        }

        Assert.Contains("déjà été importé", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Single(await host.RowsAsync("SELECT id FROM drafts"));
    }

    [Theory]
    [InlineData("program", "fr", "n’est pas accepté")]
    [InlineData("picture", "ar", "لا يُقرأ")]
    [InlineData("disguised", "en", "does not match its extension")]
    [InlineData("empty", "fr", "fichier est vide")]
    [InlineData("protected", "ar", "محمي بكلمة مرور")]
    [InlineData("bomb", "fr", "dépasse")]
    [InlineData("large", "en", "too large")]
    [InlineData("huge", "fr", "trop volumineux")]
    public async Task A_bad_file_is_explained_in_the_language_of_the_page_and_leaves_nothing(string which, string language, string words)
    {
        await using var host = await RunningHost.StartAsync();
        await using var context = await Chromium.OpenAsync(host.Address);
        var page = await JourneyTests.SignInAsync(host, context, language);
        await page.GotoAsync($"/{language}/import");
        await page.FillAsync("input[name=name]", "Gazette du 3 mars");
        await page.SetInputFilesAsync("input[name=file]", which switch
        {
            "program" => Uploads.File("convention.exe", "application/octet-stream", [.. "MZ"u8]),
            "picture" => Uploads.File("scan.png", "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]),
            "disguised" => Uploads.File("convention.pdf", "application/pdf", [.. "no pdf"u8]),
            "empty" => Uploads.File("vide.txt", "text/plain", []),
            "protected" => Uploads.Protected("convention.pdf"),
            "bomb" => Uploads.Bomb("convention.docx"),
            "large" => Uploads.File("convention.txt", "text/plain", new byte[6 * 1024 * 1024]),
            _ => Uploads.File("convention.pdf", "application/pdf", new byte[30 * 1024 * 1024]),
        });

        await page.Locator("main form[method=post] button.btn:not(.btn-2)").ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.errors') || !document.querySelector('main form')", null, new PageWaitForFunctionOptions { Timeout = 60_000 });

        Assert.Contains(words, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await Chromium.AuditAsync(page));
        if (which == "huge") await page.GoBackAsync();      // a form of that size is not read at all: the browser still has it
        Assert.Equal("Gazette du 3 mars", await page.InputValueAsync("input[name=name]"));
        Assert.Empty(await host.RowsAsync("SELECT id FROM sources"));
        Assert.Empty(await host.RowsAsync("SELECT id FROM drafts"));
    }
}
