using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shiraka.Access;
using Shiraka.Access.SigningIn;
using Shiraka.Ledger;
using Shiraka.Server;

namespace Shiraka.Server.Tests.Access;

/// <summary>The secret of a second factor as it lies in the database, over restarts of one installation.</summary>
public sealed class FactorSecretTests : IDisposable
{
    private const string Email = "salma@chu.example";
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("shiraka-factor-").FullName;
    private readonly SettableClock clock = new();
    private readonly string secret = Totp.NewSecret();

    private string Keys => Path.Combine(folder, "keys", "second-factor");

    [Fact]
    public async Task The_database_does_not_hold_the_secret_and_sign_in_works_after_a_restart()
    {
        await using (var app = await StartAsync())
        {
            await TurnOnAsync(app);
            var kept = await KeptAsync(app);
            Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
            await app.StopAsync(TestContext.Current.CancellationToken);
        }

        foreach (var file in System.IO.Directory.EnumerateFiles(folder, "shiraka.db*"))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(secret)));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Keys));

        await using var again = await StartAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await CodeAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_secret_that_an_older_version_left_readable_is_sealed_at_the_start()
    {
        await using (var app = await StartAsync())
        {
            await TurnOnAsync(app);
            await app.Services.GetRequiredService<IStore>().WriteAsync(batch => batch.Add("UPDATE accounts SET totp_secret = @secret", ("secret", secret)), TestContext.Current.CancellationToken);
            await app.StopAsync(TestContext.Current.CancellationToken);
        }

        await using var again = await StartAsync();
        Assert.DoesNotContain(secret, await KeptAsync(again), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await CodeAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_secret_in_the_row_of_another_account_or_without_its_key_opens_nothing()
    {
        await using (var app = await StartAsync())
        {
            await TurnOnAsync(app);
            var secrets = app.Services.GetRequiredService<FactorSecrets>();
            var (owner, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            Assert.Equal(secret, secrets.Open(owner, secrets.Seal(owner, secret)));
            Assert.Equal("sign-in.factor-unreadable", Assert.Throws<RefusedException>(() => secrets.Open(other, secrets.Seal(owner, secret))).Code);
            await app.StopAsync(TestContext.Current.CancellationToken);
        }

        System.IO.Directory.Delete(Keys, recursive: true);
        await using var again = await StartAsync();
        var answer = await CodeAsync(again);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("administrateur", Browser.Text(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private async Task<WebApplication> StartAsync()
    {
        var app = WebHost.Build(new Installation(Path.Combine(folder, "shiraka.db"), folder), "http://127.0.0.1:0", builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(clock);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private async Task TurnOnAsync(WebApplication app)
    {
        await app.Services.GetRequiredService<AccessSetup>().OpenAsync(Email, "Salma", Guid.CreateVersion7(), Role.Auditor, password: RunningHost.Password);
        using var browser = new Browser(new Uri(app.Urls.First()));
        await browser.SignInAsync(Email, RunningHost.Password);
        var set = await browser.PostAsync("/fr/account/second-factor", ("secret", secret), ("code", Totp.CodeAt(secret, clock.GetUtcNow())));
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
    }

    private async Task<HttpResponseMessage> CodeAsync(WebApplication app)
    {
        clock.Advance(TimeSpan.FromSeconds(60));
        using var browser = new Browser(new Uri(app.Urls.First()));
        await browser.PostAsync("/fr/sign-in", ("email", Email), ("password", RunningHost.Password));
        return await browser.PostAsync("/fr/sign-in/code", ("code", Totp.CodeAt(secret, clock.GetUtcNow())));
    }

    private static async Task<string> KeptAsync(WebApplication app) =>
        (await app.Services.GetRequiredService<IStore>().ReadAsync("SELECT totp_secret FROM accounts", row => row.GetString(0), TestContext.Current.CancellationToken)).Single();
}
