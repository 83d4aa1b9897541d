using System.Collections.Frozen;
using System.Globalization;

namespace Shiraka.Directory;

/// <summary>Numbers in names: VI, 6e, sixth and السادس are one number.</summary>
internal static class NameNumbers
{
    private static readonly FrozenDictionary<string, int> Words = Load();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Spans = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, int> Roman = Enumerable.Range(1, 30).ToFrozenDictionary(Write, StringComparer.Ordinal);

    /// <summary>Every word that writes a number.</summary>
    public static IEnumerable<string> AsWords => Words.Keys;

    /// <summary>The number a word stands for, or 0. A lone letter is a number only after a name: Mohammed V.</summary>
    public static int Of(NameWord word, bool afterName)
    {
        var text = word.Text;
        if (char.IsAsciiDigit(text[0]))
        {
            if (Words.TryGetValue(text, out var written)) return written;
            return text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
        }
        if (afterName && !word.Arabic && (word.Capitals || text.Length == 1 || text is "ii" or "iii" or "vi" or "vii") && Roman.TryGetValue(text, out var roman)) return roman;
        var sovereign = !word.Arabic || text.StartsWith("ال", StringComparison.Ordinal);
        return afterName && sovereign && Words.TryGetValue(text, out var ordinal) ? ordinal : 0;
    }

    /// <summary>Number words that open a name: first of November, أول نوفمبر.</summary>
    public static int Leading(ReadOnlySpan<char> text) => Spans.TryGetValue(text, out var number) ? number : 0;

    private static string Write(int number)
    {
        var roman = "";
        foreach (var (value, letters) in ((int, string)[])[(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")])
            for (; number >= value; number -= value) roman += letters;
        return roman;
    }

    private static FrozenDictionary<string, int> Load()
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in NameData.Rows("ordinals.tsv"))
            foreach (var form in NameData.Forms(row[1]))
                foreach (var word in NameText.Words(form)) words.TryAdd(word.Text, int.Parse(row[0], CultureInfo.InvariantCulture));
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
