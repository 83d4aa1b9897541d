using System.Collections.Frozen;

namespace Shiraka.Directory;

/// <summary>The lexicon of given names: which families a written word may belong to, in either script.</summary>
internal static class GivenNames
{
    private static readonly (FrozenDictionary<string, int[]> Exact, FrozenDictionary<string, int[]> Alike, FrozenDictionary<string, int[]> Shapes) Families = Load();
    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Alike = Families.Alike.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int[] None = [];

    /// <summary>Families of a word; several where a spelling is shared (Rachid is راشد or رشيد), none where the word is unknown.</summary>
    public static int[] Of(string word, bool arabic) =>
        Families.Exact.TryGetValue(word, out var exact) ? exact
        : !arabic && word.Length <= NameKey.Usual ? OfKey(word)
        : Families.Alike.GetValueOrDefault(NameKey.Of(word, arabic), None);

    private static int[] OfKey(string word)
    {
        Span<char> key = stackalloc char[NameKey.Usual];
        return Alike.TryGetValue(key[..NameKey.Latin(word, key)], out var families) ? families : None;
    }

    /// <summary>Families a word no lexicon knows would belong to if a scan had mistaken one letter's shape.</summary>
    public static int[] OfShape(string word, bool arabic) =>
        word.Length < 4 ? None : Families.Shapes.GetValueOrDefault(NameKey.Shape(word, arabic), None);

    public static bool Share(int[] a, int[] b)
    {
        foreach (var x in a)
            foreach (var y in b)
                if (x == y) return true;
        return false;
    }

    private static (FrozenDictionary<string, int[]>, FrozenDictionary<string, int[]>, FrozenDictionary<string, int[]>) Load()
    {
        var exact = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var shapes = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var families = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var family = 0;
        foreach (var row in NameData.Rows("given-names.tsv"))
        {
            foreach (var form in NameData.Forms(row[1])) Keep(form, arabic: true);
            foreach (var form in row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)) Keep(form, arabic: false);
            family++;
        }
        return (Freeze(exact), Freeze(families), Freeze(shapes));

        void Keep(string form, bool arabic)
        {
            var folded = string.Concat(NameText.Words(form).Select(w => w.Text));
            Add(families, NameKey.Of(folded, arabic));
            Add(shapes, NameKey.Shape(folded, arabic));
            if (!arabic) Add(exact, folded);
        }

        void Add(Dictionary<string, List<int>> to, string key)
        {
            if (!to.TryGetValue(key, out var known)) to[key] = known = [];
            if (!known.Contains(family)) known.Add(family);
        }

        static FrozenDictionary<string, int[]> Freeze(Dictionary<string, List<int>> from) =>
            from.ToFrozenDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal);
    }
}
