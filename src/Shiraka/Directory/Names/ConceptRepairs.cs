using System.Collections.Frozen;

namespace Shiraka.Directory;

/// <summary>Finds the word of a phrase that a damaged one was: of one shape with it, or one letter away.</summary>
internal sealed class ConceptRepairs
{
    private const int LeastOfShape = 4;
    private const int LeastInLexicon = 5;
    private const int Least = 6;
    private const int SieveBits = 18;
    private const uint Base = 16_777_619;

    private static readonly uint[] Powers = LoadPowers();

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> shapes;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> repairs;
    private readonly int longest;

    /// <summary>A bit for each text that is known: nearly all that are not are turned away by it.</summary>
    private readonly ulong[] sieve = new ulong[1 << (SieveBits - 6)];

    public ConceptRepairs(IEnumerable<string> keys)
    {
        var (byShape, byRest) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var key in keys)
        {
            if (key.Length >= LeastOfShape) byShape.TryAdd(NameKey.Shape(key, IsArabic(key)), key);
            if (key.Length < LeastInLexicon || key[0] == '#') continue;
            byRest[key] = key;
            for (var i = 0; i < key.Length; i++) byRest.TryAdd(key.Remove(i, 1), key);
        }
        longest = byRest.Keys.Max(key => key.Length) + 1;
        foreach (var rest in byRest.Keys)
        {
            var hash = Hash(rest);
            sieve[Bit(hash) >> 6] |= 1UL << (Bit(hash) & 63);
        }
        shapes = byShape.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        repairs = byRest.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lexicon's word one letter away from a damaged one, or null.</summary>
    public string? Of(ReadOnlySpan<char> key)
    {
        if (key.Length is < LeastOfShape or > NameKey.Usual) return null;
        Span<char> room = stackalloc char[NameKey.Usual];
        if (shapes.TryGetValue(room[..NameKey.Shape(key, IsArabic(key), room)], out var word) || (key.Length >= Least && Passes(Hash(key)) && repairs.TryGetValue(key, out word)))
            return key.SequenceEqual(word) ? null : word;
        return key.Length < Least || key.Length > longest ? null : WithoutOne(key, room);
    }

    private string? WithoutOne(ReadOnlySpan<char> key, Span<char> room)
    {
        // The hash of the key without its letter i is made of those of what stands before and after it; the latter is what the letters up to i leave of the whole.
        var (whole, before) = (Hash(key), 0u);
        for (var i = 0; i < key.Length; i++)
        {
            var (without, upTo, power) = (before, (before * Base) + key[i], Powers[key.Length - 1 - i]);
            before = upTo;
            if (!Passes((without * power) + whole - (upTo * power))) continue;
            key[..i].CopyTo(room);
            key[(i + 1)..].CopyTo(room[i..]);
            if (repairs.TryGetValue(room[..(key.Length - 1)], out var word) && OneEdit(key, word)) return word;
        }
        return null;
    }

    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 0u;
        foreach (var c in text) hash = (hash * Base) + c;
        return hash;
    }

    private static uint[] LoadPowers()
    {
        var powers = new uint[NameKey.Usual];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * Base;
        return powers;
    }

    private bool Passes(uint hash) => (sieve[Bit(hash) >> 6] & (1UL << (Bit(hash) & 63))) != 0;

    private static int Bit(uint hash) => (int)((hash * 2_654_435_769) >> (32 - SieveBits));

    private static bool IsArabic(ReadOnlySpan<char> key) => key[0] > 'ÿ';

    /// <summary>One letter replaced, or two neighbours exchanged, or one letter too many; the first letter kept.</summary>
    private static bool OneEdit(ReadOnlySpan<char> key, ReadOnlySpan<char> word)
    {
        if (key[0] != word[0]) return false;
        var start = key.CommonPrefixLength(word);
        var (endKey, endWord) = (key.Length, word.Length);
        while (endKey > start && endWord > start && key[endKey - 1] == word[endWord - 1]) { endKey--; endWord--; }
        return (endKey - start <= 1 && endWord - start <= 1)
            || (endKey - start == 2 && endWord - start == 2 && key[start] == word[start + 1] && key[start + 1] == word[start]);
    }
}
