using System.Runtime.CompilerServices;

namespace Shiraka.Directory;

/// <summary>Which names hold which word, and which words a name holds, in flat arrays.</summary>
internal sealed class RegisterPostings
{
    private readonly int[] nameStarts;
    private readonly int[] nameWords;
    private readonly int[] wordStarts;
    private readonly int[] wordNames;

    /// <param name="nameStarts">Where the words of each name begin in <paramref name="nameWords"/>; one more entry than names.</param>
    public RegisterPostings(int[] nameStarts, int[] nameWords, int words)
    {
        (this.nameStarts, this.nameWords) = (nameStarts, nameWords);
        wordStarts = new int[words + 1];
        foreach (var word in nameWords) wordStarts[word + 1]++;
        for (var w = 0; w < words; w++) wordStarts[w + 1] += wordStarts[w];
        wordNames = new int[nameWords.Length];
        var next = wordStarts.AsSpan(0, words).ToArray();
        for (var name = 0; name + 1 < nameStarts.Length; name++)
            foreach (var word in WordsOf(name)) wordNames[next[word]++] = name;
    }

    /// <summary>Brings the words of names into the cache of the processor.</summary>
    /// <returns>Nothing of meaning: a number that keeps the reads from being left out.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Fetch(ReadOnlySpan<int> names)
    {
        var sum = 0;
        foreach (var name in names) sum += nameStarts[name];
        foreach (var name in names)
            if (nameStarts[name] is var at && at < nameWords.Length) sum += nameWords[at];
        return sum;
    }

    public ReadOnlySpan<int> WordsOf(int name) => nameWords.AsSpan(nameStarts[name], nameStarts[name + 1] - nameStarts[name]);

    public ReadOnlySpan<int> NamesWith(int word) => wordNames.AsSpan(wordStarts[word], wordStarts[word + 1] - wordStarts[word]);
}
