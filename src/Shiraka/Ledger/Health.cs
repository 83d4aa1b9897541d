using System.Data.Common;
using Microsoft.Extensions.Hosting;

namespace Shiraka.Ledger;

/// <summary><paramref name="SealLag"/>: age of the oldest fact that is not sealed; <paramref name="Problem"/>: null where the installation is fit to serve.</summary>
public sealed record HealthState(TimeSpan SealLag, string? Problem);

/// <summary>
/// Whether the store answers and the sealer keeps up: looked at once a second and kept, so that a thousand questions a second cost
/// the store one. An answer is never older than two seconds.
/// </summary>
public sealed class Health(IStore store, LedgerMeter meter, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostAge = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MostSealLag = TimeSpan.FromSeconds(5);
    private volatile Known? known;

    /// <summary>What is known, looked at anew where it is too old.</summary>
    public async Task<HealthState> StateAsync(CancellationToken cancel = default) =>
        known is { } last && clock.GetElapsedTime(last.At) < MostAge ? last.State : await LookAsync(cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<HealthState> LookAsync(CancellationToken cancel)
    {
        var at = clock.GetTimestamp();
        HealthState state;
        try
        {
            var lag = await LagAsync(cancel).WaitAsync(MostAge, clock, cancel);
            meter.SealLag = lag;
            state = new HealthState(lag, store.State.IsFull ? "store_full" : lag > MostSealLag ? "seal_lag" : null);
        }
        catch (Exception e) when (e is DbException or TimeoutException or InvalidOperationException or OperationCanceledException)
        {
            state = new HealthState(meter.SealLag, "store_unreachable");
        }

        known = new Known(at, state);
        return state;
    }

    private async Task<TimeSpan> LagAsync(CancellationToken cancel)
    {
        var oldest = await store.ReadAsync("SELECT f.recorded_at FROM unsealed u JOIN facts f ON f.id = u.fact_id ORDER BY u.ord LIMIT 1", row => row.GetInt64(0), cancel);
        return oldest.Count == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Max(0, clock.GetUtcNow().ToUnixTimeMilliseconds() - oldest[0]));
    }

    private sealed record Known(long At, HealthState State);
}
