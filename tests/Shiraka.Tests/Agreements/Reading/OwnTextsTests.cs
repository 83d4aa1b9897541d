using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

public sealed class OwnTextsTests(ITestOutputHelper output)
{
    private static readonly List<Gold> Texts = Gold.Folder(Path.Combine(AppContext.BaseDirectory, "Agreements", "Reading", "Texts"));

    [Fact]
    public void The_texts_cover_three_languages_and_a_third_are_no_agreements()
    {
        Assert.True(Texts.Count >= 40);
        Assert.True(Texts.Count(t => !t.IsAgreement) * 3 >= Texts.Count);
        Assert.All(["fr", "ar", "en"], language => Assert.True(Texts.Count(t => t.Language == language) >= 10));
    }

    [Fact]
    public void The_composite_over_all_own_texts_stays_above_its_bar()
    {
        var score = new Score();
        foreach (var text in Texts) score.Add(text, Reader.Read(text.Text, text.Name));
        output.WriteLine(score.Table);
        Assert.True(score.Composite >= 0.93, score.Table);
        Assert.True(score.Of("isAgreement") >= 0.97, score.Table);
    }

    [Theory]
    [InlineData("fr", 0.90)]
    [InlineData("ar", 0.90)]
    [InlineData("en", 0.90)]
    public void No_language_falls_behind(string language, double bar)
    {
        var score = new Score();
        foreach (var text in Texts.Where(t => t.Language == language)) score.Add(text, Reader.Read(text.Text, text.Name));
        output.WriteLine(score.Table);
        Assert.True(score.Composite >= bar, score.Table);
    }

    [Fact]
    public void Every_span_is_literally_in_the_text()
    {
        foreach (var text in Texts)
            foreach (var span in Spans.Of(Reader.Read(text.Text)))
                Assert.Equal(text.Text[span.Start..span.End], span.Text);
    }

    [Fact]
    public void The_same_text_reads_the_same_twice()
    {
        foreach (var text in Texts) Assert.Equal(ReadingJson.Write(Reader.Read(text.Text)), ReadingJson.Write(Reader.Read(text.Text)));
    }

    [Fact]
    public void A_language_is_told_as_its_gold_record_says()
    {
        foreach (var text in Texts) Assert.Equal(text.Language, Reader.Read(text.Text).Language);
    }
}
