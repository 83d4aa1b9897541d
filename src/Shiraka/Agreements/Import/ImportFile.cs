using Shiraka.Agreements.TextReading;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>The text of a file that was taken in: it was kept by content hash before, and is read out of that copy.</summary>
internal static class ImportFile
{
    /// <exception cref="RefusedException">Its code begins with <c>agreements.file.</c>, for the words of the form.</exception>
    public static ImportText.Request Read(PostedFile file, Installation installation, CancellationToken cancel)
    {
        try
        {
            using var content = File.OpenRead(Path.Combine(installation.DocumentsFolder, file.Sha256[..2], file.Sha256[2..]));
            var source = SourceFile.Open(content, file.FileName, cancel: cancel);
            return new ImportText.Request(source.Text, file.FileName, source.Kind, Document: file.Sha256, Quality: source.BidiOverrides ? "bidi_overrides" : null);
        }
        catch (RefusedException e)
        {
            throw new RefusedException("agreements.file." + e.Code, e.Message, [.. e.Arguments]) { Field = "file" };
        }
    }
}
