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
    public async Task<T> RunAsync<T>(ShirakaDb db, Func<Task<T>> handler, bool waitForSeal = false, CancellationToken cancel = default)
    {
        var value = await meter.MeasureAsync(() => store.WriteAsync(async (connection, transaction) =>
        {
            db.Enter(connection, transaction);
            try
            {
                var result = await handler();
                await db.WriteFactsAsync(clock.GetUtcNow().ToUnixTimeMilliseconds(), cancel);
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
            return await RunAsync(db, async () =>
            {
                var answer = await handler();
                if (answer.Status >= 400) return answer;
                await IdempotencyKeys.KeepAsync(db, actor, key, digest, answer, clock.GetUtcNow().ToUnixTimeMilliseconds(), cancel);
                return answer;
            }, waitForSeal, cancel);
        }
        catch (Exception e) when (store.IsDuplicateKey(e) || e is RefusedException or DbUpdateException)
        {
            return await IdempotencyKeys.FindAsync(store, actor, key, digest, cancel) ?? throw Unwrapped(e);
        }
    }

    private Exception Unwrapped(Exception e) => store.IsDuplicateKey(e) ? new StoreUnavailableException("The first command of this key is still open.", e) : e;
}
