using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Shiraka.Agreements.TextReading;

/// <summary>The text layer of a PDF, by a child process with limits of its own: a hostile file costs a second, not the server.</summary>
internal static class PdfText
{
    private const int LongestMilliseconds = 10_000;
    private const long LargestMemoryBytes = 1024L * 1024 * 1024;
    private const int MostCharacters = 20_000_000;

    public static string Of(byte[] bytes, string fileName, string program, CancellationToken cancel)
    {
        if (bytes.Length < 5 || !bytes.AsSpan(0, Math.Min(1024, bytes.Length)).ContainsPdfMark()) throw new RefusedException("broken_file", "not a PDF", fileName);
        var path = Path.Combine(Path.GetTempPath(), $"shiraka-{Guid.CreateVersion7():N}.pdf");
        try
        {
            File.WriteAllBytes(path, bytes);
            var text = Run(program, path, fileName, bytes.AsSpan().IndexOf("/Encrypt"u8) >= 0, cancel);
            if (string.IsNullOrWhiteSpace(text)) throw new RefusedException("pdf_without_text", "the PDF has no text layer: it is a picture", fileName);
            return text.Replace('\f', '\n');
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool ContainsPdfMark(this ReadOnlySpan<byte> head) => head.IndexOf("%PDF-"u8) >= 0;

    private static bool ContainsPdfMark(this Span<byte> head) => ((ReadOnlySpan<byte>)head).ContainsPdfMark();

    private static string Run(string program, string path, string fileName, bool isEncrypted, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LongestMilliseconds);
        using var process = Start(program, path, fileName);
        try
        {
            using var stop = limit.Token.Register(() => End(process));
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var text = Bounded(process.StandardOutput);
            process.WaitForExit();
            if (limit.IsCancellationRequested && !cancel.IsCancellationRequested) throw new RefusedException("pdf_too_slow", "the PDF took longer than 10 s to read", fileName);
            cancel.ThrowIfCancellationRequested();
            if (process.ExitCode == 127) throw Missing(fileName);
            if (process.ExitCode != 0 && isEncrypted) throw new RefusedException("pdf_protected", "the PDF is protected by a password", fileName);
            if (process.ExitCode != 0) throw new RefusedException("broken_file", $"the PDF cannot be read (status {process.ExitCode})", fileName);
            _ = errors.IsCompleted;
            return text;
        }
        finally
        {
            End(process);
        }
    }

    private static Process Start(string program, string path, string fileName)
    {
        var limited = OperatingSystem.IsLinux() && File.Exists("/usr/bin/prlimit");
        var start = new ProcessStartInfo(limited ? "/usr/bin/prlimit" : program)
        { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false };
        if (limited) foreach (var argument in new[] { $"--as={LargestMemoryBytes}", "--cpu=15", program }) start.ArgumentList.Add(argument);
        foreach (var argument in new[] { "-enc", "UTF-8", "-nopgbrk", "-q", path, "-" }) start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start) ?? throw Missing(fileName);
        }
        catch (Win32Exception)
        {
            throw Missing(fileName);
        }
    }

    private static RefusedException Missing(string fileName) => new("pdf_reader_missing", "pdftotext (poppler-utils) is not installed", fileName);

    private static string Bounded(StreamReader output)
    {
        var text = new StringBuilder();
        var buffer = new char[16_384];
        for (int read; (read = output.Read(buffer)) > 0 && text.Length < MostCharacters;) text.Append(buffer, 0, read);
        return text.ToString();
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the kill.
        }
    }
}
