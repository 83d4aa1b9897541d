using System.IO.Compression;
using System.Text;

namespace Shiraka.Documents;

/// <summary>Recognises content by what it is, never by what it is called.</summary>
internal static class ContentSniff
{
    private const int HeadBytes = 1024;
    private static readonly byte[][] Programs = [[.. "MZ"u8], [.. "#!"u8], [0x7F, .. "ELF"u8], [0xCA, 0xFE, 0xBA, 0xBE], [0xCF, 0xFA, 0xED, 0xFE]];

    /// <summary>The kind of a file that lies on the disk; <see cref="ContentKind.Unknown"/> for programs and for all we do not know.</summary>
    public static ContentKind Of(FileStream file)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        file.Position = 0;
        head = head[..file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
        file.Position = 0;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return ContentKind.Png;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return ContentKind.Jpeg;
        if (head.StartsWith("PK\x03\x04"u8)) return Package(file);
        foreach (var program in Programs)
            if (head.StartsWith(program)) return ContentKind.Unknown;
        if (head.IndexOf("%PDF-"u8) >= 0) return ContentKind.Pdf;
        return IsText(file) ? ContentKind.Text : ContentKind.Unknown;
    }

    private static ContentKind Package(FileStream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.GetEntry("word/document.xml") is not null) return ContentKind.Word;
            if (archive.GetEntry("xl/workbook.xml") is not null) return ContentKind.Sheet;
            if (archive.GetEntry("mimetype") is not { } mark) return ContentKind.Unknown;
            using var reader = new StreamReader(mark.Open(), Encoding.ASCII);
            var text = new char[64];
            return new string(text, 0, reader.ReadBlock(text)).Trim() == "application/vnd.oasis.opendocument.text" ? ContentKind.OpenDocument : ContentKind.Unknown;
        }
        catch (InvalidDataException)
        {
            return ContentKind.Unknown;
        }
        finally
        {
            file.Position = 0;
        }
    }

    // UTF-16 with its mark, else bytes without the control characters that only binary files hold (older exports are in code pages).
    private static bool IsText(FileStream file)
    {
        var buffer = new byte[64 * 1024];
        var first = true;
        for (int length; (length = file.Read(buffer)) > 0; first = false)
        {
            if (first && length >= 2 && (buffer[0], buffer[1]) is (0xFF, 0xFE) or (0xFE, 0xFF)) return true;
            foreach (var value in buffer.AsSpan(0, length))
                if (value < 0x20 && value is not (0x09 or 0x0A or 0x0C or 0x0D or 0x1B)) return false;
        }

        return !first;
    }
}
