using System.Globalization;

namespace Shiraka.Directory;

/// <summary>How a word is looked for in the phrases of <see cref="NameConcepts"/>.</summary>
/// <param name="Id">Its number among the words of all phrases; negative where it stands in none.</param>
/// <param name="Number">The number it writes, or -1.</param>
internal sealed record ConceptKey(string Text, int Id, int Number)
{
    private static readonly string[] Proclitics = ["وبال", "وال", "بال", "تال", "نال", "يال", "لل", "كال", "فال", "ول", "وب", "و", "ب", "ل"];

    public static ConceptKey Of(NameWord word, bool repair)
    {
        var text = Read(word, repair);
        if (repair && text == word.Key.Text) return word.Key;
        return new(text, NameConcepts.WordId(text), text[0] == '#' && text.Length > 1 ? int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture) : -1);
    }

    /// <summary>The word's key, without the conjunction, preposition or article written as one word with it where only so it is known.</summary>
    private static string Read(NameWord word, bool repair)
    {
        var key = repair && word.Key.Id < 0 ? word.Key.Text : NameConcepts.Key(word);
        if (NameConcepts.Uses(key)) return key;
        if (word.Arabic)
            foreach (var proclitic in Proclitics)
            {
                if (!word.Text.StartsWith(proclitic, StringComparison.Ordinal) || word.Text.Length < proclitic.Length + 2) continue;
                var bare = NameConcepts.Key(word.With(word.Text[proclitic.Length..]));
                if (NameConcepts.Uses(bare)) return bare;
                if (repair && (proclitic.Length > 1 || (proclitic == "و" && bare.Length > 3)) && NameConcepts.Repair(bare) is { } repairedBare) return repairedBare;
            }
        return repair && !word.IsGiven && NameConcepts.Repair(key) is { } repaired ? repaired : key;
    }
}
