using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Server;
using Shiraka.Tests.Programme;

namespace Shiraka.Server.Tests.Programme;

/// <summary>The real server over a fresh store in which one partnership was confirmed, on a day of June 2026.</summary>
public sealed class PartnershipHost : IAsyncDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("shiraka-pages-").FullName;
    private WebApplication app = null!;

    internal SeededPartnership Seeded { get; private set; } = null!;

    public Uri Address => new(app.Urls.First());

    public static async Task<PartnershipHost> StartAsync(string urls = "http://127.0.0.1:0")
    {
        var host = new PartnershipHost();
        host.app = WebHost.Build(new Installation(Path.Combine(host.folder, "shiraka.db"), host.folder), urls,
            builder => builder.Services.AddSingleton<TimeProvider>(new June()));
        await host.app.StartAsync();
        host.Seeded = await host.RunAsync(db => SeededPartnership.ConfirmAsync(db));
        return host;
    }

    /// <summary>Runs as one command of the operator.</summary>
    public async Task<T> RunAsync<T>(Func<ShirakaDb, Task<T>> handler)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(Guid.CreateVersion7(), Guid.CreateVersion7(), June.Day, seesAll: true);
        return await app.Services.GetRequiredService<Shiraka.Ledger.Commands>().RunAsync(db, () => handler(db), waitForSeal: true);
    }

    /// <summary>A browser in which somebody of <paramref name="organisation"/> is signed in.</summary>
    public async Task<PageBrowser> SignInAsync(Guid organisation, Role role = Role.CooperationOfficer)
    {
        var opened = await app.Services.GetRequiredService<AccessSetup>().OpenAsync($"p{Guid.CreateVersion7():N}@chu.example", "Salma Bennani", organisation, role, password: "une phrase assez longue");
        return new PageBrowser(Address, await app.Services.GetRequiredService<Sessions>().OpenAsync(opened.Id, organisation));
    }

    /// <summary>How many rows of the access log say that somebody did this.</summary>
    public async Task<long> LoggedAsync(string action, Guid record)
    {
        await app.Services.GetRequiredService<AccessLog>().FlushAsync(CancellationToken.None);
        return (await app.Services.GetRequiredService<IStore>().ReadAsync("SELECT count(*) FROM access_log WHERE action = @action AND record = @record",
            row => row.GetInt64(0), CancellationToken.None, ("action", action), ("record", record))).Single();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    /// <summary>10 June 2026, with the time of day running, so that timers and sessions live.</summary>
    private sealed class June : TimeProvider
    {
        public static readonly DateOnly Day = new(2026, 6, 10);
        private readonly DateTimeOffset start = new(Day, new TimeOnly(9, 0), TimeSpan.Zero);
        private readonly long started = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(started);
    }
}
