using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Shiraka.Ledger;

/// <summary>What the ledger tells those who watch it. Names and units are described in <c>docs/operations.md</c>.</summary>
public sealed class LedgerMeter
{
    public const string Name = "Shiraka.Ledger";

    private readonly Counter<long> commands;
    private readonly Counter<long> refusals;
    private readonly Histogram<double> duration;

    public LedgerMeter(IMeterFactory meters, IStore store)
    {
        var meter = meters.Create(Name);
        commands = meter.CreateCounter<long>("shiraka.commands", description: "Commands that were committed.");
        refusals = meter.CreateCounter<long>("shiraka.refusals", description: "Commands that a rule refused, by its code.");
        duration = meter.CreateHistogram<double>("shiraka.command.duration", "s", "From the queue to the commit.");
        meter.CreateObservableGauge("shiraka.queue.length", () => store.State.Waiting, description: "Commands that wait for the writing connection.");
        meter.CreateObservableGauge("shiraka.wal.size", () => store.State.WalBytes, "By", "Write-ahead log of SQLite that is not yet checkpointed.");
        meter.CreateObservableGauge("shiraka.store.full", () => store.State.IsFull ? 1 : 0, description: "1 where the last write found no room.");
        meter.CreateObservableGauge("shiraka.seal.lag", () => SealLag.TotalSeconds, "s", "Age of the oldest fact that is not sealed.");
    }

    /// <summary>Kept up to date by <see cref="Health"/>.</summary>
    internal TimeSpan SealLag { get; set; }

    internal async Task<T> MeasureAsync<T>(Func<Task<T>> command)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var value = await command();
            commands.Add(1);
            return value;
        }
        catch (RefusedException e)
        {
            refusals.Add(1, new KeyValuePair<string, object?>("code", e.Code));
            throw;
        }
        finally
        {
            duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
    }
}
