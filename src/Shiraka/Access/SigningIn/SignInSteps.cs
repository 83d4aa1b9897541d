using Shiraka.Ledger;

namespace Shiraka.Access.SigningIn;

/// <summary>A sign-in between its pages: the password was right, and more is asked before a session is opened.</summary>
internal sealed record SignInStep(string Token, Guid Account, bool CodeGiven);

/// <summary>Sign-ins that are half way, for ten minutes: a token in the browser, its hash here.</summary>
internal sealed class SignInSteps(IStore store, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public async Task<SignInStep> OpenAsync(Guid account, CancellationToken cancel)
    {
        var token = Sessions.NewToken();
        await store.WriteAsync(batch =>
        {
            batch.Add("DELETE FROM sign_in_steps WHERE expires_at < @now", ("now", Now));
            batch.Add("INSERT INTO sign_in_steps (token_hash, account, code_given, expires_at) VALUES (@hash, @account, 0, @expires)",
                ("hash", Sessions.HashOf(token)), ("account", account), ("expires", Now + (long)Life.TotalMilliseconds));
        }, cancel);
        return new SignInStep(token, account, false);
    }

    /// <summary>The step of a token, or null where there is none or its time is over.</summary>
    public async Task<SignInStep?> FindAsync(string? token, CancellationToken cancel) => token is null ? null : (await store.ReadAsync(
        "SELECT account, code_given FROM sign_in_steps WHERE token_hash = @hash AND expires_at > @now",
        row => new SignInStep(token, row.Id(0), row.GetInt32(1) != 0), cancel, ("hash", Sessions.HashOf(token)), ("now", Now))).FirstOrDefault();

    public async Task<SignInStep> CodeGivenAsync(SignInStep step, CancellationToken cancel)
    {
        await store.WriteAsync(batch => batch.Add("UPDATE sign_in_steps SET code_given = 1 WHERE token_hash = @hash", ("hash", Sessions.HashOf(step.Token))), cancel);
        return step with { CodeGiven = true };
    }

    public Task CloseAsync(SignInStep step, CancellationToken cancel) =>
        store.WriteAsync(batch => batch.Add("DELETE FROM sign_in_steps WHERE token_hash = @hash", ("hash", Sessions.HashOf(step.Token))), cancel);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
