using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Shiraka.Ledger;
using Shiraka.Server.Demo;

namespace Shiraka.Server.Commands;

/// <summary><c>shiraka demo</c>: an installation to look at, made through the handlers people call; then serves it.</summary>
internal static class DemoCommand
{
    public static Command Make(Output output)
    {
        var command = new Command("demo", "Prepares the demonstration from its texts and serves it; --once prints an account and ends.");
        var once = new Option<bool>("--once") { Description = "Do not serve." };
        var data = new Option<string>("--data") { Description = "Folder of the demonstration.", DefaultValueFactory = _ => Path.Combine("shiraka-data", "demo") };
        var database = new Option<string?>("--database") { Description = "Host=… for PostgreSQL; else a SQLite file in the folder." };
        var urls = new Option<string>("--urls") { Description = "Address to listen on.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        command.Add(once);
        command.Add(data);
        command.Add(database);
        command.Add(urls);
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(once), Path.GetFullPath(parsed.GetRequiredValue(data)), parsed.GetValue(database), parsed.GetRequiredValue(urls), output, cancel));
        return command;
    }

    private static async Task<int> RunAsync(bool once, string folder, string? database, string urls, Output output, CancellationToken cancel)
    {
        var installation = new Installation(database ?? Path.Combine(folder, "shiraka.db"), folder, "demo.shiraka.local/ledger");
        await using var app = WebHost.Build(installation, once ? "http://127.0.0.1:0" : urls);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException e)
        {
            throw new RefusedException("demo.address", $"Cannot listen on {urls}: {e.Message} Choose another with --urls.");
        }

        var today = DateOnly.FromDateTime(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var demonstration = new Demonstration(app.Services, today);
        if (!await demonstration.IsPreparedAsync(cancel))
        {
            output.Line("Preparing the demonstration: five agreements, their plans and a year of facts …");
            await demonstration.RunAsync(cancel);
        }

        await DemoAccount.PrintAsync(app.Services, today, output, cancel);
        if (!once) await ServeAsync(app, output, cancel);
        await app.StopAsync(CancellationToken.None);
        return ExitStatus.Done;
    }

    private static async Task ServeAsync(WebApplication app, Output output, CancellationToken cancel)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        output.Line("");
        output.Line($"Open {address}/fr (or /ar, /en) and sign in:");
        foreach (var person in DemoScript.Read().People) output.Line($"  {person.Email,-22} {Demonstration.Password}   {string.Join(", ", person.Roles)}, {person.Organisation}");
        output.Line("Stop with Ctrl-C.");
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancel, app.Lifetime.ApplicationStopping);
        await Task.Delay(Timeout.Infinite, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
