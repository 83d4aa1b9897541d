using System.Diagnostics;
using System.Text;
using Shiraka.Server.Tests.Faults;

namespace Shiraka.Bench;

/// <summary>From the start of the process to its first answered page, on an installation that exists, against the bare runtime.</summary>
internal static class StartFigures
{
    private const int Runs = 7;

    public static async Task MeasureAsync(Options options, Report report)
    {
        var seeded = await SeededInstallation.MakeAsync(await options.MakeInstallationAsync());
        List<double> seconds = [], bare = [];
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            await using (var server = await ChildServer.StartProductAsync(seeded.Installation, options.Server))
            {
                using var wire = await Wire.OpenAsync(server.Address);
                var answer = await wire.SendAsync(Encoding.ASCII.GetBytes($"GET /fr/sign-in HTTP/1.1\r\nHost: {server.Address.Authority}\r\n\r\n"));
                if (answer.Status != 200) throw new InvalidOperationException($"The first page answered {answer.Status}.");
                seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            start = Stopwatch.GetTimestamp();
            using var runtime = Process.Start(new ProcessStartInfo("dotnet", [typeof(StartFigures).Assembly.Location]) { RedirectStandardError = true })!;
            await runtime.WaitForExitAsync();
            bare.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        System.IO.Directory.Delete(seeded.Installation.Folder, recursive: true);
        var sorted = seconds.Order().ToArray();
        report.Add(new Figure("start to first page", Figure.Median(seconds), "s", 1.5, AtMost: true)
        {
            Against = "runtime that only says how it is used",
            AgainstValue = Figure.Median(bare),
            Runs = Runs,
            P50Ms = Figure.Percentile(sorted, 0.5) * 1000,
            P99Ms = sorted[^1] * 1000,
            Note = options.Server is null ? "built dll, not published" : options.Server,
        });
    }
}
