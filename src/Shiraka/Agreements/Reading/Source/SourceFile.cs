using System.Text;

namespace Shiraka.Agreements.TextReading;

/// <summary>
/// Opens what people deposit: <c>.txt</c>, <c>.html</c>, <c>.docx</c>, <c>.pdf</c>. Refuses with <see cref="RefusedException"/>:
/// <c>empty</c>, <c>too_large</c>, <c>text_too_long</c>, <c>not_utf8</c>, <c>archive_too_large</c>, <c>broken_file</c>, <c>pdf_without_text</c>,
/// <c>pdf_protected</c>, <c>pdf_reader_missing</c>, <c>pdf_too_slow</c>, <c>unsupported_type</c>.
/// </summary>
public static class SourceFile
{
    /// <summary>No agreement comes near it; above it a file is an attack or a mistake.</summary>
    public const int LargestFileBytes = 20 * 1024 * 1024;

    /// <summary>The longest treaty is a tenth of it; reading stays below two seconds on one core.</summary>
    public const int LongestText = 2_000_000;

    /// <param name="stream">Read once, to its end or to the limit.</param>
    /// <param name="fileName">Its extension says the type; the content has to agree with it. Without extension: text.</param>
    /// <param name="pdfReader">The program that turns a PDF into text (poppler's).</param>
    /// <param name="cancel">Stops the child process too.</param>
    public static SourceText Open(Stream stream, string fileName, string pdfReader = "pdftotext", CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var bytes = ReadBounded(stream, fileName);
        if (bytes.Length == 0) throw new RefusedException("empty", "the file is empty", fileName);
        var (kind, text) = Extension(fileName) switch
        {
            "txt" or "text" or "md" or "" => ("txt", Utf8(bytes, fileName)),
            "html" or "htm" or "xhtml" => ("html", HtmlText.Of(Utf8(bytes, fileName))),
            "docx" => ("docx", DocxText.Of(bytes, fileName)),
            "pdf" => ("pdf", PdfText.Of(bytes, fileName, pdfReader, cancel)),
            _ => throw new RefusedException("unsupported_type", "only .txt, .html, .docx and .pdf are read", fileName),
        };
        if (string.IsNullOrWhiteSpace(text)) throw new RefusedException("empty", "the file holds no text", fileName);
        if (text.Length > LongestText) throw new RefusedException("text_too_long", "the text is longer than two million characters", fileName, LongestText);
        return new SourceText(text, kind, QualityOf(text), BidiMarks.Override(text));
    }

    private static string Extension(string fileName) => Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();

    private static byte[] ReadBounded(Stream stream, string fileName)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (copy.Length + read > LargestFileBytes) throw new RefusedException("too_large", "the file is larger than 20 MB", fileName, LargestFileBytes);
            copy.Write(buffer, 0, read);
        }
        return copy.ToArray();
    }

    private static string Utf8(byte[] bytes, string fileName)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            if (text.Contains('\0', StringComparison.Ordinal)) throw new RefusedException("not_utf8", "the file holds binary data", fileName);
            return text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException("not_utf8", "the file is not UTF-8 text", fileName);
        }
    }

    private static double QualityOf(string text)
    {
        var odd = 0;
        foreach (var c in text)
            if (c == '\uFFFD' || Fold.IsBidiControl(c) || (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f'))) odd++;
        return Math.Round(Math.Clamp(1 - (odd * 40.0 / text.Length), 0, 1), 2);
    }
}
