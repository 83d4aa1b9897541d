using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Shiraka.Shared;

/// <summary>
/// A table for a spreadsheet and for programs: RFC 4180 with commas, days and numbers as ISO writes them, and an apostrophe before every cell that a
/// spreadsheet would take for a formula. Begins with the mark without which spreadsheets read UTF-8 as the code page of their country.
/// </summary>
public sealed class CsvTable : IAsyncDisposable
{
    public const string ContentType = "text/csv; charset=utf-8";
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, NewLine = "\r\n" };

    private readonly StreamWriter writer;
    private readonly CsvWriter csv;

    private CsvTable(Stream to)
    {
        writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        csv = new CsvWriter(writer, Format);
    }

    /// <summary>A table on <paramref name="to"/>, which stays open, with its head.</summary>
    public static async Task<CsvTable> BeginAsync(Stream to, params string[] columns)
    {
        var table = new CsvTable(to);
        await table.RowAsync(columns);
        return table;
    }

    /// <summary>The whole table as bytes.</summary>
    public static async Task<byte[]> BytesAsync(string[] columns, IEnumerable<object?[]> rows)
    {
        using var bytes = new MemoryStream();
        await using (var table = await BeginAsync(bytes, columns))
            foreach (var row in rows) await table.RowAsync(row);
        return bytes.ToArray();
    }

    public Task RowAsync(params object?[] cells)
    {
        foreach (var cell in cells) csv.WriteField(Text(cell));
        return csv.NextRecordAsync();
    }

    public async Task FlushAsync(CancellationToken cancel)
    {
        await csv.FlushAsync();
        await writer.FlushAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await csv.DisposeAsync();
        await writer.DisposeAsync();
    }

    private static string? Text(object? cell) => cell switch
    {
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture),
    };
}
