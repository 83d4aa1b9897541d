using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Shiraka.Server.Commands;

/// <summary><c>shiraka serve</c>: opens or makes the installation, and serves until it is told to stop.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://127.0.0.1:5080";

    public static Command Make(Output output)
    {
        var command = new Command("serve", "Serves pages and interfaces of an installation; makes a new one where there is none.");
        var installation = InstallationOptions.On(command);
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on, separated by semicolons.", DefaultValueFactory = _ => DefaultUrls };
        command.Add(urls);
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetRequiredValue(urls), installation.From(parsed), output, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string urls, Ledger.Installation installation, Output output, CancellationToken cancel)
    {
        var started = false;
        await using var app = WebHost.Build(installation, urls, builder =>
            builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning));     // what stops the start is said once, by us
        try
        {
            await app.StartAsync(cancel);
            started = true;
        }
        catch (InvalidOperationException e)
        {
            throw new RefusedException("store.unfit", e.Message);      // another key, a migration that was changed
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        output.Line("Listening on " + string.Join(", ", addresses));
        try
        {
            await Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(cancel, app.Lifetime.ApplicationStopping).Token);
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
        }

        return ExitStatus.Done;
    }
}
