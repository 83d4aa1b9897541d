using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shiraka.Ledger;

namespace Shiraka.Tests.Stores;

/// <summary>An installation of its own for a test: every module, on a real store, without the web server.</summary>
public sealed class House : IAsyncDisposable
{
    private readonly IHost host;

    private House(IHost host, string folder) => (this.host, Folder) = (host, folder);

    /// <summary>Where its database, keys and documents lie.</summary>
    public string Folder { get; }

    public IServiceProvider Services => host.Services;

    public IStore Store => Get<IStore>();

    public SealedFacts Facts => Get<SealedFacts>();

    /// <summary>The organisation and person the test acts for.</summary>
    public Guid Organisation { get; set; } = Guid.CreateVersion7();

    public Guid Actor { get; set; } = Guid.CreateVersion7();

    public DateOnly Today { get; set; } = new(2026, 6, 10);

    public static async Task<House> OpenAsync(StoreKind kind, Action<IServiceCollection>? also = null)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("shiraka-test-").FullName;
        var database = kind == StoreKind.Sqlite ? Path.Combine(folder, "shiraka.db") : await PostgresCluster.DatabaseAsync();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        builder.Services.AddShiraka(new Installation(database, folder));
        also?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return new House(host, folder);
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Runs a handler as one command and waits until its facts can be read.</summary>
    public async Task<T> RunAsync<T>(Func<ShirakaDb, Task<T>> handler)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = Lease(scope);
        return await Get<Commands>().RunAsync(db, () => handler(db), waitForSeal: true);
    }

    public Task RunAsync(Func<ShirakaDb, Task> handler) => RunAsync(async db =>
    {
        await handler(db);
        return true;
    });

    /// <summary>Reads as the organisation of the test, outside any command.</summary>
    public async Task<T> ReadAsync<T>(Func<ShirakaDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(Lease(scope));
    }

    /// <summary>Works with the services of one request, as the organisation of the test.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        Lease(scope);
        return await work(scope.ServiceProvider);
    }

    public Task StopAsync() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
        System.IO.Directory.Delete(Folder, recursive: true);
    }

    private ShirakaDb Lease(AsyncServiceScope scope)
    {
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(Actor, Organisation, Today);
        return db;
    }
}
