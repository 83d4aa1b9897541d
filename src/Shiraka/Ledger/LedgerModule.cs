using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Shiraka.Ledger;

/// <summary>Where an installation lives. <paramref name="Database"/>: a file name for SQLite, or <c>Host=…</c> for PostgreSQL.</summary>
public sealed record Installation(string Database, string Folder, string Origin = "shiraka.local/ledger")
{
    public bool IsPostgres => Database.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public string KeyFile => Path.Combine(Folder, "keys", "ledger.pem");

    public string DocumentsFolder => Path.Combine(Folder, "documents");
}

/// <summary>Facts, sealing, proofs, and the one way to write.</summary>
public static class LedgerModule
{
    public static IServiceCollection AddLedger(this IServiceCollection services, Installation installation)
    {
        services.AddSingleton(installation);
        services.AddSingleton(new LedgerIdentity(installation.KeyFile, installation.Origin));
        if (installation.IsPostgres) services.AddSingleton<IStore>(_ => new PostgresStore(installation.Database));
        else services.AddSingleton<IStore>(_ => new SqliteLane(installation.Database));
        services.AddHostedService<StoreOpening>();
        services.AddSingleton<Sealer>();
        services.AddHostedService(provider => provider.GetRequiredService<Sealer>());
        services.AddMetrics();
        services.AddSingleton<LedgerMeter>();
        services.AddSingleton<Health>();
        services.AddHostedService(provider => provider.GetRequiredService<Health>());
        services.AddSingleton<Commands>();
        services.AddSingleton<SealedFacts>();
        services.AddSingleton<Dossiers>();
        services.AddPooledDbContextFactory<ShirakaDb>((provider, options) => Configure(options, provider.GetRequiredService<IStore>()));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<ShirakaDb>>().CreateDbContext());
        return services;
    }

    private static void Configure(DbContextOptionsBuilder options, IStore store)
    {
        if (store is PostgresStore postgres) options.UseNpgsql(postgres.Readers);
        else options.UseSqlite(((SqliteLane)store).ReadingConnectionString);
        options.ConfigureWarnings(warnings => warnings.Log(
            (RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug))
            .Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
    }

    // Opened before the sealer and the web server, closed after them: hosted services stop in reverse order.
    private sealed class StoreOpening(IStore store, LedgerIdentity identity, TimeProvider clock) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            if (store is SqliteLane lane) await lane.StartAsync(cancellationToken);
            await Migrator.RunAsync(store, clock, cancellationToken);
            await identity.OpenAsync(store, cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => store is SqliteLane lane ? lane.StopAsync(cancellationToken) : Task.CompletedTask;
    }
}
