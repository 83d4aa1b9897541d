namespace Shiraka.Directory;

/// <summary>
/// What a word may have been before one letter of it was damaged, and what that damage costs in hundredths of a consonant. A letter
/// lost is not put back here, unless it made one sound with its neighbour: the register finds words with one sound more by itself.
/// </summary>
internal static class WordRepairs
{
    public const int Misread = 43;
    public const int Exchanged = 43;
    public const int Slipped = 52;
    public const int PutIn = 54;
    public const int Lost = 46;
    private const int Mistyped = 80;
    private const int Shortest = 3;
    private const string ArabicLetters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
    private const string LatinLetters = "abcdefghijklmnopqrstuvwxyz";

    public static IEnumerable<(string Word, int Cost)> Of(string word, bool arabic)
    {
        if (word.Length < Shortest) yield break;
        for (var at = 0; at < word.Length; at++)
        {
            foreach (var other in LookAlikes.Of(word[at])) yield return (With(word, at, other), Misread);
            foreach (var other in KeyNeighbours.Of(word[at])) yield return (With(word, at, other), Slipped);
            if (at + 1 < word.Length && word[at] != word[at + 1]) yield return (string.Concat(word.AsSpan(0, at), [word[at + 1], word[at]], word.AsSpan(at + 2)), Exchanged);
            if (word.Length > Shortest && (at == 0 || word[at] != word[at - 1])) yield return (word.Remove(at, 1), PutIn);
            if (arabic) continue;
            if (word[at] is 'c' or 'k' or 'g' or 's' or 't' or 'd' && (at + 1 == word.Length || word[at + 1] != 'h')) yield return (word.Insert(at + 1, "h"), Lost);
            if (word[at] == 'h' && (at == 0 || word[at - 1] is not ('c' or 'k' or 'g' or 's')))
                foreach (var before in "cksg") yield return (word.Insert(at, before.ToString()), Lost);
        }
    }

    /// <summary>The same with any letter put back or replaced: for a lexicon, which is asked word by word.</summary>
    public static IEnumerable<(string Word, int Cost)> Any(string word, bool arabic)
    {
        foreach (var repair in Of(word, arabic)) yield return repair;
        if (word.Length < Shortest - 1) yield break;
        for (var at = 0; at <= word.Length; at++)
            foreach (var letter in arabic ? ArabicLetters : LatinLetters)
            {
                yield return (word.Insert(at, letter.ToString()), Lost);
                if (at < word.Length && word[at] != letter) yield return (With(word, at, letter), Mistyped);
            }
    }

    private static string With(string word, int at, char letter) => string.Concat(word.AsSpan(0, at), [letter], word.AsSpan(at + 1));
}
