using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Shiraka.Exchange;

/// <summary>Reads the file of <c>shiraka match</c>. Whatever is wrong with it is refused with its line, before anything is computed.</summary>
public static class MatchingFile
{
    /// <summary>Unless the caller allows more.</summary>
    public const long MostBytes = 32_000_000;

    /// <summary>Reads a stream to its end, or to the first byte too many.</summary>
    /// <exception cref="RefusedException">It is longer than <paramref name="most"/>.</exception>
    public static async Task<byte[]> LoadAsync(Stream stream, long most, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most) throw FileRefusal.OnLine(1, "too_large", most / 1_000_000);
        }

        return bytes.ToArray();
    }

    /// <exception cref="RefusedException">With the line and the reason.</exception>
    public static MatchingProblem Read(ReadOnlySpan<byte> bytes, long most = MostBytes)
    {
        var text = Checked(bytes, most);
        var file = new RawFile();
        try
        {
            new FileReader(text, file).Read();
        }
        catch (JsonException wrong)
        {
            throw FileRefusal.OnLine((int)(wrong.LineNumber ?? 0) + 1, "json", (wrong.BytePositionInLine ?? 0) + 1);
        }

        return new FileChecks(file).Build(text);
    }

    /// <summary>The text without its mark, if it is UTF-8 and of a size that can be read.</summary>
    internal static ReadOnlySpan<byte> Checked(ReadOnlySpan<byte> bytes, long most)
    {
        if (bytes.Length > most) throw FileRefusal.OnLine(1, "too_large", most / 1_000_000);
        if (!Utf8.IsValid(bytes)) throw FileRefusal.At(bytes, FirstInvalid(bytes), "encoding");
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        if (bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0) throw FileRefusal.OnLine(1, "empty");
        return bytes;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at;
    }
}
