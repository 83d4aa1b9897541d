using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Shiraka.Shared;

/// <summary>The symbols of <c>icons.svg</c> by name; on a page their ids begin with <c>i-</c>, so that none meets the id of a row or a field.</summary>
internal static partial class Icons
{
    private static readonly FrozenDictionary<string, string> s_symbols = Read();

    public static bool Has(string name) => s_symbols.ContainsKey(name);

    /// <summary>The <c>symbol</c> element; an unknown name throws, so that no page shows a hole.</summary>
    public static string Symbol(string name) => s_symbols.TryGetValue(name, out var symbol)
        ? symbol
        : throw new ArgumentException($"icons.svg has no symbol {name}", nameof(name));

    private static FrozenDictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(Icons).Assembly.GetManifestResourceStream("Shared/Assets/icons.svg")!);
        return Element().Matches(reader.ReadToEnd()).ToFrozenDictionary(match => match.Groups["id"].Value, match => match.Value.Replace("id=\"", "id=\"i-", StringComparison.Ordinal), StringComparer.Ordinal);
    }

    [GeneratedRegex("""<symbol id="(?<id>[a-z]+)".*?</symbol>""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Element();
}
