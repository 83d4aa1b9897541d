using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

public sealed class LexiconTests
{
    public static TheoryData<string> Files => [.. Lexicon.Default.Rows.Select(r => r.File).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_says_where_its_words_come_from(string file)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        Assert.Contains("\n# source: ", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_line_finds_the_words_it_is_written_for(string file)
    {
        var lost = new List<string>();
        foreach (var row in Lexicon.Default.Rows.Where(r => r.File == file && r.Tag[0] != '=' && !r.Tag.StartsWith("noise", StringComparison.Ordinal)))
        {
            var sample = Sample(row.Pattern);
            if (!Page.Open(sample).All(row.Tag).Exists(m => m.Value == row.Value)) lost.Add($"{row.Tag} {row.Value} {row.Pattern} as '{sample}'");
        }
        Assert.True(lost.Count == 0, string.Join(Environment.NewLine, lost));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_line_stands_twice(string file)
    {
        var twice = Lexicon.Default.Rows.Where(r => r.File == file).GroupBy(r => (r.Tag, r.Value, r.Pattern)).Where(g => g.Count() > 1).Select(g => g.Key.ToString());
        Assert.Empty(twice);
    }

    [Fact]
    public void A_pattern_that_ends_in_a_gap_is_refused()
    {
        var vocabulary = new Vocabulary();
        Assert.Throws<InvalidDataException>(() => new Trie().Add(Pattern.Parse("campagne ..3", vocabulary), new Entry("commit", "awareness")));
    }

    [Theory]
    [InlineData("a", 1)]
    [InlineData("(a|b) c", 2)]
    [InlineData("a [b] (c|d_e)", 4)]
    [InlineData("(a|b [c]) d", 3)]
    public void A_pattern_can_be_said_in_as_many_ways_as_its_choices_allow(string pattern, int ways) =>
        Assert.Equal(ways, new Trie().Add(Pattern.Parse(pattern, new Vocabulary()), new Entry("tag", "")));

    [Theory]
    [InlineData("وبالمستشفى", "مستشفي")]
    [InlineData("للوزارة", "وزاره")]
    [InlineData("والاتفاقية", "اتفاقيه")]
    [InlineData("كَالطَّبِيب", "طبيب")]
    public void An_arabic_word_answers_without_its_particles(string word, string bare) =>
        Assert.Contains(Clitics.Forms(Fold.Of(word)), f => f.Form == bare);

    /// <summary>The first way to say a pattern: first choice, options said, gaps empty, a class by one of its words.</summary>
    private static string Sample(string pattern) => Say(Pattern.Parse(pattern, Lexicon.Default.Vocabulary));

    private static string Say(List<Pattern.Element> elements) => string.Join(' ', elements.Select(e => e.Choices[0]).Where(c => c.Elements is not null || c.Step.Gap == 0)
        .Select(c => c.Elements is { } inner ? Say(inner) : Lexicon.Default.Vocabulary.Example(c.Step.Symbol)));
}
