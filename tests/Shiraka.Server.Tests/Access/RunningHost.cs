using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Server;
using Shiraka.Tests.Stores;

namespace Shiraka.Server.Tests.Access;

/// <summary>The real server of a fresh installation on a free port, as the executable builds it.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    public const string Password = "une phrase assez longue";
    private readonly string folder;

    private RunningHost(WebApplication app, string folder, LogLines lines) => (App, this.folder, Lines) = (app, folder, lines);

    public WebApplication App { get; }

    /// <summary>Everything that was logged, at every level.</summary>
    public LogLines Lines { get; }

    public Uri Address => new(App.Urls.First());

    public AccessSetup Setup => App.Services.GetRequiredService<AccessSetup>();

    public IStore Store => App.Services.GetRequiredService<IStore>();

    /// <param name="kind">The store.</param>
    /// <param name="also">More routes, before the start.</param>
    /// <param name="clock">The time, where a test sets it.</param>
    public static async Task<RunningHost> StartAsync(StoreKind kind = StoreKind.Sqlite, Action<WebApplication>? also = null, TimeProvider? clock = null)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("shiraka-host-").FullName;
        var database = kind == StoreKind.Sqlite ? Path.Combine(folder, "shiraka.db") : await PostgresCluster.DatabaseAsync();
        var lines = new LogLines();
        var app = WebHost.Build(new Installation(database, folder), "http://127.0.0.1:0", builder =>
        {
            builder.Logging.ClearProviders().AddProvider(lines).SetMinimumLevel(LogLevel.Debug);
            if (clock is not null) builder.Services.AddSingleton(clock);
        });
        also?.Invoke(app);
        var host = new RunningHost(app, folder, lines);
        try
        {
            await app.StartAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>A browser that nobody uses yet.</summary>
    public Browser Browser() => new(Address);

    /// <summary>A browser in which somebody with <paramref name="roles"/> in <paramref name="organisation"/> is signed in.</summary>
    public async Task<Browser> SignedInAsync(Guid organisation, params Role[] roles)
    {
        var email = $"p{Guid.CreateVersion7():N}@chu.example";
        var opened = await Setup.OpenAsync(email, "Personne d'essai", organisation, roles[0], password: Password);
        foreach (var role in roles.Skip(1)) await Setup.GrantAsync(email, organisation, role);
        var browser = Browser();
        (browser.Account, browser.Email) = (opened.Id, email);
        await browser.SignInAsync(email, Password);
        return browser;
    }

    public async Task<IReadOnlyList<string>> RowsAsync(string query)
    {
        await App.Services.GetRequiredService<AccessLog>().FlushAsync(CancellationToken.None);
        return await Store.ReadAsync(query, row => string.Join(" | ", Enumerable.Range(0, row.FieldCount).Select(i => row.GetValue(i) is byte[] bytes ? Convert.ToHexStringLower(bytes) : row.GetValue(i).ToString())), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
