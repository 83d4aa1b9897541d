using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Shiraka.Agreements.TextReading;

/// <summary>The paragraphs of a Word document. The archive is measured before anything in it is unpacked.</summary>
internal static class DocxText
{
    private const int MostEntries = 2_000;
    private const long LargestInflated = 100L * 1024 * 1024;
    private const long LargestRatio = 200;

    public static string Of(byte[] bytes, string fileName)
    {
        try
        {
            Measure(bytes, fileName);
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            if (document.MainDocumentPart?.Document.Body is not { } body) throw new RefusedException("broken_file", "the document has no body", fileName);
            var text = new StringBuilder();
            foreach (var paragraph in body.Descendants<Paragraph>()) Append(paragraph, text);
            return text.ToString();
        }
        catch (Exception broken) when (broken is InvalidDataException or OpenXmlPackageException or FileFormatException or System.Xml.XmlException or ArgumentException or KeyNotFoundException or InvalidOperationException)
        {
            throw new RefusedException("broken_file", $"not a Word document: {broken.GetType().Name}", fileName);
        }
    }

    private static void Measure(byte[] bytes, string fileName)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        long told = 0;
        if (archive.Entries.Count > MostEntries) throw TooLarge(fileName);
        foreach (var entry in archive.Entries)
        {
            told += entry.Length;
            if (told > LargestInflated || (entry.CompressedLength > 0 && entry.Length > 1_000_000 && entry.Length / entry.CompressedLength > LargestRatio)) throw TooLarge(fileName);
        }
    }

    private static RefusedException TooLarge(string fileName) => new("archive_too_large", "the archive unpacks to more than a document", fileName);

    private static void Append(Paragraph paragraph, StringBuilder text)
    {
        foreach (OpenXmlElement part in paragraph.Descendants())
        {
            switch (part)
            {
                case Text words when words.Ancestors<DeletedRun>().FirstOrDefault() is null: text.Append(words.Text); break;
                case TabChar: text.Append('\t'); break;
                case Break: text.Append('\n'); break;
            }
        }
        text.Append('\n');
    }
}
