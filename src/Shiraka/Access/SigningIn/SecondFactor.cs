using Shiraka.Ledger;

namespace Shiraka.Access.SigningIn;

/// <summary>The second factor of accounts as it is kept.</summary>
internal sealed class SecondFactor(IStore store, FactorSecrets secrets, TimeProvider clock)
{
    /// <summary>Takes a code: true once for each code, also where two requests bring it at the same time.</summary>
    public async Task<bool> TakeAsync(Account account, string code, CancellationToken cancel)
    {
        if (account.TotpSecret is not { } kept || Totp.StepOf(secrets.Open(account.Id, kept), code, clock.GetUtcNow()) is not { } step) return false;
        return await ChangeAsync("UPDATE accounts SET totp_step = @step WHERE id = @id AND totp_secret = @secret AND totp_step < @step", cancel,
            ("id", account.Id), ("secret", kept), ("step", step));
    }

    /// <summary>Sets the secret once a first code proves that the program of the person holds it; that code is spent.</summary>
    public async Task<bool> SetAsync(Guid account, string secret, string code, CancellationToken cancel) =>
        Totp.StepOf(secret, code, clock.GetUtcNow()) is { } step
        && await ChangeAsync("UPDATE accounts SET totp_secret = @secret, totp_step = @step WHERE id = @id", cancel, ("id", account), ("secret", secrets.Seal(account, secret)), ("step", step));

    public Task RemoveAsync(Guid account, CancellationToken cancel) =>
        ChangeAsync("UPDATE accounts SET totp_secret = NULL, totp_step = 0 WHERE id = @id", cancel, ("id", account));

    private Task<bool> ChangeAsync(string text, CancellationToken cancel, params (string, object?)[] values) => store.WriteAsync(async (connection, transaction) =>
    {
        await using var command = Statements.Query(connection, text, values);
        command.Transaction = transaction;
        return await command.ExecuteNonQueryAsync(cancel) == 1;
    }, cancel);
}
