using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

public sealed class SourceFileTests
{
    [Fact]
    public void A_text_file_is_kept_character_for_character()
    {
        var opened = SourceFile.Open(Bytes("Convention\r\nsignée à Fès"), "a.txt");
        Assert.Equal("Convention\r\nsignée à Fès", opened.Text);
        Assert.Equal(("txt", 1.0, false), (opened.Kind, opened.Quality, opened.BidiOverrides));
    }

    [Fact]
    public void The_blocks_of_a_page_become_lines_and_its_scripts_vanish()
    {
        var opened = SourceFile.Open(Bytes("<html><head><title>x</title><script>var a='signé';</script></head><body><nav>Menu</nav><h1>Titre</h1><p>Un <b>accord</b>\n signé</p><style>p{}</style><ul><li>a</li><li>b</li></ul></body></html>"), "a.html");
        Assert.Equal("Titre\nUn accord signé\na\nb\n", opened.Text);
    }

    [Fact]
    public void A_page_nested_twenty_thousand_deep_does_not_end_the_process()
    {
        var page = string.Concat(Enumerable.Repeat("<div>", 20_000)) + "fin";
        Assert.Equal("fin\n", SourceFile.Open(Bytes(page), "a.html").Text);
    }

    [Fact]
    public void The_paragraphs_of_a_word_document_become_lines()
    {
        Assert.Equal("Article 1\nLes parties\n", SourceFile.Open(new MemoryStream(Docx("Article 1", "Les parties")), "a.docx").Text);
    }

    [Fact]
    public void A_word_document_that_unpacks_to_a_bomb_is_refused_before_it_is_parsed()
    {
        var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("word/document.xml", CompressionLevel.Optimal).Open();
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 120; i++) entry.Write(zeros);
        }
        bomb.Position = 0;
        Assert.Equal("archive_too_large", Refusal(bomb, "a.docx"));
    }

    [Theory]
    [InlineData("", "a.txt", "empty")]
    [InlineData("  \n ", "a.txt", "empty")]
    [InlineData("a\0b", "a.txt", "not_utf8")]
    [InlineData("x", "a.exe", "unsupported_type")]
    [InlineData("no zip", "a.docx", "broken_file")]
    [InlineData("no pdf", "a.pdf", "broken_file")]
    public void What_cannot_be_read_is_refused_with_a_code(string content, string name, string code) => Assert.Equal(code, Refusal(Bytes(content), name));

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused() => Assert.Equal("not_utf8", Refusal(new MemoryStream([0xC3, 0x28, 0xE9]), "a.txt"));

    [Fact]
    public void More_than_twenty_megabytes_are_refused() => Assert.Equal("too_large", Refusal(new MemoryStream(new byte[SourceFile.LargestFileBytes + 1]), "a.txt"));

    [Fact]
    public void A_missing_pdf_reader_is_told_as_such() => Assert.Equal("pdf_reader_missing", Assert.Throws<RefusedException>(() => SourceFile.Open(Bytes(Pdf("Convention")), "a.pdf", "no-such-pdf-reader")).Code);

    [Fact]
    public void The_text_layer_of_a_pdf_is_read_and_a_pdf_without_one_is_refused()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "poppler-utils is not installed");
        Assert.Contains("Convention de partenariat", SourceFile.Open(Bytes(Pdf("Convention de partenariat")), "a.pdf").Text, StringComparison.Ordinal);
        Assert.Equal("pdf_without_text", Refusal(Bytes(Pdf("")), "a.pdf"));
    }

    [Fact]
    public void Marks_that_reorder_the_display_are_reported_and_lower_the_quality()
    {
        var opened = SourceFile.Open(Bytes("signé\u202E par"), "a.txt");
        Assert.True(opened.BidiOverrides);
        Assert.True(opened.Quality < 1);
        Assert.Contains('\u202E', opened.Text);
    }

    private static string Refusal(Stream stream, string name) => Assert.Throws<RefusedException>(() => SourceFile.Open(stream, name)).Code;

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static byte[] Docx(params string[] paragraphs)
    {
        var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(new Body(paragraphs.Select(p => new Paragraph(new Run(new Text(p))))));
        return file.ToArray();
    }

    private static string Pdf(string text) => $"""
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
        4 0 obj<</Length {30 + text.Length}>>stream
        BT /F1 12 Tf 10 50 Td ({text}) Tj ET
        endstream endobj
        5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """;
}
