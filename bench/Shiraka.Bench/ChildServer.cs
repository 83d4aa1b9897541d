using System.Diagnostics;
using System.Globalization;
using Shiraka.Ledger;

namespace Shiraka.Bench;

/// <summary>A server in a process of its own, as it runs in an installation, and what it costs.</summary>
internal sealed class ChildServer : IAsyncDisposable
{
    private readonly Process process;

    private ChildServer(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Resident memory in MiB.</summary>
    public double ResidentMiB => File.ReadLines($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [_, var kib, ..] ? double.Parse(kib, CultureInfo.InvariantCulture) / 1024 : 0;

    /// <summary>Processor time used so far, user and system together: what a request costs however busy the machine is.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts this executable as the server with the hand-written endpoint beside the real ones.</summary>
    public static Task<ChildServer> StartForBenchAsync(Installation installation) =>
        StartAsync("dotnet", [typeof(ChildServer).Assembly.Location, BenchServer.Verb, installation.Database, installation.Folder]);

    /// <summary>Starts the product itself; <paramref name="server"/> is a published executable or dll, else the built one.</summary>
    public static Task<ChildServer> StartProductAsync(Installation installation, string? server)
    {
        string[] serve = ["serve", "--database", installation.Database, "--data", installation.Folder, "--urls", "http://127.0.0.1:0"];
        var file = server ?? Path.Combine(AppContext.BaseDirectory, "Shiraka.Server.dll");
        return file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? StartAsync("dotnet", [file, .. serve]) : StartAsync(file, serve);
    }

    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<ChildServer> StartAsync(string program, string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("Listening on ", StringComparison.Ordinal)) return new ChildServer(process, new Uri(line["Listening on ".Length..].Split(',')[0]));
        throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} did not start.");
    }
}
