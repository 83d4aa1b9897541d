using System.Text;

namespace Shiraka.Bench;

/// <summary>A family name in Arabic and as a French or an English clerk writes it.</summary>
internal sealed record Family(string Arabic, string French, string English);

/// <summary>Family names built of roots and the shapes family names have.</summary>
internal static class NameFamilies
{
    // One romanisation of the Maghreb: several consonants fall together, as they do on identity cards.
    private static readonly (string Arabic, string French, string English)[] Consonants =
    [
        ("ب", "b", "b"), ("ت", "t", "t"), ("ج", "j", "j"), ("ح", "h", "h"), ("خ", "kh", "kh"), ("د", "d", "d"), ("ر", "r", "r"), ("ز", "z", "z"), ("س", "s", "s"), ("ش", "ch", "sh"),
        ("ص", "s", "s"), ("ض", "d", "d"), ("ط", "t", "t"), ("ع", "", ""), ("غ", "gh", "gh"), ("ف", "f", "f"), ("ق", "k", "q"), ("ك", "k", "k"), ("ل", "l", "l"), ("م", "m", "m"), ("ن", "n", "n"),
    ];

    private static readonly (string Arabic, string French, string English)[] Shapes =
    [
        ("ال1ا2ي3ي", "El 1a2i3i", "Al-1a2i3i"), ("1و2ا34ي", "1ou2a34i", "1u2a34i"), ("بن 1ا2ي3", "Ben 1a2i3", "Bin 1a2i3"), ("ال12ا3ي", "El 1a2a3i", "Al-1a2a3i"),
        ("بو12ي3ة", "Bou1e2i3a", "Bu1a2i3a"), ("1ا2و3ي", "1a2ou3i", "1a2u3i"), ("م1و23ي", "Me1ou23i", "Ma1u23i"), ("آيت 1ا23و", "Aït 1a23ou", "Ait 1a23u"),
        ("ال1ي2ا34ي", "El 1i2a34i", "Al-1i2a34i"), ("1و234ي", "1o23a4i", "1u23a4i"),
    ];

    /// <summary>Shapes the dense register has not: trades, tribes, nicknames, names of the Mashriq.</summary>
    private static readonly (string Arabic, string French, string English)[] MoreShapes =
    [
        .. Shapes, ("ال12ا3", "1a22a3", "Al-1a22a3"), ("ال1ا2و3", "El 1a2ou3", "Al-1a2u3"), ("1ا2ي3ي", "1a2i3i", "1a2i3i"), ("1و2ي3", "1ou2i3", "1u2ai3"), ("1ي2ا3", "1i2a3", "1i2a3"), ("أ12و3", "A12ou3", "A12u3"),
        ("ال1ا2اوي", "1a2aoui", "Al-1a2awi"), ("1ا2اني", "1a2ani", "1a2ani"), ("أولاد 12ي3", "Oulad 12i3", "Awlad 1a2i3"), ("ال12و3", "El 1a2ou3", "Al-1a2u3"), ("1ا23ة", "1a23a", "1a23a"), ("12ي3ات", "1e2i3at", "1u2ai3at"),
        ("مت1ا2ي3", "Mout1a2i3", "Mut1a2i3"), ("ال1ا2ي", "El 1a2i", "Al-1a2i"), ("1ا23ي", "1a23i", "1a23i"), ("بن1ا23", "Ben1a23", "Bin 1a23"), ("ولد 12ا3", "Ould 1e2a3", "Ould 1a2a3"), ("بو12ا3", "Bou12a3", "Abu 1a2a3"),
    ];

    /// <summary>Every root is as likely as any other, so that most letters misread make another family of the register.</summary>
    public static Family[] Dense(int count, NameDice dice) => Built(count, dice, Shapes, () => Root(dice));

    /// <summary>
    /// Of the 10 000 roots three of these consonants can make, one in seven is a word, as in the dictionaries of Arabic; and a part of the families is
    /// named after an ancestor.
    /// </summary>
    public static Family[] Sparse(int count, NameDice dice, Given[] ancestors)
    {
        var roots = new (string Arabic, string French, string English)[1_400][];
        for (var i = 0; i < roots.Length; i++) roots[i] = Root(dice);
        var named = new Dictionary<string, Family>(StringComparer.Ordinal);
        foreach (var ancestor in ancestors)
        {
            var (arabic, latin) = (ancestor.Arabic[0], Capital(ancestor.Latin[0]));
            named.TryAdd("بن " + arabic, new("بن " + arabic, "Ben " + latin, "Bin " + latin));
            named.TryAdd(arabic, new(arabic, latin, latin));
            named.TryAdd("آيت " + arabic, new("آيت " + arabic, "Aït " + latin, "Ait " + latin));
            named.TryAdd("ولد " + arabic, new("ولد " + arabic, "Ould " + latin, "Ould " + latin));
        }
        return [.. named.Values.Take(count / 4), .. Built(count - Math.Min(named.Count, count / 4), dice, MoreShapes, () => dice.Pick(roots))];
    }

    public static string Capital(string words)
    {
        var text = new StringBuilder(words);
        for (var i = 0; i < text.Length; i++) if (i == 0 || text[i - 1] is ' ' or '-') text[i] = char.ToUpperInvariant(text[i]);
        return text.ToString();
    }

    private static Family[] Built(int count, NameDice dice, (string, string, string)[] shapes, Func<(string Arabic, string French, string English)[]> next)
    {
        var (made, seen) = (new List<Family>(count), new HashSet<string>(StringComparer.Ordinal));
        for (var tries = 0; made.Count < count && tries < 100 * count; tries++)
        {
            var ((arabic, french, english), root) = (dice.Pick(shapes), next());
            for (var place = 0; place < root.Length; place++)
            {
                var digit = $"{(char)('1' + place)}";
                arabic = arabic.Replace(digit, root[place].Arabic, StringComparison.Ordinal);
                french = french.Replace(digit, root[place].French, StringComparison.Ordinal);
                english = english.Replace(digit, root[place].English, StringComparison.Ordinal);
            }
            if (seen.Add(arabic)) made.Add(new(arabic, Capital(french), Capital(english)));
        }
        return [.. made];
    }

    /// <summary>Four consonants that differ; most shapes use the first three.</summary>
    private static (string Arabic, string French, string English)[] Root(NameDice dice)
    {
        var (root, used) = (new (string Arabic, string French, string English)[4], new HashSet<string>(StringComparer.Ordinal));
        for (var place = 0; place < root.Length; place++)
            do root[place] = dice.Pick(Consonants);
            while (!used.Add(root[place].French));
        return root;
    }
}
