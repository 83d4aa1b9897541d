using System.Collections.Frozen;

namespace Shiraka.Directory;

/// <summary>Given names that are written as one word or as two: زين العابدين, Zine El Abidine, Zinelabidine.</summary>
internal static class TwoWordNames
{
    private const int LeastStart = 3;
    private static readonly Lazy<(FrozenDictionary<int, NamePart[]> Parts, FrozenSet<string> Starts)> Known = new(Load);

    /// <summary>The two words of a given name; empty where it has only one.</summary>
    public static NamePart[] Apart(int family) => Known.Value.Parts.GetValueOrDefault(family, []);

    /// <summary>Families of the given name that two words make, with an article between them or without; none for all others.</summary>
    public static int[] Together(string first, string second, bool arabic) =>
        !Known.Value.Starts.Contains(first) ? []
        : GivenNames.Of(first + second, arabic) is { Length: > 0 } found ? found
        : arabic ? [] : GivenNames.Of(first + "el" + second, arabic: false);

    private static (FrozenDictionary<int, NamePart[]>, FrozenSet<string>) Load()
    {
        var (parts, starts) = (new Dictionary<int, NamePart[]>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (family, row) in NameData.Rows("given-names.tsv").Index())
        {
            if (Array.Find(NameData.Forms(row[1]), form => form.Contains(' ', StringComparison.Ordinal)) is not { } form) continue;
            if (NameReading.Read(form, NameKind.Person).Parts is not [var first, var second]) continue;
            parts[family] = [first, second];
            starts.Add(first.Shown);
            foreach (var latin in row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                for (var length = LeastStart; length < latin.Length; length++) starts.Add(latin[..length]);
        }

        return (parts.ToFrozenDictionary(), starts.ToFrozenSet(StringComparer.Ordinal));
    }
}
