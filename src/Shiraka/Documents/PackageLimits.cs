using System.IO.Compression;

namespace Shiraka.Documents;

/// <summary>
/// What a zipped document may hold. Its own figures are not believed: every part is unpacked into nothing and counted, so that no
/// reader after us meets one that swells, and none with macros or programs inside.
/// </summary>
internal static class PackageLimits
{
    private const int MostParts = 4000;
    private const long MostUnpackedBytes = 200L * 1024 * 1024;
    private static readonly string[] Programs = [".exe", ".dll", ".com", ".scr", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".jar", ".sh", ".hta", ".lnk"];

    /// <exception cref="RefusedException">It swells, is damaged, or holds macros or programs.</exception>
    public static void Check(FileStream file)
    {
        file.Position = 0;
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostParts) throw Swells();
            var left = MostUnpackedBytes;
            var buffer = new byte[64 * 1024];
            foreach (var part in archive.Entries)
            {
                if (IsActive(part.Name)) throw new RefusedException("document_active", "The document holds macros or programs.");
                using var content = part.Open();
                for (int length; (length = content.Read(buffer)) > 0;)
                    if ((left -= length) < 0) throw Swells();
            }
        }
        catch (InvalidDataException e)
        {
            throw new RefusedException("document_damaged", "The document cannot be unpacked: " + e.Message);
        }
    }

    private static RefusedException Swells() =>
        new("document_swells", $"Unpacked, the document would pass {MostUnpackedBytes} bytes or {MostParts} parts.", MostUnpackedBytes / (1024 * 1024));

    private static bool IsActive(string name) =>
        name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || Programs.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
}
