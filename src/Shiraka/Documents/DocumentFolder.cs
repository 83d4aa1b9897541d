using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Documents;

/// <summary>
/// Files by the hash of their content: <c>documents/ab/cdef…</c>. A file has its final name only when it is whole, checked and on
/// the disk; whatever is cut short stays in <c>incoming</c> until the sweep.
/// </summary>
internal sealed partial class DocumentFolder(Installation installation, TimeProvider clock) : IFileIntake
{
    /// <summary>Held while a file is named or removed, so that a sweep never takes what was just given again.</summary>
    private readonly Lock naming = new();

    public string Root { get; } = installation.DocumentsFolder;

    public string Incoming => Path.Combine(Root, "incoming");

    public async Task<PostedFile> KeepAsync(Stream content, string fileName, string contentType, CancellationToken cancel)
    {
        var name = DocumentName.Clean(fileName);
        var kind = DocumentKind.Of(name) ?? throw new RefusedException("document_type", $"Only these files are accepted: {DocumentKind.Accepted}.", DocumentKind.Accepted);
        System.IO.Directory.CreateDirectory(Incoming);
        var part = Path.Combine(Incoming, Guid.CreateVersion7().ToString("N"));
        try
        {
            await using var file = new FileStream(part, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous });
            var (sha256, size) = await CopyAsync(content, file, kind, cancel);
            Check(file, kind);
            file.Flush(flushToDisk: true);
            Name(part, sha256);
            return new PostedFile(sha256, name, kind.Type, size);
        }
        finally
        {
            File.Delete(part);      // gone already where it was named
        }
    }

    /// <summary>Where the content of a hash lies; null where it is no hash or there is no such file.</summary>
    public string? Find(string sha256) => Hash().IsMatch(sha256) && PathOf(sha256) is var path && File.Exists(path) ? path : null;

    /// <summary>Removes a file unless it was given again since <paramref name="before"/>. True where it is gone.</summary>
    public bool Remove(string path, DateTimeOffset before)
    {
        lock (naming)
        {
            if (File.GetLastWriteTimeUtc(path) >= before.UtcDateTime) return false;
            File.Delete(path);
            return true;
        }
    }

    private void Name(string part, string sha256)
    {
        var path = PathOf(sha256);
        lock (naming)
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.SetLastWriteTimeUtc(part, clock.GetUtcNow().UtcDateTime);
            File.Move(part, path, overwrite: true);     // the same content: replacing it changes nothing but its age
            Durable.Flush(Path.GetDirectoryName(path)!);
            Durable.Flush(Root);
        }
    }

    private static async Task<(string Sha256, long Size)> CopyAsync(Stream content, FileStream file, DocumentKind kind, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[80 * 1024];
        var size = 0L;
        for (int length; (length = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            size += length;
            if (size > kind.MostBytes) throw new RefusedException("document_too_large", $"The file passes {kind.MostBytes} bytes.", kind.MostBytes / (1024 * 1024));
            hash.AppendData(buffer, 0, length);
            await file.WriteAsync(buffer.AsMemory(0, length), cancel);
        }

        await file.FlushAsync(cancel);
        return size == 0 ? throw new RefusedException("document_empty", "The file is empty.") : (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private static void Check(FileStream file, DocumentKind kind)
    {
        if (ContentSniff.Of(file) != kind.Content) throw new RefusedException("document_mismatch", "The content is not what the end of the name says.");
        if (kind.IsPackage) PackageLimits.Check(file);
    }

    private string PathOf(string sha256) => Path.Combine(Root, sha256[..2], sha256[2..]);

    [GeneratedRegex("^[0-9a-f]{64}\\z", RegexOptions.None, 1000)]
    private static partial Regex Hash();
}
