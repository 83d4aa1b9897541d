using System.Text;
using System.Text.Unicode;

namespace Shiraka.Server.Commands;

/// <summary>
/// Reads columns of a tab-separated table under a header line, whole before anything is answered. Empty lines are passed over; cells
/// that nobody asked for may be missing at the end of a line.
/// </summary>
internal static class Table
{
    /// <summary>Room for a register of a million names, in millions of bytes.</summary>
    public const int MostMegabytes = 48;

    /// <summary>One array a line, with the cells of <paramref name="columns"/> in that order. A file, or standard input for <c>-</c>.</summary>
    /// <exception cref="RefusedException">Too large, not UTF-8, a column missing or there twice, a line too short or too long: with the line.</exception>
    public static async Task<List<string[]>> ReadAsync(string source, string[] columns, int mostMegabytes, Output output, CancellationToken cancel)
    {
        await using var stream = source == "-" ? output.Input : File.OpenRead(source);
        using var whole = new MemoryStream();
        var piece = new byte[1 << 16];
        while (await stream.ReadAsync(piece, cancel) is > 0 and var read)
        {
            if (whole.Length + read > mostMegabytes * 1_000_000L) throw new RefusedException("table.too_large", $"{source} is larger than {mostMegabytes} MB.");
            await whole.WriteAsync(piece.AsMemory(0, read), cancel);
        }

        return Rows(source, whole.GetBuffer().AsSpan(0, (int)whole.Length), columns);
    }

    private static List<string[]> Rows(string source, ReadOnlySpan<byte> bytes, string[] columns)
    {
        var (rows, at, width, line) = (new List<string[]>(), Array.Empty<int>(), 0, 0);
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (bytes.IsEmpty) throw new RefusedException("table.empty", $"{source} is empty.");
        while (!bytes.IsEmpty)
        {
            line++;
            var end = bytes.IndexOf((byte)'\n');
            var text = (end < 0 ? bytes : bytes[..end]).TrimEnd((byte)'\r');
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            if (text.IsEmpty && line > 1) continue;
            if (!Utf8.IsValid(text)) throw Refused(source, line, "table.encoding", "it is not UTF-8");
            var cells = Encoding.UTF8.GetString(text).Split('\t');
            if (line == 1)
            {
                (at, width) = (Array.ConvertAll(columns, column => At(source, cells, column)), cells.Length);
                continue;
            }

            if (cells.Length > width) throw Refused(source, line, "table.ragged", $"it has {cells.Length} cells where the header has {width}");
            if (Array.Find(columns, column => at[Array.IndexOf(columns, column)] >= cells.Length) is { } missing)
                throw Refused(source, line, "table.ragged", $"it ends before the column {missing}");
            rows.Add(Array.ConvertAll(at, cell => cells[cell]));
        }

        return rows;
    }

    private static int At(string source, string[] header, string column) => (Array.IndexOf(header, column), Array.LastIndexOf(header, column)) switch
    {
        ( < 0, _) => throw Refused(source, 1, "table.column", $"there is no column {column}; the header reads: {string.Join(", ", header)}"),
        var (first, last) when first != last => throw Refused(source, 1, "table.column", $"the column {column} is there twice"),
        var (first, _) => first,
    };

    private static RefusedException Refused(string source, int line, string code, string reason) => new(code, $"{source}, line {line}: {reason}.");
}
