using System.Runtime.InteropServices;

namespace Shiraka.Documents;

/// <summary>Makes a new name in a folder survive a power cut: on POSIX the folder itself has to be flushed, which .NET has no call for.</summary>
internal static class Durable
{
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(System.Text.Encoding.UTF8.GetBytes(folder + "\0"), 0);
        if (handle < 0) throw new IOException($"The folder {folder} cannot be opened to flush it.");
        try
        {
            if (FSync(handle) != 0) throw new IOException($"The folder {folder} cannot be flushed.");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", ExactSpelling = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", ExactSpelling = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(int handle);

    [DllImport("libc", EntryPoint = "close", ExactSpelling = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
