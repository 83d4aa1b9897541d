using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Shiraka.Programme;

/// <summary>
/// Prints an HTML file to PDF by the Chromium of this machine: the one named in the environment variable <c>CHROMIUM</c>, else
/// the first of <c>chromium</c>, <c>chromium-browser</c>, <c>google-chrome</c> on the path. It runs with a profile of its own,
/// asks nothing of the network, and is given 30 seconds; two run at a time.
/// </summary>
public sealed class ChromiumPrinter(ILogger<ChromiumPrinter> log) : IDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--no-pdf-header-footer",
    ];

    private readonly SemaphoreSlim _running = new(2, 2);

    /// <summary>The program that prints, or null where this machine has none: the printable page remains.</summary>
    public static string? Find() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? File.Exists(named) ? named : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>The PDF of a self-contained HTML file.</summary>
    /// <exception cref="RefusedException"><c>programme.no-printer</c>; <c>programme.print-failed</c> where it takes too long or fails.</exception>
    public async Task<byte[]> PrintAsync(byte[] html, CancellationToken cancel = default)
    {
        var program = Find() ?? throw new RefusedException("programme.no-printer", "no Chromium on this machine; print the page by the browser");
        await _running.WaitAsync(cancel);
        var folder = System.IO.Directory.CreateTempSubdirectory("shiraka-print-").FullName;
        try
        {
            var (page, pdf) = (Path.Combine(folder, "report.html"), Path.Combine(folder, "report.pdf"));
            await File.WriteAllBytesAsync(page, html, cancel);
            await RunAsync(program, [.. Flags, "--user-data-dir=" + Path.Combine(folder, "profile"), "--print-to-pdf=" + pdf, new Uri(page).AbsoluteUri], cancel);
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancel) : throw Failed();
        }
        finally
        {
            _running.Release();
            Discard(folder);
        }
    }

    public void Dispose() => _running.Dispose();

    private async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true }) ?? throw Failed();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Limit);
        try
        {
            var said = process.StandardError.ReadToEndAsync(limit.Token);
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), said, process.WaitForExitAsync(limit.Token));
            if (process.ExitCode != 0) log.LogWarning("{Program} ended with {Code}: {Said}", program, process.ExitCode, await said);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning("{Program} did not print within {Limit}", program, Limit);
            throw Failed();
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    // A browser that was killed may still hold a file for a moment; the system clears its temporary folder anyway.
    private static void Discard(string folder)
    {
        try
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
        }
    }

    private static RefusedException Failed() => new("programme.print-failed", "the page could not be printed; print it by the browser");
}
