using Shiraka.Directory;

namespace Shiraka.Bench;

/// <summary>
/// A made-up population whose names are known in Arabic and in Latin script: given names of the lexicon, the first ones more
/// frequent, and family names built of roots and the shapes family names have. The names are all different.
/// </summary>
internal sealed class NamePopulation
{
    private readonly NameDice dice;

    /// <param name="sparse">Families of few roots and of ancestors, the first ones more frequent, and two of five people with a second given name.</param>
    public NamePopulation(int count, ulong seed, bool sparse = false)
    {
        dice = new(seed);
        Given[] single = [.. NameData.Rows("given-names.tsv").Select(row => new Given(NameData.Forms(row[1]), row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(row => row.Arabic.Length > 0 && row.Latin.Length > 0 && row.Arabic[0].Length > 2)];
        var families = sparse ? NameFamilies.Sparse(Math.Max(count / 20, 100), dice, single) : NameFamilies.Dense(Math.Max(count / 20, 100), dice);
        var twofold = new Dictionary<(int, int), Given>();
        People = new Person[count];
        var seen = new HashSet<(int, int, int)>();
        for (var i = 0; i < count; i++)
        {
            int first, second, last;
            do (first, second, last) = (Frequent(single.Length), sparse && dice.Next(5) < 2 ? Frequent(single.Length) : -1, sparse ? Frequent(families.Length) : dice.Next(families.Length));
            while (first == second || !seen.Add((first, second, last)));
            if (second >= 0 && !twofold.ContainsKey((first, second))) twofold.Add((first, second), Given.Both(single[first], single[second]));
            People[i] = Person.Of(second < 0 ? single[first] : twofold[(first, second)], families[last], arabic: i % 2 == 1, english: dice.Next(3) == 0, dice);
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
}

/// <summary>A given name with its spellings.</summary>
internal sealed record Given(string[] Arabic, string[] Latin)
{
    public static Given Both(Given first, Given second) => new(
        [$"{first.Arabic[0]} {second.Arabic[0]}"],
        [.. first.Latin.Take(3).SelectMany(one => second.Latin.Take(2), (one, other) => $"{one} {NameFamilies.Capital(other)}")]);
}

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

    /// <summary>The fewest letters to put in, leave out, change or exchange between <paramref name="query"/> and a spelling of this person in its script.</summary>
    public int LettersFrom(string query, bool arabic) => Spellings(arabic).Min(spelling => Letters.Between(Letters.Of(query), Letters.Of(spelling)));

    private IEnumerable<string> Spellings(bool arabic) => arabic
        ? Given.Arabic.Select(given => $"{given} {Family.Arabic}")
        : Given.Latin.SelectMany(_ => (string[])[Family.French, Family.English], (given, family) => $"{given} {family}");
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
