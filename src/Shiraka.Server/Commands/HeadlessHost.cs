using Shiraka.Ledger;

namespace Shiraka.Server.Commands;

/// <summary>The modules and the lock of the server without its addresses, for commands that write.</summary>
internal static class HeadlessHost
{
    public static IHost Of(Installation installation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddShiraka(installation);
        return builder.Build();
    }

    /// <summary>The same to read only: nothing is started or locked, so a server may be running on the store.</summary>
    /// <exception cref="RefusedException">There is no such store, or its tables are not those of this version.</exception>
    public static async Task<IHost> ReadingAsync(Installation installation, CancellationToken cancel)
    {
        await using (var store = (IAsyncDisposable)InstallationOptions.OpenStore(installation))
            if ((await Migrator.StatusAsync((IStore)store, cancel)).Any(script => script.State != MigrationState.Done))
                throw new RefusedException("store.other_version", "The tables are not those of this version: start the server once, or run db migrate.");
        var host = Of(installation);
        await host.Services.GetRequiredService<LedgerIdentity>().OpenAsync(host.Services.GetRequiredService<IStore>(), cancel);
        return host;
    }
}
