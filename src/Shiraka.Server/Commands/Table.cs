using System.Text;

namespace Shiraka.Server.Commands;

/// <summary>A tab-separated table with a header line, strict about its encoding; cells that are missing at the end of a line are empty.</summary>
internal sealed record Table(string Source, string[] Header, IReadOnlyList<string[]> Rows)
{
    private const char ByteOrderMark = '\uFEFF';

    /// <exception cref="RefusedException">There is no such column.</exception>
    public int Column(string name) => Array.IndexOf(Header, name) is var at and >= 0
        ? at
        : throw new RefusedException("table.column", $"{Source} has no column {name}; its header reads: {string.Join(", ", Header)}");

    /// <summary>Reads a file, or standard input for <c>-</c>. Empty lines are passed over.</summary>
    /// <exception cref="RefusedException">It is not UTF-8 or has no header.</exception>
    public static async Task<Table> ReadAsync(string source, Output output, CancellationToken cancel)
    {
        await using var stream = source == "-" ? output.Input : File.OpenRead(source);
        using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        try
        {
            var header = (await reader.ReadLineAsync(cancel))?.TrimStart(ByteOrderMark).Split('\t') ?? throw new RefusedException("table.empty", $"{source} is empty.");
            var rows = new List<string[]>();
            while (await reader.ReadLineAsync(cancel) is { } text)
            {
                if (text.Length == 0) continue;
                var cells = text.Split('\t');
                if (cells.Length < header.Length) Array.Resize(ref cells, header.Length);
                for (var i = 0; i < cells.Length; i++) cells[i] ??= "";
                rows.Add(cells);
            }

            return new Table(source, header, rows);
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException("table.encoding", $"{source} is not UTF-8.");
        }
    }
}
