namespace Shiraka.Directory;

/// <summary>
/// Words met before: given names and the words of institutions come again and again in every table. Bounded: each word has one
/// place, and another word takes it over that is met there twice. Most words that are met once never come again: to keep them
/// would displace those that do, and have the collector carry them about. What is found here is what would be read anew.
/// </summary>
internal static class NameWords
{
    private const int Places = 1 << 14;
    private const int Longest = 24;
    private static readonly Place[] Kept = new Place[Places];

    public static NameWord Of(ReadOnlySpan<char> text, bool arabic, bool capitals)
    {
        if (text.Length > Longest) return new(text.ToString(), arabic, capitals);
        var hash = string.GetHashCode(text, StringComparison.Ordinal) + (capitals ? 1 : 0);
        ref var place = ref Kept[hash & (Places - 1)];
        // Threads may write one place at once: whatever its marks say, a word is taken from it only if it is the one.
        if (place.Hash == hash && Volatile.Read(ref place.Word) is { } known && known.Is(text, arabic, capitals)) return known;
        var word = new NameWord(text.ToString(), arabic, capitals);
        if (place.Met == hash)
        {
            Volatile.Write(ref place.Word, word);
            place.Hash = hash;
        }
        else place.Met = hash;
        return word;
    }

    private struct Place
    {
        public NameWord? Word;
        public int Hash;
        public int Met;
    }
}
