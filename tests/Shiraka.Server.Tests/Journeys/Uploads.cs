using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Playwright;

namespace Shiraka.Server.Tests.Journeys;

/// <summary>Files as an officer would choose them: good ones, and what arrives by mistake or in bad faith.</summary>
internal static class Uploads
{
    public static FilePayload Html(string name, string paragraphs) => File(name, "text/html", Encoding.UTF8.GetBytes(
        $"<!doctype html><html><head><meta charset=utf-8><title>x</title><script>track()</script></head><body><nav>Menu</nav>{Paragraphs(paragraphs)}</body></html>"));

    public static FilePayload Docx(string name, string paragraphs)
    {
        var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(new Body(paragraphs.Split("\n\n").Select(text => new Paragraph(new Run(new Text(text))))));
        return File(name, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", file.ToArray());
    }

    /// <summary>Printed by the browser, as people make them.</summary>
    public static async Task<FilePayload> PdfAsync(IBrowserContext context, string name, string paragraphs)
    {
        var page = await context.NewPageAsync();
        await page.SetContentAsync($"<meta charset=utf-8><body style='font: 16px serif'>{Paragraphs(paragraphs)}</body>");
        var bytes = await page.PdfAsync();
        await page.CloseAsync();
        return File(name, "application/pdf", bytes);
    }

    public static FilePayload Protected(string name) => File(name, "application/pdf", Encoding.ASCII.GetBytes($"""
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]>>endobj
        4 0 obj<</Filter/Standard/V 1/R 2/O<{new string('A', 64)}>/U<{new string('B', 64)}>/P -4>>endobj
        trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<{new string('0', 32)}><{new string('0', 32)}>]>>
        %%EOF
        """));

    public static FilePayload Bomb(string name)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 220; i++) part.Write(zeros);
        }

        return File(name, "application/octet-stream", file.ToArray());
    }

    public static FilePayload File(string name, string type, byte[] content) => new() { Name = name, MimeType = type, Buffer = content };

    private static string Paragraphs(string text) => string.Concat(text.Split("\n\n").Select(one => $"<p>{System.Net.WebUtility.HtmlEncode(one)}</p>"));
}
