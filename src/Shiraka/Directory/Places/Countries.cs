using System.Collections.Frozen;
using Shiraka.Shared;

namespace Shiraka.Directory;

/// <summary>The states that organisations belong to (members and observers of the United Nations), by ISO 3166-1 alpha-2.</summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, string[]> Names =
        DirectoryData.Rows("Places/countries.tsv").ToFrozenDictionary(row => row[0], row => row[1..], StringComparer.Ordinal);

    /// <summary>All codes, in the order of their names in a language.</summary>
    public static IEnumerable<string> In(Language language) => Names.Keys.OrderBy(code => WrittenName.Key(NameOf(code, language)), StringComparer.Ordinal);

    public static bool IsKnown(string code) => Names.ContainsKey(code);

    /// <summary>The short name of the state; the code itself where it is not known.</summary>
    public static string NameOf(string code, Language language) => Names.TryGetValue(code, out var names) ? names[(int)language] : code;

    /// <summary>The code, in capitals.</summary>
    /// <exception cref="RefusedException"><c>directory.country_unknown</c>.</exception>
    public static string Code(string written)
    {
        var code = written.Trim().ToUpperInvariant();
        return IsKnown(code) ? code : throw new RefusedException("directory.country_unknown", "A country is an ISO 3166-1 code of two letters.", code) { Field = "country" };
    }
}
