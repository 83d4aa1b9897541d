namespace Shiraka.Tests.DirectoryNames;

/// <summary>Repeatable small numbers for generated names and damage: the same seed gives the same names on every machine.</summary>
internal sealed class NameNoise(ulong seed)
{
    private ulong state = seed;

    public int Next(int below)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)(state % (ulong)below);
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    /// <summary>One thing that happens to a name between two documents.</summary>
    public string Damage(string given, string family, bool arabic) => Next(6) switch
    {
        0 => $"{family} {given}",
        1 => arabic ? $"{given} {Bare(family)}" : $"{given} {family}".ToUpperInvariant(),
        2 => arabic ? $"{given} {family}".Replace('ة', 'ه') : $"{given} {family.Replace("El ", "Al -", StringComparison.Ordinal)}",
        3 => arabic ? $"{given}ـ {family}\u200F" : $"Dr {given} {family.Replace("ou", "u", StringComparison.Ordinal)}",
        4 => $"{given} {Swap(family)}",
        _ => $"{given} {Drop(family)}",
    };

    private static string Bare(string family) => family.StartsWith("ال", StringComparison.Ordinal) ? family[2..] : family;

    private string Swap(string word)
    {
        if (word.Length < 6) return word;
        var at = 3 + Next(word.Length - 5);
        return $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}";
    }

    private string Drop(string word) => word.Length < 8 ? word : word.Remove(3 + Next(word.Length - 5), 1);
}
