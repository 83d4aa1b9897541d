using System.Globalization;
using System.Text.Unicode;
using Shiraka.Ledger;
using Shiraka.Server.Tests.Faults;

namespace Shiraka.Bench;

/// <summary>
/// The real route against the same command written by hand, in turns in the same server process, under 1, 8 and 64 clients, with sealing
/// on; then the count: what was acknowledged is what is kept, and the ledger verifies.
/// </summary>
internal static class CommandFigures
{
    private const int Runs = 3;
    private static int runsSoFar;

    public static async Task MeasureAsync(Options options, Report report)
    {
        var limits = CommandLimits.Of(options.Store);
        var seeded = await SeededInstallation.MakeAsync(await options.MakeInstallationAsync(), agreements: 20, activitiesEach: 100);
        var store = seeded.OpenStore();
        var before = await CountAsync(store);
        var (acknowledged, errors) = (0L, 0);
        List<(long From, long Until)> ours = [];
        await using (var server = await ChildServer.StartForBenchAsync(seeded.Installation))
        {
            async Task<Run> OnceAsync(string prefix, int clients, double seconds)
            {
                // What the other side left unsealed would be sealed in this one's time.
                while ((await store.ReadAsync("SELECT count(*) FROM unsealed", row => row.GetInt64(0), CancellationToken.None))[0] > 0) await Task.Delay(50);
                var from = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
                var before = server.ProcessorTime;
                var run = await ClosedLoop.RunAsync(server.Address, clients, TimeSpan.FromSeconds(seconds), Requests(server.Address, seeded, prefix));
                run = run with { ProcessorMs = (server.ProcessorTime - before).TotalMilliseconds / run.Answered };
                acknowledged += run.Answered - run.Errors;
                errors += run.Errors;
                if (prefix == "/api/v1") ours.Add((from, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()));
                return run;
            }

            await OnceAsync("/api/v1", 64, Math.Max(options.Seconds, limits.WarmUpSeconds));
            await OnceAsync("/bench", 64, options.Seconds);
            ours.Clear();       // warm from here on
            foreach (var clients in options.Clients is { } only ? [only] : (int[])[1, 8, 64])
            {
                List<Run> real = [], byHand = [];
                for (var run = 0; run < Runs; run++)
                {
                    real.Add(await OnceAsync("/api/v1", clients, options.Seconds));
                    byHand.Add(await OnceAsync("/bench", clients, options.Seconds));
                }

                Add(report, options, limits, clients, real, byHand);
            }

            report.Add(new Figure("resident memory under load", server.ResidentMiB, "mib", 300, AtMost: true));
            await Task.Delay(1000);
        }

        report.Add(new Figure("answers that were errors", errors, "", 0, AtMost: true));
        await SealLagAsync(store, ours, limits, report);
        var kept = await CountAsync(store) - before;
        var verified = await VerifyStore.RunAsync(store, [], null, CancellationToken.None);
        report.Add(new Figure("acknowledged but not kept, or kept twice", Math.Abs(kept - acknowledged), "", 0, AtMost: true)
        {
            Note = FormattableString.Invariant($"{acknowledged} acknowledged, {kept} facts; ledger of {verified.Facts} {(verified.Ok ? "verifies" : verified.Problem?.ToString())}"),
        });
        await ((IAsyncDisposable)store).DisposeAsync();
        await RawAsync(seeded, options, report);
        System.IO.Directory.Delete(seeded.Installation.Folder, recursive: true);
    }

    private static void Add(Report report, Options options, CommandLimits limits, int clients, List<Run> real, List<Run> byHand)
    {
        var name = $"commands, {options.Store.ToString().ToLowerInvariant()}, {clients.ToString(CultureInfo.InvariantCulture)} clients";
        var (ours, theirs) = (Figure.Median(real.Select(run => run.PerSecond)), Figure.Median(byHand.Select(run => run.PerSecond)));
        var full = clients == 64;
        report.Add(new Figure(name, ours, "/s", full ? limits.PerSecond : 0)
        {
            Against = "by hand",
            AgainstValue = theirs,
            Runs = Runs,
            Lead = full ? limits.LeadPerSecond : null,
            P50Ms = Figure.Median(real.Select(run => run.P50)),
            P99Ms = Figure.Median(real.Select(run => run.P99)),
            Note = FormattableString.Invariant($"by hand p50 {Figure.Median(byHand.Select(run => run.P50)):0.##} p99 {Figure.Median(byHand.Select(run => run.P99)):0.##} ms; processor {Figure.Median(real.Select(run => run.ProcessorMs)):0.###} and {Figure.Median(byHand.Select(run => run.ProcessorMs)):0.###} ms a command"),
        });
        if (!full) return;
        report.Add(new Figure(name + ", p99", Figure.Median(real.Select(run => run.P99)), "ms", limits.P99Ms, AtMost: true) { Runs = Runs });
        report.Add(new Figure(name + ", ratio to by hand", ours / theirs, "", limits.Ratio) { Runs = Runs, Lead = limits.LeadRatio });
    }

    private static async Task SealLagAsync(IStore store, List<(long From, long Until)> runs, CommandLimits limits, Report report)
    {
        var lags = new List<double>();
        foreach (var (from, until) in runs)
            lags.AddRange(await store.ReadAsync("""
                SELECT f.recorded_at, (SELECT c.at FROM checkpoints c WHERE c.size > s.seq ORDER BY c.size LIMIT 1)
                FROM sealed s JOIN facts f ON f.id = s.fact_id WHERE f.recorded_at BETWEEN @from AND @until
                """, row => (double)(row.GetInt64(1) - row.GetInt64(0)), CancellationToken.None, ("from", from), ("until", until)));
        var sorted = lags.Order().ToArray();
        report.Add(new Figure("seal lag, p99", Figure.Percentile(sorted, 0.99), "ms", limits.SealLagMs, AtMost: true)
        {
            P50Ms = Figure.Percentile(sorted, 0.5),
            P99Ms = Figure.Percentile(sorted, 0.99),
            Note = FormattableString.Invariant($"{sorted.Length} facts, from recorded to signed"),
        });
    }

    private static async Task RawAsync(SeededInstallation seeded, Options options, Report report)
    {
        foreach (var group in (int[])[1, 40])
        {
            var rates = new List<double>();
            for (var run = 0; run < Runs; run++) rates.Add(await RawInserts.MeasureAsync(seeded, group, TimeSpan.FromSeconds(options.Seconds)));
            report.Add(new Figure($"raw rows of commands, {group.ToString(CultureInfo.InvariantCulture)} a transaction", Figure.Median(rates), "/s", 0) { Runs = Runs, Note = "one prepared loop, no server: the limit" });
        }
    }

    private static async Task<long> CountAsync(IStore store) =>
        (await store.ReadAsync("SELECT count(*) FROM facts WHERE type = 'delivery.recorded'", row => row.GetInt64(0), CancellationToken.None))[0];

    private static Func<int, Func<long, ReadOnlyMemory<byte>>> Requests(Uri address, SeededInstallation seeded, string prefix)
    {
        var run = Interlocked.Increment(ref runsSoFar);
        return client =>
        {
            var ready = seeded.Activities.Where((_, i) => i % 64 == client % 64).Select(activity => new DeliveryRequest(address, seeded.Token, $"{prefix}/activities/{activity}/deliveries")).ToArray();
            var key = new byte[DeliveryRequest.KeyLength];
            return number =>
            {
                Utf8.TryWrite(key, CultureInfo.InvariantCulture, $"{run:x8}{client:x8}{number:x16}", out _);
                return ready[number % ready.Length].With(key);
            };
        };
    }
}

/// <summary>What a store must reach on the machine the figures are taken on, and what leads.</summary>
internal sealed record CommandLimits(double PerSecond, double LeadPerSecond, double P99Ms, double Ratio, double LeadRatio, double SealLagMs, double WarmUpSeconds)
{
    public static CommandLimits Of(StoreKind store) => store == StoreKind.Sqlite
        ? new CommandLimits(2500, 5000, 60, 1.2, 2, 200, 10)
        : new CommandLimits(1500, 3300, 90, 0.5, 0.7, 400, 25);
}
