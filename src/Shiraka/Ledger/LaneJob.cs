using System.Data.Common;

namespace Shiraka.Ledger;

/// <summary>Inside a command, another write would wait for its own turn for ever; both stores refuse it at once.</summary>
internal static class InsideCommand
{
    private static readonly AsyncLocal<bool> Flag = new();

    public static bool Value { get => Flag.Value; set => Flag.Value = value; }

    public static void Refuse()
    {
        if (Flag.Value) throw new InvalidOperationException("A command cannot start another write; record facts and statements in it instead.");
    }
}

/// <summary>A command in the queue. Its caller is told nothing, neither value nor error, before the group is committed.</summary>
internal abstract class LaneJob(CancellationToken cancel)
{
    // Without this the trace, the request and the log scope would be those of whoever started the loop.
    private readonly ExecutionContext? flow = ExecutionContext.Capture();

    public Exception? Error { get; set; }

    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Counts only until the command starts: the lane is never interrupted.</summary>
    public bool IsCancelled => cancel.IsCancellationRequested;

    public void Start(DbConnection connection, DbTransaction transaction)
    {
        if (flow is null) Running = RunAsync(connection, transaction);
        else ExecutionContext.Run(flow, _ => Running = RunAsync(connection, transaction), null);
    }

    public abstract void Finish(Exception? lost);

    protected abstract Task RunAsync(DbConnection connection, DbTransaction transaction);
}

internal sealed class LaneJob<T>(Func<DbConnection, DbTransaction, ValueTask<T>> work, CancellationToken cancel) : LaneJob(cancel)
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken cancel = cancel;
    private T value = default!;
    private bool ran;

    public Task<T> Answer => answer.Task;

    public override void Finish(Exception? lost)
    {
        if ((lost ?? Error) is { } error) answer.SetException(error);
        else if (ran) answer.SetResult(value);
        else answer.SetCanceled(cancel);
    }

    protected override async Task RunAsync(DbConnection connection, DbTransaction transaction)
    {
        InsideCommand.Value = true;
        value = await work(connection, transaction);
        ran = true;
    }
}
