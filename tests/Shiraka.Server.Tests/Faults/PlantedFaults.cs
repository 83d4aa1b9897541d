using System.Data.Common;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shiraka.Ledger;
using Shiraka.Server.Tests.Faults;

/// <summary>Run by the runtime before the server's own Main, where <c>DOTNET_STARTUP_HOOKS</c> names this assembly.</summary>
internal static class StartupHook
{
    public static void Initialize() => DiagnosticListener.AllListeners.Subscribe(new PlantedFaults());
}

namespace Shiraka.Server.Tests.Faults
{
    /// <summary>
    /// Faults planted into the real executable from outside, so that the product carries no switch for them. <c>early</c>: acknowledges
    /// before the commit; <c>pages:FILE</c>: SQLite gets no new page while FILE exists.
    /// </summary>
    internal sealed class PlantedFaults : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public const string Variable = "PLANTED_FAULT";
        public const string Early = "early";
        public const string Pages = "pages:";

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting") value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilding", Value: IHostBuilder host }) host.ConfigureServices((_, services) => Plant(services, Environment.GetEnvironmentVariable(Variable) ?? ""));
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        private static void Plant(IServiceCollection services, string fault)
        {
            if (fault == Early)
                services.AddSingleton(provider => new Ledger.Commands(
                    new EarlyStore(provider.GetRequiredService<IStore>()), provider.GetRequiredService<Sealer>(),
                    provider.GetRequiredService<LedgerMeter>(), provider.GetRequiredService<TimeProvider>()));
            if (fault.StartsWith(Pages, StringComparison.Ordinal))
                services.AddHostedService(provider => new FewPages(provider.GetRequiredService<IStore>(), fault[Pages.Length..]));
        }

        private sealed class EarlyStore(IStore inner) : IStore
        {
            public StoreKind Kind => inner.Kind;

            public StoreState State => inner.State;

            public Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, ValueTask<T>> work, CancellationToken cancel = default)
            {
                var early = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
                var written = inner.WriteAsync(async (connection, transaction) =>
                {
                    var value = await work(connection, transaction);
                    early.TrySetResult(value);
                    await Task.Delay(20, CancellationToken.None);
                    return value;
                }, cancel);
                _ = written.ContinueWith(failed => early.TrySetException(failed.Exception!.InnerExceptions), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                return early.Task;
            }

            public ValueTask<DbConnection> OpenReaderAsync(CancellationToken cancel = default) => inner.OpenReaderAsync(cancel);

            public bool IsDuplicateKey(Exception exception) => inner.IsDuplicateKey(exception);
        }

        private sealed class FewPages(IStore store, string file) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                var limited = false;
                while (!stoppingToken.IsCancellationRequested)
                {
                    if (File.Exists(file) != limited)
                    {
                        limited = !limited;
                        await store.WriteAsync((connection, _) => ValueTask.FromResult(Limit(connection, limited)), stoppingToken);
                    }

                    await Task.Delay(20, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }

            private static long Limit(DbConnection connection, bool limited)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA page_count";
                var most = limited ? (long)command.ExecuteScalar()! + 5 : 1_073_741_823;
                command.CommandText = FormattableString.Invariant($"PRAGMA max_page_count = {most}");
                return (long)command.ExecuteScalar()!;
            }
        }
    }
}
