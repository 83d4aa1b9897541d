using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shiraka.Ledger;

namespace Shiraka.Bench;

/// <summary>A fact of the generated ledger.</summary>
[FactType("bench.happened")]
internal sealed record BenchHappened : Fact
{
    public required string Note { get; init; }
}

/// <summary>A whole ledger verified from its store, against the bare hashes it cannot do without.</summary>
internal static class VerifyFigures
{
    private const int Runs = 3;
    private const int FactsInACommand = 500;

    public static async Task MeasureAsync(Options options, Report report)
    {
        var installation = await options.MakeInstallationAsync();
        var fill = Stopwatch.StartNew();
        await FillAsync(installation, options.Facts);
        fill.Stop();
        IStore store = installation.IsPostgres ? new PostgresStore(installation.Database) : new SqliteLane(installation.Database);
        List<double> rates = [], raw = [];
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var result = await VerifyStore.RunAsync(store, [], null, CancellationToken.None);
            rates.Add(result.Facts / Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (!result.Ok || result.Facts != options.Facts) throw new InvalidOperationException($"The ledger of {result.Facts} facts does not verify: {result.Problem}");
            raw.Add(Hashes());
        }

        await ((IAsyncDisposable)store).DisposeAsync();
        System.IO.Directory.Delete(installation.Folder, recursive: true);
        report.Add(new Figure($"facts verified, {options.Store.ToString().ToLowerInvariant()}", Figure.Median(rates), "/s", 150_000)
        {
            Against = "bare sha-256 on one core",
            AgainstValue = Figure.Median(raw),
            Runs = Runs,
            Lead = 400_000,
            Note = FormattableString.Invariant($"{options.Facts} facts, written and sealed at {options.Facts / fill.Elapsed.TotalSeconds:0} /s"),
        });
    }

    private static async Task FillAsync(Installation installation, int facts)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddShiraka(installation);
        var host = builder.Build();
        await host.StartAsync();
        for (var done = 0; done < facts; done += FactsInACommand)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
            db.ActFor(Guid.CreateVersion7(), Guid.CreateVersion7(), new DateOnly(2026, 6, 1), seesAll: true);
            var (stream, count) = (Guid.CreateVersion7(), Math.Min(FactsInACommand, facts - done));
            await host.Services.GetRequiredService<Commands>().RunAsync(db, () =>
            {
                for (var version = 1; version <= count; version++)
                    db.Record(new BenchHappened { Stream = stream, StreamVersion = version, Under = stream, Quantity = version, Unit = "person", OccurredOn = db.Today, Note = "séance tenue au CHU partenaire" });
                return Task.FromResult(true);
            });
        }

        var sealer = host.Services.GetRequiredService<Sealer>();
        while (await sealer.SealAsync(CancellationToken.None)) { }
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    // Each fact costs the digest of its body, its leaf, and one node of the tree.
    private static double Hashes()
    {
        Span<byte> body = stackalloc byte[160], leaf = stackalloc byte[260], node = stackalloc byte[65], hash = stackalloc byte[32];
        body.Clear();
        leaf.Clear();
        node.Clear();
        var (count, wall) = (0, Stopwatch.StartNew());
        for (; wall.ElapsedMilliseconds < 300; count++)
        {
            SHA256.HashData(body, hash);
            SHA256.HashData(leaf, hash);
            SHA256.HashData(node, hash);
        }

        return count / wall.Elapsed.TotalSeconds;
    }
}
