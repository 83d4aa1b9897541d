using System.Security.Cryptography;
using System.Text;
using Shiraka.Ledger;

namespace Shiraka.Access.SigningIn;

/// <summary>
/// Counts failures for each address typed, whether an account has it or not, so that a pause tells nobody who has one.
/// An attempt is counted before the password is looked at: many at once do not slip through.
/// </summary>
internal sealed class Attempts(IStore store, Limits limits, TimeProvider clock)
{
    /// <summary>Counts an attempt.</summary>
    /// <exception cref="RefusedException">Too many failed before; nothing was looked at.</exception>
    public async Task BeginAsync(string email, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var most = limits.FailuresBeforePause;
        var failures = await store.WriteAsync(async (connection, transaction) =>
        {
            await using var forget = Statements.Query(connection, "DELETE FROM sign_in_failures WHERE last_at < @stale", ("stale", now - (long)limits.Pause.TotalMilliseconds));
            forget.Transaction = transaction;
            await forget.ExecuteNonQueryAsync(cancel);

            // Beyond the limit the clock of the pause stands still: trying on does not lengthen it.
            await using var count = Statements.Query(connection, """
                INSERT INTO sign_in_failures (name_hash, failures, last_at) VALUES (@hash, 1, @now)
                ON CONFLICT (name_hash) DO UPDATE SET
                  failures = CASE WHEN sign_in_failures.failures > @most THEN sign_in_failures.failures ELSE sign_in_failures.failures + 1 END,
                  last_at = CASE WHEN sign_in_failures.failures >= @most THEN sign_in_failures.last_at ELSE @now END
                RETURNING failures
                """, ("hash", HashOf(email)), ("now", now), ("most", most));
            count.Transaction = transaction;
            return Convert.ToInt32(await count.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);
        }, cancel);
        if (failures > most) throw new RefusedException("sign-in.pause", "Too many failed attempts.", (int)limits.Pause.TotalMinutes);
    }

    /// <summary>The attempt was right: nothing is remembered.</summary>
    public Task SucceedAsync(string email, CancellationToken cancel) =>
        store.WriteAsync(batch => batch.Add("DELETE FROM sign_in_failures WHERE name_hash = @hash", ("hash", HashOf(email))), cancel);

    private static byte[] HashOf(string email) => SHA256.HashData(Encoding.UTF8.GetBytes(email));
}
