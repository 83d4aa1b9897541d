using System.Diagnostics;
using Microsoft.Playwright;
using Shiraka.Server.Tests.Journeys;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Shiraka.Server.Tests.Journeys;

/// <summary>The browser of this test run, Debian's Chromium, and the audit that every page passes.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly SemaphoreSlim Starting = new(1, 1);
    private static IPlaywright? playwright;
    private static IBrowser? browser;
    private static string? audit;

    public static async Task<IBrowserContext> OpenAsync(Uri address, int width = 1280, bool scripts = true)
    {
        await Starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            browser ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = "/usr/bin/chromium",
                Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        finally
        {
            Starting.Release();
        }

        return await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = scripts,
            BypassCSP = false,
        });
    }

    /// <summary>Findings of axe-core on the page (WCAG 2.2 A and AA, best practice), and what leaves the width of the screen.</summary>
    public static async Task<IReadOnlyList<string>> AuditAsync(IPage page)
    {
        audit ??= await AuditScriptAsync();
        // Evaluated by the browser's tools, so the page's own policy against inline scripts stays in force.
        await page.EvaluateAsync(audit);
        var findings = await page.EvaluateAsync<string[]>(
            "async () => (await axe.run(document)).violations.map(v => v.id + ' ×' + v.nodes.length + ': ' + v.nodes[0].html.slice(0, 160))");
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return wide > 0 ? [.. findings, $"{wide} pixels wider than the screen"] : findings;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static async Task<string> AuditScriptAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Journeys");
        var script = Path.Combine(folder, "node_modules", "axe-core", "axe.min.js");
        if (!File.Exists(script))
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = folder, RedirectStandardOutput = true });
            await npm!.WaitForExitAsync();
        }

        return await File.ReadAllTextAsync(script);
    }
}
