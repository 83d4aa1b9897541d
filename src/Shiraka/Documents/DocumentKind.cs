using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shiraka.Documents;

/// <summary>What the first bytes of a file say it is.</summary>
internal enum ContentKind
{
    Unknown,
    Pdf,
    Word,
    Sheet,
    OpenDocument,
    Png,
    Jpeg,
    Text,
}

/// <summary>A kind of file that is accepted, by the end of its name; from <c>kinds.json</c>.</summary>
internal sealed record DocumentKind(string Type, ContentKind Content, long MostBytes)
{
    private static readonly FrozenDictionary<string, DocumentKind> ByExtension = Load();

    /// <summary>No kind allows more than this.</summary>
    public static long MostBytesOfAny { get; } = ByExtension.Values.Max(kind => kind.MostBytes);

    /// <summary>The ends of names that are accepted, for the reader of a refusal.</summary>
    public static string Accepted { get; } = string.Join(", ", ByExtension.Keys.Order(StringComparer.Ordinal));

    public bool IsPackage => Content is ContentKind.Word or ContentKind.Sheet or ContentKind.OpenDocument;

    public static DocumentKind? Of(string fileName) => ByExtension.GetValueOrDefault(Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant());

    private static FrozenDictionary<string, DocumentKind> Load()
    {
        using var file = typeof(DocumentKind).Assembly.GetManifestResourceStream("Documents/kinds.json")!;
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
        return JsonSerializer.Deserialize<Dictionary<string, DocumentKind>>(file, options)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
