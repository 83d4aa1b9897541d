using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Shiraka.Server.Tests.CommandLine;

/// <summary>Runs the executable as a script would, in a folder of its own.</summary>
internal sealed class Shell : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("shiraka-shell-").FullName;

    /// <summary>Set for every command of this shell, instead of what the test run inherited.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public string File(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public Task<Ended> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    public async Task<Ended> RunWithInputAsync(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(input));
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Shiraka.Server.dll"), .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("SHIRAKA_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in Variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Starts a server on a free port and answers with its address once it says that it listens.</summary>
    public async Task<(Process Process, string Url)> ServeAsync(params string[] arguments)
    {
        var process = Start(["serve", "--urls", "http://127.0.0.1:0", .. arguments]);
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (line.StartsWith("Listening on ", StringComparison.Ordinal)) return (process, line["Listening on ".Length..]);
        throw new InvalidOperationException("The server ended: " + await process.StandardError.ReadToEndAsync(patience.Token));
    }

    public static void Interrupt(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public static async Task<Ended> EndAsync(Process process)
    {
        using var patience = new CancellationTokenSource(Patience);
        var (results, messages) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return new Ended(process.ExitCode, await results, await messages);
    }

    public void Dispose() => System.IO.Directory.Delete(Folder, recursive: true);
}

/// <summary>What a command left behind.</summary>
internal sealed record Ended(int Status, string Results, string Messages)
{
    public string[] Lines => Results.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public bool ShowsATrace => (Results + Messages).Contains("   at ", StringComparison.Ordinal);
}
