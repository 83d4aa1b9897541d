using Shiraka.Directory;
using Shiraka.Tests.DirectoryNames;
using Xunit;

namespace Shiraka.Tests.Directory;

public sealed class IndexedNamesTests
{
    private static readonly string[] Syllables = ["ba", "ti", "kou", "la", "mi", "zar", "sou", "dja", "fel", "ro", "ghi", "na"];
    private static readonly string[] Towns = ["Sfax", "Kairouan", "Oran", "Agadir", "Dakar", "Marseille", "Doha", "Lyon"];

    [Fact]
    public void A_large_directory_proposes_what_comparing_every_name_proposes()
    {
        var names = Clinics(IndexedNames.Few + 1_000);
        var large = Indexed(NameKind.Institution, names);
        for (var at = 7; at < names.Count; at += names.Count / 12)
        {
            var written = names[at].Text.Replace("Clinique", "clinic", StringComparison.Ordinal).Replace("ou", "u", StringComparison.Ordinal);
            var worth = large.Worth(written);
            Assert.True(worth.Count < 500, $"{worth.Count} are worth comparing");
            var (every, some) = (Best(written, names), Best(written, worth));
            Assert.Equal((every.Thing, every.Score), (some.Thing, some.Score));
            Assert.Equal(every.Why, some.Why);
            Assert.NotEmpty(some.Why);
        }
    }

    [Fact]
    public void A_namesake_in_the_country_that_was_asked_for_is_not_lost_among_the_others()
    {
        var names = Clinics(IndexedNames.Few);
        for (var country = 0; country < 300; country++)
            names.Add(Name("Ministère de la Santé", NameKind.Institution) with { Country = $"{(char)('A' + (country / 26))}{(char)('A' + (country % 26))}" });
        var meant = names[^1];

        var found = BestEvidence.For("وزارة الصحة", NameKind.Institution, meant.Country, Indexed(NameKind.Institution, names).Worth("وزارة الصحة", meant.Country)).MaxBy(one => one.Score);

        Assert.Equal(meant.Thing, found?.Thing);
    }

    [Fact]
    public void Names_that_may_not_be_seen_take_no_place_from_those_that_may()
    {
        List<IndexedName> names = [.. Enumerable.Range(0, 400).Select(_ => Name("Karim Alaoui", NameKind.Person)), .. Families(IndexedNames.Few + 500), Name("كريم العلوي", NameKind.Person)];
        var seen = names.Skip(400).Select(name => name.Thing).ToHashSet();

        var worth = Indexed(NameKind.Person, names).Worth("Karim Alaoui", among: name => seen.Contains(name.Thing));

        Assert.Contains(names[^1], worth);
        Assert.All(worth, name => Assert.Contains(name.Thing, seen));
    }

    [Fact]
    public void Few_names_and_those_of_a_command_are_all_worth_comparing()
    {
        var names = Clinics(IndexedNames.Few + 1);
        Assert.Equal(names.Count, new IndexedNames(NameKind.Institution, names, isKept: false).Worth("Hôpital").Count);
        Assert.Equal(IndexedNames.Few, Indexed(NameKind.Institution, names[1..]).Worth("Hôpital").Count);
    }

    private static IndexedNames Indexed(NameKind kind, List<IndexedName> names) => new(kind, names, isKept: true);

    private static BestEvidence Best(string written, IReadOnlyList<IndexedName> among) =>
        BestEvidence.For(written, NameKind.Institution, null, among).OrderByDescending(one => one.Score).ThenBy(one => one.Name, StringComparer.Ordinal).First();

    private static List<IndexedName> Clinics(int count)
    {
        var noise = new NameNoise(5_551);
        return [.. Enumerable.Range(0, count).Select(_ => Name($"Clinique {Word(noise)} de {noise.Pick(Towns)}", NameKind.Institution))];
    }

    private static IEnumerable<IndexedName> Families(int count)
    {
        var noise = new NameNoise(5_552);
        return Enumerable.Range(0, count).Select(_ => Name($"{Word(noise)} {Word(noise)}", NameKind.Person)).ToList();
    }

    private static string Word(NameNoise noise)
    {
        var word = noise.Pick(Syllables) + noise.Pick(Syllables) + noise.Pick(Syllables) + noise.Pick(Syllables);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static IndexedName Name(string text, NameKind kind) =>
        new(Guid.CreateVersion7(), text, WrittenName.Key(text), WrittenName.ScriptOf(text), NameUse.Official, Names.Prepare(text, kind));
}
