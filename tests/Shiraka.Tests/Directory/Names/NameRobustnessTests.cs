using System.Diagnostics;
using System.Text;
using Shiraka.Directory;
using Xunit;

namespace Shiraka.Tests.DirectoryNames;

public class NameRobustnessTests
{
    private const string Letters = "aàâbcçdeéêfghiïjklmnoôpqrstuûvwxyzAEIOUابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ 0123456789٠١٢٣٤٥٦٧٨٩-'’.,()\u200F\u200E\u202B\u064B\u0651\u0640\u0301\uD83D\uDE00\uD800\uFDF2\t\n#|";

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\uD800")]
    [InlineData("👩‍⚕️")]
    [InlineData("١٢٣ 456")]
    [InlineData("\u202E\u200F\u2066")]
    [InlineData("ـــ")]
    [InlineData("ءءء")]
    [InlineData("بن")]
    [InlineData("de la")]
    public void Any_text_is_compared_without_an_error(string text)
    {
        foreach (var other in new[] { text, "", "محمد العلوي", "CHU de Fès", "Rabat" })
        {
            Assert.InRange(Names.Compare(text, other).Score, 0, 1);
            Assert.InRange(Names.Compare(other, text).Score, 0, 1);
        }
        Assert.NotNull(NameRegister.Build([text, "محمد"]).Search(text));
    }

    [Fact]
    public void Two_links_that_are_alike_before_words_that_are_not_are_another_name()
    {
        Assert.Equal(0, Names.Compare("Abou Zit", "Bou Kram").Score);
        Assert.NotEmpty(Names.Compare("Bou Kram", "Abou Zit").Why);
    }

    [Theory]
    [InlineData("abcdefgh ij ")]
    [InlineData("عبد ال")]
    [InlineData("ا")]
    [InlineData("بي سي دي ")]
    [InlineData("C.H.U.")]
    [InlineData("d'")]
    public void Ten_thousand_characters_are_read_within_two_seconds(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        Names.Compare(text, text + "x");
        NameRegister.Build([text]).Search(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    [Fact]
    public void Random_texts_never_throw_and_always_give_the_same_answer()
    {
        var noise = new NameNoise(424_243);
        for (var i = 0; i < 5_000; i++)
        {
            var (a, b) = (Text(noise), Text(noise));
            var match = Names.Compare(a, b);
            Assert.InRange(match.Score, 0, 1);
            Assert.Equal(match.Score, Names.Compare(a, b).Score);
            Assert.Equal(match.Score, Names.Compare(b, a).Score, 9);
            Assert.Equal(match.Same, match.Score >= 0.5);
        }
    }

    [Fact]
    public void Thousands_of_mutated_names_are_compared_and_searched_without_a_fault() =>
        Assert.Empty(NameMutations.Run(3_000, NameMutations.Seed, Path.Combine(AppContext.BaseDirectory, "Directory", "Names", "pairs", "held-out.tsv")).Faults);

    [Fact]
    public void Composed_and_decomposed_texts_are_one()
    {
        foreach (var name in new[] { "Éléonore Koné", "آسيا رؤوف", "Hocine Aït Saïd" })
            Assert.Equal(1, Names.Compare(name.Normalize(NormalizationForm.FormC), name.Normalize(NormalizationForm.FormD)).Score, 1);
    }

    private static string Text(NameNoise noise)
    {
        var text = new StringBuilder();
        for (var n = noise.Next(40); n > 0; n--) text.Append(Letters[noise.Next(Letters.Length)]);
        return text.ToString();
    }
}
