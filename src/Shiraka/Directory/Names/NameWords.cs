namespace Shiraka.Directory;

/// <summary>
/// Words read before: given names and the words of institutions come again and again in every table. Bounded: each word has one
/// place, and another word that falls on it takes it over. What is found here is what would be read anew.
/// </summary>
internal static class NameWords
{
    private const int Places = 1 << 14;
    private const int Longest = 24;
    private static readonly NameWord?[] Kept = new NameWord?[Places];

    public static NameWord Of(ReadOnlySpan<char> text, bool arabic, bool capitals)
    {
        if (text.Length > Longest) return new(text.ToString(), arabic, capitals);
        ref var place = ref Kept[(string.GetHashCode(text, StringComparison.Ordinal) + (capitals ? 1 : 0)) & (Places - 1)];
        if (Volatile.Read(ref place) is { } known && known.Is(text, arabic, capitals)) return known;
        var word = new NameWord(text.ToString(), arabic, capitals);
        Volatile.Write(ref place, word);
        return word;
    }
}
