using System.Globalization;

namespace Shiraka.Directory;

/// <summary>How a word is looked for in the phrases of <see cref="NameConcepts"/>.</summary>
/// <param name="Id">Its number among the words of all phrases; negative where it stands in none.</param>
/// <param name="Number">The number it writes, or -1.</param>
internal sealed record ConceptKey(int Id, int Number)
{
    /// <summary>Nearly all words of persons' names: they share it.</summary>
    private static readonly ConceptKey Unknown = new(-1, -1);
    private static readonly string[] Proclitics = ["وبال", "وال", "بال", "تال", "نال", "يال", "لل", "كال", "فال", "ول", "وب", "و", "ب", "ل"];

    /// <summary>A word that is not repaired has the same key as before.</summary>
    public static ConceptKey Of(NameWord word, bool repair)
    {
        var (id, number) = repair && word.Key.Id < 0 ? Repaired(word) : Read(word, repair);
        if (repair && id == word.Key.Id && number == word.Key.Number) return word.Key;
        return id < 0 && number < 0 ? Unknown : new(id, number);
    }

    /// <summary>The word itself, or without the conjunction, preposition or article written as one word with it where only so it is known.</summary>
    private static (int Id, int Number) Read(NameWord word, bool repair)
    {
        Span<char> key = word.Text.Length <= NameKey.Usual ? stackalloc char[NameKey.Usual] : new char[word.Text.Length];
        var number = NameConcepts.NumberOf(word);
        var own = Known(number, word.Text, word.Arabic, ref key);
        if (own >= 0) return (own, number);
        if (word.Arabic && WithoutProclitic(word.Text, repair) is { Id: >= 0 } known) return known;
        if (repair && number < 0 && !word.IsGiven && NameConcepts.Repair(key) is { } repaired) return (NameConcepts.WordId(repaired), -1);
        return (own, number);
    }

    /// <summary>A word that is not known as it is written, nor without what is written as one word with it.</summary>
    private static (int Id, int Number) Repaired(NameWord word)
    {
        if (word.Arabic && WithoutProclitic(word.Text, repair: true) is { Id: >= 0 } known) return known;
        if (word.Key.Number >= 0 || word.IsGiven || word.Text.Length > NameKey.Usual) return (-1, word.Key.Number);
        Span<char> key = stackalloc char[NameKey.Usual];
        return NameConcepts.Repair(key[..NameConcepts.WriteKey(word.Text, word.Arabic, key)]) is { } repaired ? (NameConcepts.WordId(repaired), -1) : (-1, -1);
    }

    private static (int Id, int Number) WithoutProclitic(string word, bool repair)
    {
        if (word.Length > NameKey.Usual || word[0] is not ('و' or 'ب' or 'ت' or 'ن' or 'ي' or 'ل' or 'ك' or 'ف')) return (-1, -1);
        Span<char> room = stackalloc char[NameKey.Usual];
        foreach (var proclitic in Proclitics)
        {
            if (!word.StartsWith(proclitic, StringComparison.Ordinal) || word.Length < proclitic.Length + 2) continue;
            var rest = word.AsSpan(proclitic.Length);
            var key = room;
            var number = NameConcepts.NumberOf(rest);
            if (Known(number, rest, arabic: true, ref key) is >= 0 and var bare) return (bare, number);
            if (repair && number < 0 && (proclitic.Length > 1 || (proclitic == "و" && key.Length > 3)) && NameConcepts.Repair(key) is { } repaired) return (NameConcepts.WordId(repaired), -1);
        }
        return (-1, -1);
    }

    /// <summary>The number of a word among those of all phrases; <paramref name="key"/> becomes what it is looked for by.</summary>
    private static int Known(int number, ReadOnlySpan<char> word, bool arabic, scoped ref Span<char> key)
    {
        if (number >= 0) return NameConcepts.WordId("#" + number.ToString(CultureInfo.InvariantCulture));
        key = key[..NameConcepts.WriteKey(word, arabic, key)];
        return NameConcepts.WordId(key);
    }
}
