using System.Collections.ObjectModel;
using System.Text.Json;

namespace Shiraka.Programme;

/// <summary>The dimensions a quantity can be cut along, with their categories in the order forms ask for them.</summary>
internal static class Dimensions
{
    public static ReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = Read();

    /// <summary>The dimensions that the indicators of an agreement ask for, in the order of the list.</summary>
    public static IReadOnlyList<string> AskedBy(IEnumerable<IndicatorView> indicators)
    {
        var asked = indicators.SelectMany(indicator => indicator.Definition.Disaggregation).ToHashSet(StringComparer.Ordinal);
        return [.. All.Keys.Where(asked.Contains)];
    }

    private static ReadOnlyDictionary<string, IReadOnlyList<string>> Read()
    {
        using var stream = typeof(Dimensions).Assembly.GetManifestResourceStream("Programme/Thread/breakdowns.json")
            ?? throw new InvalidOperationException("Programme/Thread/breakdowns.json is not embedded");
        return (JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(stream) ?? throw new InvalidOperationException("breakdowns.json is empty")).AsReadOnly();
    }
}
