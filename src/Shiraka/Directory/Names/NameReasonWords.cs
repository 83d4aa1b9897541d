using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Shiraka.Directory;

/// <summary>Sentences of the reasons, from <c>Words.{fr,ar,en}.json</c>.</summary>
internal static class NameReasonWords
{
    private static readonly ConcurrentDictionary<string, Dictionary<string, string>> Languages = new(StringComparer.Ordinal);

    public static string Say(NameReason reason, string language) =>
        string.Format(CultureInfo.InvariantCulture, Of(language).GetValueOrDefault(reason.Code, reason.Code), reason.PartA, reason.PartB);

    public static Dictionary<string, string> Of(string language) => Languages.GetOrAdd(language is "fr" or "ar" ? language : "en", static l =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Directory/Names/Words.{l}.json")
            ?? throw new InvalidOperationException($"Directory/Names/Words.{l}.json is not embedded");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    });
}
