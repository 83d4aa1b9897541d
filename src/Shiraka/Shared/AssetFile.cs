using System.Security.Cryptography;

namespace Shiraka.Shared;

/// <summary>One file sent to browsers, with its content as sent: plain, Brotli, gzip (compressed on first request, then kept).</summary>
internal sealed class AssetFile
{
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    public AssetFile(string name, byte[] content)
    {
        Name = name;
        Content = content;
        Hash = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
        var dot = name.LastIndexOf('.');
        File = $"{name[..dot]}.{Hash}{name[dot..]}";
        _brotli = new(() => Compression.Brotli(content));
        _gzip = new(() => Compression.Gzip(content));
    }

    public string Name { get; }
    public string File { get; }
    public string Hash { get; }
    public byte[] Content { get; }
    public byte[] Brotli => _brotli.Value;
    public byte[] Gzip => _gzip.Value;
    public string ContentType => TypeOf(Name)!;

    /// <summary>Fonts are compressed already.</summary>
    public bool IsCompressible => !Name.EndsWith(".woff2", StringComparison.Ordinal);

    public static string? TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".webmanifest" => "application/manifest+json",
        _ => null,
    };
}
