using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Shiraka.Ledger;

namespace Shiraka.Server.Tests.Faults;

/// <summary>The real executable as a child process: started, listened to, told to stop, or killed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly ConcurrentQueue<string> messages = new();

    private ServerProcess(Process process) => this.process = process;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>What it said on standard error.</summary>
    public string Messages => string.Join('\n', messages);

    public int ExitCode => process.ExitCode;

    /// <summary>Starts <c>serve</c> on a free port; <paramref name="plant"/> names a fault of <see cref="PlantedFaults"/>.</summary>
    public static async Task<ServerProcess> StartAsync(Installation installation, string? plant = null)
    {
        var server = Launch(installation, plant);
        using var patience = new CancellationTokenSource(Patience);
        while (await server.process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.StartsWith("Listening on ", StringComparison.Ordinal)) continue;
            server.Address = new Uri(line["Listening on ".Length..].Split(',')[0]);
            return server;
        }

        await server.EndedAsync();
        throw new InvalidOperationException("The server ended: " + server.Messages);
    }

    public static ServerProcess Launch(Installation installation, string? plant = null)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Shiraka.Server.dll"), "serve", "--database", installation.Database, "--data", installation.Folder, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = installation.Folder,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";      // these processes live for a second: instrumented code would only slow them
        if (plant is not null)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(ServerProcess).Assembly.Location;
            start.Environment[PlantedFaults.Variable] = plant;
        }

        var server = new ServerProcess(Process.Start(start)!);
        server.process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null && server.messages.Count < 500) server.messages.Enqueue(line.Data);
        };
        server.process.BeginErrorReadLine();
        return server;
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is said.</summary>
    public void Kill() => process.Kill();

    /// <summary>SIGTERM, and the exit code once it ended.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await EndedAsync();
        return process.ExitCode;
    }

    public async Task EndedAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await EndedAsync();
        process.Dispose();
    }
}
