using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shiraka.Ledger;

namespace Shiraka.Access;

/// <summary>
/// Who read, exported, signed in or was refused: append only, apart from the ledger, without names. Written in batches a moment
/// later, so that a read does not wait for a disk.
/// </summary>
public sealed class AccessLog(IStore store, TimeProvider clock, ILogger<AccessLog> log) : BackgroundService
{
    private const int BatchSize = 500;
    private readonly Channel<Entry> entries = Channel.CreateBounded<Entry>(new BoundedChannelOptions(65_536));
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly List<Entry> batch = [];

    /// <summary><paramref name="action"/>: read, export, sign_in, sign_out, refused. <paramref name="resource"/>: the kind of thing.</summary>
    public void Write(Viewer viewer, string action, string resource, Guid? record, string outcome = "ok")
    {
        var entry = new Entry(Guid.CreateVersion7(), clock.GetUtcNow().ToUnixTimeMilliseconds(), viewer.Account, viewer.Organisation, action, resource, record, outcome);
        if (!entries.Writer.TryWrite(entry)) log.LogError("The access log is full; an entry of {Action} is lost", action);
    }

    /// <summary>Writes what is waiting now.</summary>
    internal async Task FlushAsync(CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            do
            {
                while (batch.Count < BatchSize && entries.Reader.TryRead(out var entry)) batch.Add(entry);
                if (batch.Count == 0) return;
                await store.WriteAsync(Add, cancel);
                batch.Clear();      // only now: what could not be written is tried again
            }
            while (true);
        }
        finally
        {
            writing.Release();
        }
    }

    private void Add(Statements statements)
    {
        foreach (var entry in batch)
            statements.Add("INSERT INTO access_log (id, at, account, organisation, action, resource, record, outcome) VALUES (@id, @at, @account, @organisation, @action, @resource, @record, @outcome)",
                ("id", entry.Id), ("at", entry.At), ("account", entry.Account), ("organisation", entry.Organisation),
                ("action", entry.Action), ("resource", entry.Resource), ("record", entry.Record), ("outcome", entry.Outcome));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), clock, stoppingToken);
                await FlushAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                log.LogError(e, "The access log could not be written; it is tried again");
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    public override void Dispose()
    {
        writing.Dispose();
        base.Dispose();
    }

    private sealed record Entry(Guid Id, long At, Guid Account, Guid Organisation, string Action, string Resource, Guid? Record, string Outcome);
}
