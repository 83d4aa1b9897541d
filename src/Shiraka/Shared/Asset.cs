using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Shiraka.Shared;

/// <summary>
/// The stylesheet, scripts, fonts and the mark, read once from the assembly: every <c>{Module}/Assets/*</c>.
/// An address holds the hash of the content, so it may be kept for a year. Where the fonts were not fetched at build,
/// the stylesheet loses their <c>@font-face</c> and the fonts of the system are used.
/// </summary>
public static partial class Asset
{
    private static readonly FrozenDictionary<string, AssetFile> s_byName = Read(typeof(Asset).Assembly);
    private static readonly FrozenDictionary<string, AssetFile> s_byFile = s_byName.Values.ToFrozenDictionary(asset => asset.File, StringComparer.Ordinal);

    /// <summary>The address of an asset: <c>/assets/shiraka.1f0c….css</c> for <c>shiraka.css</c>. An unknown name throws.</summary>
    public static string Url(string name) => "/assets/" + s_byName[name].File;

    /// <summary>False where the build could not fetch it, as for fonts without npm.</summary>
    public static bool Has(string name) => s_byName.ContainsKey(name);

    /// <summary>The asset behind the last segment of an address, or null where name, hash or extension is not ours.</summary>
    internal static AssetFile? Find(string file) => s_byFile.GetValueOrDefault(file);

    private static FrozenDictionary<string, AssetFile> Read(Assembly assembly)
    {
        var contents = assembly.GetManifestResourceNames()
            .Where(name => name.Contains("/Assets/", StringComparison.Ordinal) && AssetFile.TypeOf(name) is not null)
            .ToDictionary(name => name[(name.LastIndexOf('/') + 1)..], name => Bytes(assembly, name), StringComparer.Ordinal);

        // Sheets name fonts by address, so their hash must come after that of the fonts.
        var plain = contents.Where(content => !content.Key.EndsWith(".css", StringComparison.Ordinal))
            .Select(content => new AssetFile(content.Key, content.Value)).ToDictionary(asset => asset.Name, StringComparer.Ordinal);
        var sheets = contents.Where(content => content.Key.EndsWith(".css", StringComparison.Ordinal))
            .Select(content => new AssetFile(content.Key, Encoding.UTF8.GetBytes(WithFonts(Encoding.UTF8.GetString(content.Value), plain))));
        return plain.Values.Concat(sheets).ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
    }

    internal static string WithFonts(string sheet, IReadOnlyDictionary<string, AssetFile> fonts) =>
        FontFace().Replace(sheet, face => fonts.TryGetValue(face.Groups["name"].Value, out var font)
            ? FontUrl().Replace(face.Value, $"url(\"{font.File}\")")
            : "");

    private static byte[] Bytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    [GeneratedRegex("""@font-face\s*\{[^}]*url\("(?:[^"]*/)?(?<name>[^"/]+)"\)[^}]*\}\s*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FontFace();

    [GeneratedRegex("""url\("[^"]*"\)""", RegexOptions.None, 1000)]
    private static partial Regex FontUrl();
}
