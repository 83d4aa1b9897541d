using System.Text;
using Shiraka.Server.Tests.Faults;

namespace Shiraka.Bench;

/// <summary>Pages at 200 agreements and 20 000 facts, rendered for a signed-in person, against the stylesheet, which touches no store.</summary>
internal static class PageFigures
{
    private const int Runs = 3;
    private const int Clients = 4;

    public static async Task MeasureAsync(Options options, Report report)
    {
        var seeded = await SeededInstallation.MakeAsync(await options.MakeInstallationAsync(), agreements: 200, activitiesEach: 4, deliveriesEach: 24);
        await using (var server = await ChildServer.StartProductAsync(seeded.Installation, options.Server))
        {
            var pages = new (string Name, double MostMs, Func<int, long, string> Path)[]
            {
                ("thread page", 30, (client, number) => $"/fr/agreements/{seeded.Agreements[(int)((client * 53 + number) % seeded.Agreements.Count)]}"),
                ("list of agreements", 30, (_, _) => "/fr/agreements"),
                ("home", 30, (_, _) => "/fr/"),
            };
            foreach (var page in pages) await MeasureAsync(page, server.Address, seeded, options, report);
            report.Add(new Figure("resident memory after pages", server.ResidentMiB, "mib", 300, AtMost: true));
        }

        System.IO.Directory.Delete(seeded.Installation.Folder, recursive: true);
    }

    private static async Task MeasureAsync((string Name, double MostMs, Func<int, long, string> Path) page, Uri address, SeededInstallation seeded, Options options, Report report)
    {
        Task<Run> GetAsync(Func<int, long, string> path, double seconds, int clients) => ClosedLoop.RunAsync(address, clients, TimeSpan.FromSeconds(seconds),
            client => number => Encoding.ASCII.GetBytes($"GET {path(client, number)} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: shiraka={seeded.Token}\r\n\r\n"));

        await GetAsync(page.Path, options.Seconds, Clients);
        List<Run> runs = [], one = [], raw = [];
        for (var run = 0; run < Runs; run++)
        {
            runs.Add(await GetAsync(page.Path, options.Seconds, Clients));
            one.Add(await GetAsync(page.Path, options.Seconds / 2, 1));
            raw.Add(await GetAsync((_, _) => "/health/live", options.Seconds / 3, Clients));
        }

        var errors = runs.Sum(run => run.Errors);
        report.Add(new Figure($"{page.Name}, p99 of one reader", errors > 0 ? double.PositiveInfinity : Figure.Median(one.Select(run => run.P99)), "ms", page.MostMs, AtMost: true)
        {
            Runs = Runs,
            P50Ms = Figure.Median(one.Select(run => run.P50)),
            P99Ms = Figure.Median(one.Select(run => run.P99)),
            Note = errors > 0 ? $"{errors} answers were not 200" : null,
        });
        report.Add(new Figure($"{page.Name}, {Clients} readers", errors > 0 ? 0 : Figure.Median(runs.Select(run => run.PerSecond)), "pages/s", 50)
        {
            Against = "answer without a page",
            AgainstValue = Figure.Median(raw.Select(run => run.PerSecond)),
            Runs = Runs,
            P50Ms = Figure.Median(runs.Select(run => run.P50)),
            P99Ms = Figure.Median(runs.Select(run => run.P99)),
        });
    }
}
