using Microsoft.EntityFrameworkCore;

namespace Shiraka.Ledger;

/// <summary>
/// Runs one command: the handler's state, its facts and its idempotency row in one transaction. The same for a request, the
/// command line, a job and a test.
/// </summary>
public sealed class Commands(IStore store, Sealer sealer, LedgerMeter meter, TimeProvider clock)
{
    /// <summary>
    /// Runs <paramref name="handler"/> as one command on <paramref name="db"/>. It ends after the commit; with
    /// <paramref name="waitForSeal"/> it ends when the facts can be read.
    /// </summary>
    /// <exception cref="RefusedException">The rule said no; nothing was kept.</exception>
    public Task<T> RunAsync<T>(ShirakaDb db, Func<Task<T>> handler, bool waitForSeal = false, CancellationToken cancel = default) =>
        RunAsync(db, handler, (_, _) => null, waitForSeal, cancel);

    // `last` gives what is written after the facts, with the value and the instant of the command.
    private async Task<T> RunAsync<T>(ShirakaDb db, Func<Task<T>> handler, Func<T, long, Action<Statements>?> last, bool waitForSeal, CancellationToken cancel)
    {
        var value = await meter.MeasureAsync(() => store.WriteAsync(async (connection, transaction) =>
        {
            db.Enter(connection, transaction);
            try
            {
                var result = await handler();
                var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                await db.FlushAsync(now, last(result, now), cancel);
                return result;
            }
            finally
            {
                db.Leave();
            }
        }, cancel));
        sealer.Wake();
        if (waitForSeal) await sealer.CaughtUpAsync(cancel);
        return value;
    }

    /// <summary>
    /// Runs a command under an idempotency key that is unique for ever within <paramref name="actor"/>. The key is not looked up
    /// first: it is inserted last, and a duplicate (or a refusal, which may be the echo of the first time) is answered from it.
    /// </summary>
    internal async Task<Answer> OnceAsync(ShirakaDb db, Guid actor, string key, byte[] digest, Func<Task<Answer>> handler, bool waitForSeal, CancellationToken cancel)
    {
        try
        {
            return await RunAsync(db, handler,
                (answer, now) => answer.Status >= 400 ? null : statements => IdempotencyKeys.Add(statements, actor, key, digest, answer, now), waitForSeal, cancel);
        }
        catch (Exception e) when (store.IsDuplicateKey(e) || e is RefusedException or DbUpdateException or StoreUnavailableException { IsConflict: true })
        {
            return await IdempotencyKeys.FindAsync(store, actor, key, digest, cancel) ?? throw Unwrapped(e);
        }
    }

    private Exception Unwrapped(Exception e) => store.IsDuplicateKey(e) ? new StoreUnavailableException("The first command of this key is still open.", e) : e;
}
