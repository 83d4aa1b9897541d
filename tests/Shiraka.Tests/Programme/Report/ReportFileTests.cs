using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;
using Shiraka.Programme;
using Shiraka.Shared;
using Shiraka.Tests.Shared;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Programme;

public sealed class ReportFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task The_same_position_session_and_language_print_the_same_bytes_after_new_facts(StoreKind kind)
    {
        var clock = new StillClock(Partners.Today);
        await using var house = await Partners.OpenAsync(kind, clock);
        var partners = await Partners.SealAsync(house);
        var at = (await house.Facts.PositionAsync(Cancel))!.Size;
        var order = new ReportOrder(partners.Agreement, Language.Fr, partners.Next, at);
        var before = await house.Get<ReportFile>().HtmlAsync(order, Cancel);

        (clock.Day, house.Today) = (Partners.Today.AddDays(9), Partners.Today.AddDays(9));
        await partners.DeliverAsync(house, Partners.Today.AddDays(3));

        Assert.Equal(before!, (await house.Get<ReportFile>().HtmlAsync(order, Cancel))!);
        Assert.NotEqual(before, await house.Get<ReportFile>().HtmlAsync(order with { At = null }, Cancel));
        Assert.Null(await house.Get<ReportFile>().HtmlAsync(order with { At = at + 1_000 }, Cancel));
        Assert.Null(await house.Get<ReportFile>().HtmlAsync(order with { Agreement = Guid.CreateVersion7() }, Cancel));
    }

    [Theory, OnBothStores]
    public async Task The_file_carries_its_facts_with_proofs_that_a_stranger_checks(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        var partners = await Partners.SealAsync(house);
        var html = Encoding.UTF8.GetString((await house.Get<ReportFile>().HtmlAsync(new(partners.Agreement, Language.Ar), Cancel))!);
        var key = house.Get<LedgerIdentity>().PublicKey;

        var checkedFile = DossierVerifier.Verify(html, key);
        Assert.True(checkedFile.Ok, checkedFile.Problem?.ToString());
        Assert.True(checkedFile.Facts >= 5);
        Assert.Contains(checkedFile.Root, PageHost.Parse(html).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.False(DossierVerifier.Verify(html.Replace("Bujumbura", "Gitega", StringComparison.Ordinal), key).Ok);
        Assert.Throws<FormatException>(() => DossierFile.ReadAny(html + html));
        Assert.DoesNotContain("/assets/", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_names_what_is_silent_decided_and_to_decide()
    {
        await using var house = await Partners.OpenAsync(StoreKind.Sqlite);
        var partners = await Partners.SealAsync(house);
        var text = await TextAsync(house, new(partners.Agreement, Language.Fr, partners.Next));

        Assert.Contains("2e séance", text, StringComparison.Ordinal);
        Assert.Contains("Silencieux depuis 8 mois", text, StringComparison.Ordinal);
        Assert.Contains("Nommer un point focal", text, StringComparison.Ordinal);
        Assert.Contains("Fait le 9 janv. 2026", text, StringComparison.Ordinal);
        Assert.Contains("Désigner un responsable : Recherche commune", text, StringComparison.Ordinal);
        Assert.Contains("Mission menée à Bujumbura", text, StringComparison.Ordinal);
        Assert.Contains("Rapport de mission", text, StringComparison.Ordinal);
        Assert.Contains("aucun budget n’est donc suivi ici", text, StringComparison.Ordinal);
        Assert.DoesNotContain("traduction de travail", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Arabic_page_runs_from_the_right_with_Arabic_plurals_and_says_which_language_is_quoted()
    {
        await using var house = await Partners.OpenAsync(StoreKind.Sqlite);
        var partners = await Partners.SealAsync(house);
        var order = new ReportOrder(partners.Agreement, Language.Ar, partners.Next);
        var page = PageHost.Parse(Encoding.UTF8.GetString((await house.Get<ReportFile>().HtmlAsync(order, Cancel))!));
        var text = await TextAsync(house, order);

        Assert.Equal(("ar", "rtl"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        Assert.Contains("3 التزامات", text, StringComparison.Ordinal);
        Assert.Contains("دون أي أثر منذ 8 أشهر", text, StringComparison.Ordinal);
        Assert.Contains("ترد الاقتباسات باللغة الفرنسية", text, StringComparison.Ordinal);
        Assert.Equal("fr", page.QuerySelector("th bdi[lang]")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_decision_keeps_its_language_and_direction_among_the_points_to_decide()
    {
        await using var house = await Partners.OpenAsync(StoreKind.Sqlite);
        var partners = await Partners.SealAsync(house);
        await house.RunAsync(async db =>
        {
            var held = await db.CommitteeSessions.SingleAsync(session => session.Id == partners.Held, Cancel);
            var (decision, taken) = held.Decide(3, "تعيين نقطة اتصال: القلب", new(partners.Ours, "CHU Ibn Sina"), new(2026, 4, 20), null);
            db.Add(decision);
            db.Record(taken);
            await db.SaveChangesAsync(Cancel);
        });

        var page = PageHost.Parse(Encoding.UTF8.GetString((await house.Get<ReportFile>().HtmlAsync(new(partners.Agreement, Language.Fr, partners.Next), Cancel))!));

        var arabic = page.QuerySelector(".ask h3 bdi[lang=ar]")!;
        Assert.Equal(("rtl", "تعيين نقطة اتصال: القلب"), (arabic.GetAttribute("dir"), arabic.TextContent));
        Assert.Matches(@"^\d+\.\sReprendre la décision\u00A0: $", arabic.PreviousSibling!.TextContent);
        Assert.Equal(["Nommer un point focal"], page.QuerySelectorAll(".ask h3 bdi:not([lang])").Select(one => one.TextContent).Where(text => text.StartsWith("Nommer", StringComparison.Ordinal)));
        Assert.Equal(2, page.QuerySelectorAll("main bdi[lang=ar]").Length);      // and among what earlier decisions became
    }

    [Fact]
    public async Task Without_a_called_session_the_report_is_to_date()
    {
        await using var house = await Partners.OpenAsync(StoreKind.Sqlite);
        var bare = await house.RunAsync(db => Partners.ConfirmAsync(db, house.Organisation, "fr"));
        Assert.Contains("sans séance convoquée", await TextAsync(house, new(bare.Agreement, Language.Fr)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_was_held_reports_what_it_decided()
    {
        await using var house = await Partners.OpenAsync(StoreKind.Sqlite);
        var partners = await Partners.SealAsync(house);
        var text = await TextAsync(house, new(partners.Agreement, Language.En, partners.Held));
        Assert.Contains("Decisions of the session", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Points to decide", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chromium_prints_the_report_with_its_title_and_figures()
    {
        Assert.SkipWhen(ChromiumPrinter.Find() is null, "no Chromium on this machine");
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "no pdftotext on this machine");
        await using var house = await Partners.OpenAsync(StoreKind.Sqlite);
        var partners = await Partners.SealAsync(house);
        var path = Path.Combine(System.IO.Directory.CreateTempSubdirectory("shiraka-pdf-").FullName, "report.pdf");

        Assert.True(await house.Get<ReportFile>().WriteAsync(new(partners.Agreement, Language.Fr, partners.Next), path, Cancel));

        using var reader = Process.Start(new ProcessStartInfo("/usr/bin/pdftotext", ["-layout", path, "-"]) { RedirectStandardOutput = true })!;
        var text = await reader.StandardOutput.ReadToEndAsync(Cancel);
        Assert.Contains("Rapport au comité de suivi", text, StringComparison.Ordinal);
        Assert.Contains("2 missions", text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Rapport de mission", text, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(House house, ReportOrder order)
    {
        var page = PageHost.Parse(Encoding.UTF8.GetString((await house.Get<ReportFile>().HtmlAsync(order, Cancel))!));
        return string.Join(' ', page.QuerySelector("main")!.TextContent.Split([' ', '\n', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries));
    }
}
