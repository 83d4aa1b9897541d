using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Shared;
using Xunit;

namespace Shiraka.Tests.Documents;

public sealed class DocumentFolderTests : IDisposable
{
    private readonly string place = System.IO.Directory.CreateTempSubdirectory("shiraka-docs-").FullName;
    private readonly DocumentFolder folder;

    public DocumentFolderTests() => folder = new DocumentFolder(new Installation("x.db", place), TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_kept_under_the_hash_of_its_content()
    {
        var bytes = "%PDF-1.7 convention"u8.ToArray();

        var kept = await KeepAsync(bytes, "Convention cadre.pdf");

        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(bytes)), "Convention cadre.pdf", "application/pdf", bytes.Length), (kept.Sha256, kept.FileName, kept.ContentType, (int)kept.SizeBytes));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(folder.Find(kept.Sha256)!, Cancel));
        Assert.Single(FilesNamed());
    }

    [Fact]
    public async Task The_same_content_under_two_names_is_kept_once()
    {
        var first = await KeepAsync("%PDF-1.7"u8.ToArray(), "a.pdf");
        var second = await KeepAsync("%PDF-1.7"u8.ToArray(), "اتفاقية.pdf");

        Assert.Equal(first.Sha256, second.Sha256);
        Assert.Equal("اتفاقية.pdf", second.FileName);
        Assert.Single(FilesNamed());
    }

    [Theory]
    [InlineData("../../../etc/passwd.txt", "passwd.txt")]
    [InlineData("..\\..\\windows\\note.txt", "note.txt")]
    [InlineData("a\0b\r\nSet-Cookie: x=1.txt", "abSet-Cookie_ x=1.txt")]
    [InlineData("rapport\u202Efdp.txt", "rapportfdp.txt")]
    [InlineData("\"quoted\";name=<script>.txt", "quoted__name=_script_.txt")]
    public async Task A_hostile_name_becomes_a_plain_one(string given, string expected)
    {
        var kept = await KeepAsync("texte"u8.ToArray(), given);

        Assert.Equal(expected, kept.FileName);
        Assert.All(FilesNamed(), path => Assert.StartsWith(folder.Root, Path.GetFullPath(path), StringComparison.Ordinal));
        Assert.Empty(System.IO.Directory.EnumerateFiles(place, "*passwd*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_very_long_name_is_shortened_and_keeps_its_end()
    {
        var kept = await KeepAsync("texte"u8.ToArray(), new string('م', 5000) + ".txt");

        Assert.Equal(120, kept.FileName.Length);
        Assert.EndsWith(".txt", kept.FileName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.exe", "document_type")]
    [InlineData("a.docm", "document_type")]
    [InlineData("a", "document_type")]
    [InlineData("...txt", "document_type")]
    [InlineData("note\u202Etxt.exe", "document_type")]
    public async Task A_name_with_another_end_is_refused(string name, string code) => await RefusedAsync(code, "texte"u8.ToArray(), name);

    public static TheoryData<string, byte[]> Disguised => new()
    {
        { "a.pdf", "MZ\x90\0"u8.ToArray() }, { "a.txt", [0x7F, .. "ELF"u8, 2, 1] }, { "a.txt", "#!/bin/sh\nrm -rf /\n"u8.ToArray() },
        { "a.pdf", "bonjour"u8.ToArray() }, { "a.png", [0xFF, 0xD8, 0xFF, 0xE0] }, { "a.docx", "PK\x03\x04 not a zip"u8.ToArray() },
        { "a.xlsx", Package(("word/document.xml", "<w/>")) }, { "a.docx", Package(("payload.txt", "x")) }, { "a.csv", [65, 0, 66] },
    };

    [Theory, MemberData(nameof(Disguised))]
    public async Task Content_that_is_not_what_its_name_says_is_refused(string name, byte[] bytes) => await RefusedAsync("document_mismatch", bytes, name);

    [Fact]
    public async Task A_document_is_recognised_by_its_parts()
    {
        Assert.Equal(DocumentKind.Of("a.docx")!.Type, (await KeepAsync(Package(("[Content_Types].xml", "<t/>"), ("word/document.xml", "<w/>")), "a.docx")).ContentType);
        Assert.Equal(DocumentKind.Of("a.odt")!.Type, (await KeepAsync(Package(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<c/>")), "a.odt")).ContentType);
        Assert.Equal("text/csv", (await KeepAsync(Encoding.Latin1.GetBytes("prénom;durée\n"), "liste.CSV")).ContentType);
    }

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("word/embeddings/setup.EXE")]
    public async Task A_document_with_an_active_part_is_refused(string part) =>
        await RefusedAsync("document_active", Package(("word/document.xml", "<w/>"), (part, "x")), "a.docx");

    [Fact]
    public async Task A_document_that_swells_when_unpacked_is_refused_although_it_is_small()
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 201; i++) part.Write(zeros);
        }

        Assert.True(memory.Length < 4 * 1024 * 1024);
        await RefusedAsync("document_swells", memory.ToArray(), "a.docx");
    }

    [Fact]
    public async Task An_empty_file_and_one_beyond_its_limit_are_refused()
    {
        await RefusedAsync("document_empty", [], "a.txt");
        var large = new byte[DocumentKind.Of("a.txt")!.MostBytes + 1];
        Array.Fill(large, (byte)'a');
        await RefusedAsync("document_too_large", large, "a.txt");
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_under_a_final_name()
    {
        await Assert.ThrowsAsync<IOException>(() => folder.KeepAsync(new BreakingStream(200_000), "a.txt", "text/plain", Cancel));

        Assert.Empty(FilesNamed());
        Assert.Empty(System.IO.Directory.EnumerateFiles(folder.Incoming));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../../shiraka.db")]
    [InlineData("ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef0123456789")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000\n")]
    public void What_is_no_hash_is_never_looked_up(string text) => Assert.Null(folder.Find(text));

    public void Dispose() => System.IO.Directory.Delete(place, recursive: true);

    private Task<PostedFile> KeepAsync(byte[] bytes, string name) => folder.KeepAsync(new MemoryStream(bytes), name, "application/octet-stream", Cancel);

    private async Task RefusedAsync(string code, byte[] bytes, string name)
    {
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => KeepAsync(bytes, name))).Code);
        Assert.Empty(FilesNamed());
    }

    private string[] FilesNamed() => System.IO.Directory.Exists(folder.Root)
        ? [.. System.IO.Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories).Where(path => !path.StartsWith(folder.Incoming, StringComparison.Ordinal))] : [];

    private static byte[] Package(params (string Name, string Text)[] parts)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }

        return memory.ToArray();
    }

    /// <summary>A connection that is cut after some bytes.</summary>
    private sealed class BreakingStream(int after) : MemoryStream(new byte[after])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var length and > 0 ? length : throw new IOException("The connection was cut.");
    }
}
