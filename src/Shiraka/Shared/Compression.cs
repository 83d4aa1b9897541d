using System.IO.Compression;

namespace Shiraka.Shared;

/// <summary>The two encodings browsers take, at their smallest size: for what is compressed once and sent often.</summary>
internal static class Compression
{
    public static byte[] Brotli(byte[] content) => Through(content, to => new BrotliStream(to, CompressionLevel.SmallestSize));

    public static byte[] Gzip(byte[] content) => Through(content, to => new GZipStream(to, CompressionLevel.SmallestSize));

    private static byte[] Through(byte[] content, Func<Stream, Stream> compress)
    {
        using var memory = new MemoryStream();
        using (var stream = compress(memory)) stream.Write(content);
        return memory.ToArray();
    }
}
