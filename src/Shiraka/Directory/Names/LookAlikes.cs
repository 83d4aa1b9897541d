using System.Collections.Frozen;

namespace Shiraka.Directory;

/// <summary>What each letter may be a misreading of, from <c>look-alikes.tsv</c>.</summary>
internal static class LookAlikes
{
    private static readonly FrozenDictionary<char, string> Known = Load();

    public static string Of(char letter) => Known.GetValueOrDefault(letter, "");

    private static FrozenDictionary<char, string> Load()
    {
        var known = new Dictionary<char, string>();
        foreach (var row in NameData.Rows("look-alikes.tsv"))
            foreach (var letter in row[1])
                known[letter] = string.Concat((known.GetValueOrDefault(letter, "") + row[1]).Where(other => other != letter && char.IsLetter(other)).Distinct());
        return known.ToFrozenDictionary();
    }
}

/// <summary>What each letter may have been typed for: its neighbours on a row of keys, from <c>keyboards.tsv</c>.</summary>
internal static class KeyNeighbours
{
    private static readonly FrozenDictionary<char, string> Known = Load();

    public static string Of(char letter) => Known.GetValueOrDefault(letter, "");

    private static FrozenDictionary<char, string> Load()
    {
        var known = new Dictionary<char, string>();
        foreach (var keys in NameData.Rows("keyboards.tsv").Select(row => row[1]))
            foreach (var (one, other) in keys.Zip(keys.Skip(1)))
                foreach (var (key, neighbour) in (ReadOnlySpan<(char, char)>)[(one, other), (other, one)])
                    if (!known.GetValueOrDefault(key, "").Contains(neighbour)) known[key] = known.GetValueOrDefault(key, "") + neighbour;
        return known.ToFrozenDictionary();
    }
}
