using System.Collections.Frozen;
using Lookup = System.Collections.Frozen.FrozenDictionary<string, int[]>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace Shiraka.Directory;

/// <summary>The lexicon of given names: which families a written word may belong to, in either script.</summary>
internal static class GivenNames
{
    private static readonly (Lookup Exact, Lookup Alike, Lookup Shapes) Families = Load();
    private static readonly int[] None = [];

    /// <summary>Families of a word; several where a spelling is shared (Rachid is راشد or رشيد), none where the word is unknown.</summary>
    public static int[] Of(ReadOnlySpan<char> word, bool arabic)
    {
        if (!arabic && Families.Exact.TryGetValue(word, out var families)) return families;
        Span<char> key = word.Length <= NameKey.Usual ? stackalloc char[NameKey.Usual] : new char[word.Length];
        return Families.Alike.TryGetValue(key[..NameKey.Of(word, arabic, key)], out families) ? families : None;
    }

    /// <summary>Families a word no lexicon knows would belong to if a scan had mistaken one letter's shape.</summary>
    public static int[] OfShape(ReadOnlySpan<char> word, bool arabic)
    {
        if (word.Length < 4) return None;
        Span<char> key = word.Length <= NameKey.Usual ? stackalloc char[NameKey.Usual] : new char[word.Length];
        return Families.Shapes.TryGetValue(key[..NameKey.Shape(word, arabic, key)], out var families) ? families : None;
    }

    public static bool Share(int[] a, int[] b)
    {
        foreach (var x in a)
            foreach (var y in b)
                if (x == y) return true;
        return false;
    }

    private static (Lookup, Lookup, Lookup) Load()
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

        static Lookup Freeze(Dictionary<string, List<int>> from) =>
            from.ToFrozenDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
