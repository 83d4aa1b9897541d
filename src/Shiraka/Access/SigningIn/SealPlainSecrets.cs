using Microsoft.Extensions.Hosting;
using Shiraka.Ledger;

namespace Shiraka.Access.SigningIn;

/// <summary>At the start, encrypts the secrets that a version before this one left readable.</summary>
internal sealed class SealPlainSecrets(IStore store, FactorSecrets secrets) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var kept = await store.ReadAsync("SELECT id, totp_secret FROM accounts WHERE length(totp_secret) = 32", row => (Id: row.Id(0), Secret: row.GetString(1)), cancellationToken);
        foreach (var (id, secret) in kept.Where(one => Totp.IsSecret(one.Secret)))
            await store.WriteAsync(batch => batch.Add("UPDATE accounts SET totp_secret = @sealed WHERE id = @id AND totp_secret = @secret",
                ("sealed", secrets.Seal(id, secret)), ("id", id), ("secret", secret)), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
