using System.Runtime.InteropServices;

namespace Shiraka.Agreements.TextReading;

/// <summary>
/// Arabic is often written without full stops, sentence joined to sentence by و: a run of words longer than people's sentences is cut where the
/// conjunction opens a new statement ("وأكد …", "وتم …", "كما …", "ومن جانبه …").
/// </summary>
internal static class LongSentences
{
    /// <summary>Shorter runs are left whole: a statement may well have so many words.</summary>
    private const int Long = 40;

    /// <summary>No part is shorter.</summary>
    private const int Shortest = 7;

    public static void Cut(List<Token> tokens, Vocabulary vocabulary)
    {
        var (opens, bare) = (vocabulary.Class("opensclause"), vocabulary.Class("opensbare"));
        var words = CollectionsMarshal.AsSpan(tokens);
        for (int first = 0, next; first < words.Length; first = next)
        {
            for (next = first + 1; next < words.Length && words[next].Before != Gap.Stop; next++) { }
            if (next - first <= Long) continue;
            for (int i = first + Shortest, last = first; i < next - 3; i++)
                if (i - last >= Shortest && Opens(words[i], opens, bare)) (words[i], last) = (words[i] with { Before = Gap.Stop }, i);
        }
    }

    /// <summary>A statement begins with its verb, behind the conjunction.</summary>
    private static bool Opens(Token word, int opens, int bare)
    {
        if (word.Shape != Shape.Arabic) return false;
        foreach (var symbol in word.Word.Symbols)
            if ((symbol.Id == opens && symbol.Skip == 1 && word.Text[0] is 'و') || (symbol.Id == bare && symbol.Skip == 0)) return true;
        return false;
    }
}
