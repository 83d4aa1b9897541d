using System.Collections.Frozen;

namespace Shiraka.Directory;

/// <summary>The phrases of the lexicons as a tree of words, so that the longest one at a place is found word by word.</summary>
internal sealed class ConceptPhrases
{
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly FrozenDictionary<long, int> next;
    private readonly List<int[]?> ends = [null];
    private readonly ulong[] alone = new ulong[1024];

    public ConceptPhrases(IEnumerable<KeyValuePair<string, List<int>>> phrases)
    {
        var (ids, steps) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<long, int>());
        foreach (var (phrase, concepts) in phrases)
        {
            var node = 0;
            var keys = phrase.Split(' ');
            foreach (var key in keys)
            {
                ids.TryAdd(key, ids.Count);
                if (!steps.TryGetValue(Step(node, ids[key]), out var then))
                {
                    steps.Add(Step(node, ids[key]), then = ends.Count);
                    ends.Add(null);
                }

                node = then;
            }

            ends[node] = [.. concepts];
            if (keys is [{ Length: > 1 } key1]) KeepShape(key1);
        }

        foreach (var number in NameNumbers.AsWords) KeepShape(number);
        words = ids.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        next = steps.ToFrozenDictionary();
    }

    /// <summary>The number of a word that stands in a phrase; negative for any other.</summary>
    public int WordId(ReadOnlySpan<char> key) => words.TryGetValue(key, out var id) ? id : -1;

    /// <summary>The concepts of a phrase of one word, or null.</summary>
    public int[]? Alone(ReadOnlySpan<char> key) => words.TryGetValue(key, out var id) && next.TryGetValue(Step(0, id), out var node) ? ends[node] : null;

    public (int[] Ids, int Used)? Longest(List<NameWord> among, int at, bool repair)
    {
        var (node, found, used) = (0, default(int[]), 0);
        for (var i = at; i < among.Count && i - at < NameConcepts.LongestPhrase; i++)
        {
            var id = (repair ? among[i].RepairedKey : among[i].Key).Id;
            if (id < 0 || !next.TryGetValue(Step(node, id), out node)) break;
            if (ends[node] is { } ids) (found, used) = (ids, i - at + 1);
        }

        return found is null ? null : (found, used);
    }

    /// <summary>Whether two words that are one, of four letters or more, may be a phrase or a number: false for nearly all that are none, true for each that is.</summary>
    public bool MayBeOne(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var length = first.Length + second.Length;
        return Has(At(first, second, 0), At(first, second, 1), length)
            || (At(first, second, 0) == 'ا' && At(first, second, 1) == 'ل' && Has(At(first, second, 2), At(first, second, 3), length - 2));
    }

    private static char At(ReadOnlySpan<char> first, ReadOnlySpan<char> second, int at) => at < first.Length ? first[at] : second[at - first.Length];

    private bool Has(char first, char second, int length)
    {
        var bit = Bit(Plain(first), Plain(second), length);
        return (alone[bit >> 6] & (1UL << (bit & 63))) != 0;
    }

    /// <summary>A key has lost a plural s or x and a mute e of its word.</summary>
    private void KeepShape(string key)
    {
        for (var lost = 0; lost <= 2; lost++)
        {
            var bit = Bit(Plain(key[0]), Plain(key[1]), key.Length + lost);
            alone[bit >> 6] |= 1UL << (bit & 63);
        }
    }

    private static char Plain(char c) => c switch { 'é' => 'e', 'ة' => 'ه', 'ى' => 'ي', 'ٱ' => 'ا', _ => c };

    private static int Bit(char first, char second, int length) => ((((first * 31) + second) * 37) + length) & 0xFFFF;

    private static long Step(int node, int word) => ((long)node << 32) | (uint)word;
}
