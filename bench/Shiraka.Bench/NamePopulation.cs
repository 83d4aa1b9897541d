using System.Text;
using Shiraka.Directory;

namespace Shiraka.Bench;

/// <summary>
/// A made-up population whose names are known in Arabic and in Latin script: given names of the lexicon, the first ones more
/// frequent, and family names built of roots and the shapes family names have. The names are all different.
/// </summary>
internal sealed class NamePopulation
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

    private readonly NameDice dice;
    private readonly Given[] given;
    private readonly Family[] families;

    public NamePopulation(int count, ulong seed)
    {
        dice = new(seed);
        given = [.. NameData.Rows("given-names.tsv").Select(row => new Given(NameData.Forms(row[1]), row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(row => row.Arabic.Length > 0 && row.Latin.Length > 0 && row.Arabic[0].Length > 2)];
        families = Families(Math.Max(count / 20, 100));
        People = new Person[count];
        var seen = new HashSet<(int, int)>();
        for (var i = 0; i < count; i++)
        {
            int first, last;
            do (first, last) = (Frequent(given.Length), dice.Next(families.Length));
            while (!seen.Add((first, last)));
            People[i] = Person.Of(given[first], families[last], arabic: i % 2 == 1, english: dice.Next(3) == 0, dice);
        }
    }

    /// <summary>Every second one is written in Arabic in the register, the others in Latin script.</summary>
    public Person[] People { get; }

    /// <summary>The first given names of the lexicon are the frequent ones.</summary>
    private int Frequent(int below)
    {
        var draw = dice.Next(below);
        return (int)((long)draw * dice.Next(below) / below);
    }

    private Family[] Families(int count)
    {
        var (made, seen) = (new List<Family>(count), new HashSet<string>(StringComparer.Ordinal));
        var used = new HashSet<string>(StringComparer.Ordinal);
        while (made.Count < count)
        {
            var (arabic, french, english) = dice.Pick(Shapes);
            used.Clear();
            for (var place = '1'; place <= '4'; place++)
            {
                var root = dice.Pick(Consonants);
                // The consonants of a root differ.
                while (used.Contains(root.French)) root = dice.Pick(Consonants);
                used.Add(root.French);
                arabic = arabic.Replace($"{place}", root.Arabic, StringComparison.Ordinal);
                french = french.Replace($"{place}", root.French, StringComparison.Ordinal);
                english = english.Replace($"{place}", root.English, StringComparison.Ordinal);
            }
            if (seen.Add(arabic)) made.Add(new(arabic, Capital(french), Capital(english)));
        }
        return [.. made];
    }

    private static string Capital(string words)
    {
        var text = new StringBuilder(words);
        for (var i = 0; i < text.Length; i++) if (i == 0 || text[i - 1] is ' ' or '-') text[i] = char.ToUpperInvariant(text[i]);
        return text.ToString();
    }
}

/// <summary>A given name with its spellings.</summary>
internal sealed record Given(string[] Arabic, string[] Latin);

/// <summary>A family name in Arabic and as a French or an English clerk writes it.</summary>
internal sealed record Family(string Arabic, string French, string English);

/// <summary>One of the register, and how the same person is written in the other script.</summary>
internal sealed record Person(Given Given, Family Family, bool InArabic, string Registered, string AskedGiven, string AskedFamily)
{
    public static Person Of(Given given, Family family, bool arabic, bool english, NameDice dice)
    {
        var latin = dice.Pick(given.Latin);
        latin = char.ToUpperInvariant(latin[0]) + latin[1..];
        var family2 = english ? family.English : family.French;
        return arabic
            ? new(given, family, true, given.Arabic[0] + " " + family.Arabic, latin, family2)
            : new(given, family, false, latin + " " + family2, given.Arabic[0], family.Arabic);
    }

    /// <summary>
    /// Whether the undamaged query for <paramref name="other"/> may also be written for this one, letter for letter: the same given
    /// name or one with a common spelling, and a family name that is the same in Arabic or falls together in Latin letters.
    /// </summary>
    public bool IsWrittenLike(Person other) =>
        (ReferenceEquals(Given, other.Given) || Given.Arabic.Intersect(other.Given.Arabic, StringComparer.Ordinal).Any() || Given.Latin.Intersect(other.Given.Latin, StringComparer.Ordinal).Any())
        && (Family.Arabic == other.Family.Arabic || Family.French == other.Family.French || Family.English == other.Family.English);
}

/// <summary>Repeatable small numbers: the same seed gives the same names on every machine.</summary>
internal sealed class NameDice(ulong seed)
{
    private ulong state = seed;

    public int Next(int below)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)(state % (ulong)below);
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];
}
