using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shiraka.Ledger;

namespace Shiraka.Access.SigningIn;

/// <summary>
/// Secrets of second factors as they lie in the database: encrypted for one account, with keys that lie beside the database and not in
/// it. Whoever holds a copy of the database alone can make no code, and a secret moved to the row of another account opens nothing.
/// </summary>
internal sealed class FactorSecrets(IDataProtectionProvider protection, ILogger<FactorSecrets> log)
{
    private const string Purpose = "Shiraka.Access.SecondFactor";

    public string Seal(Guid account, string secret) => Of(account).Protect(secret);

    /// <exception cref="RefusedException">The key it was encrypted with is gone: the person needs a new password, which ends the second factor.</exception>
    public string Open(Guid account, string kept)
    {
        if (Totp.IsSecret(kept)) return kept;       // not sealed yet: an account of a version before this one
        try
        {
            return Of(account).Unprotect(kept);
        }
        catch (CryptographicException e)
        {
            log.LogError(e, "The second factor of account {Account} cannot be read: is the folder keys/second-factor the one of this database?", account);
            throw new RefusedException("sign-in.factor-unreadable", "The second factor cannot be read.") { Field = "code" };
        }
    }

    private IDataProtector Of(Guid account) => protection.CreateProtector(Purpose, account.ToString("N"));
}

/// <summary>Where the keys lie, and for how long one is used.</summary>
internal static class FactorKeys
{
    // What is encrypted stays for years, so a new key every 90 days would add files to back up and protect nothing more.
    private static readonly TimeSpan Life = TimeSpan.FromDays(20 * 365);

    public static void AddFactorSecrets(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Shiraka");
        services.AddOptions<KeyManagementOptions>().Configure<Installation, ILoggerFactory>((keys, installation, logs) =>
        {
            keys.XmlRepository = new FileSystemXmlRepository(Folder(installation), logs);
            keys.NewKeyLifetime = Life;
        });
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));     // that the keys are plain files is said in operations.md, once
        services.AddSingleton<FactorSecrets>();
        services.AddHostedService<SealPlainSecrets>();
    }

    private static DirectoryInfo Folder(Installation installation)
    {
        var folder = Path.Combine(Path.GetDirectoryName(installation.KeyFile)!, "second-factor");
        return OperatingSystem.IsWindows()
            ? System.IO.Directory.CreateDirectory(folder)
            : System.IO.Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
