using Shiraka.Ledger;

namespace Shiraka.Access.SigningIn;

/// <summary>A new password and the end of the sessions under the old one, in one write.</summary>
internal sealed class PasswordStore(IStore store, TimeProvider clock)
{
    /// <summary>Ends every session and token of the account but <paramref name="keep"/>, and every sign-in that is half way with a code to give.</summary>
    public Task SetAsync(Guid account, string hash, bool mustChange, Guid? keep, CancellationToken cancel) => store.WriteAsync(batch =>
    {
        batch.Add("UPDATE accounts SET password_hash = @hash, must_change_password = @must WHERE id = @id",
            ("hash", hash), ("must", store.Kind == StoreKind.Postgres ? mustChange : mustChange ? 1 : 0), ("id", account));
        batch.Add("UPDATE sessions SET revoked_at = @now WHERE account = @id AND revoked_at IS NULL AND id <> @keep",
            ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("id", account), ("keep", keep ?? Guid.Empty));
        if (mustChange) batch.Add("DELETE FROM sign_in_steps WHERE account = @id", ("id", account));
    }, cancel);
}
