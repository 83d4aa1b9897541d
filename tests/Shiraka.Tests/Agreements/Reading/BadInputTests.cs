using System.Text;
using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>The same text written in another way says the same; what no text should hold is read without harm.</summary>
public sealed class BadInputTests
{
    private const string French = "Le Centre hospitalier universitaire de Fès et l'Hôpital général de Béthune ont signé à Fès, le 3 août 2022, une convention de partenariat. Le Dr Rémi Lefèvre, directeur de l'hôpital, et la Pr Zoé Bénard, directrice générale du CHU, ont paraphé le texte.";
    private const string Arabic = "وقعت وزارة الصحة ومستشفى النور يوم 3 مايو 2022 بالرباط مذكرة تفاهم.";

    [Fact]
    public void Decomposed_letters_read_as_composed_ones() => Assert.Equal(Told(French), Told(French.Normalize(NormalizationForm.FormD)));

    [Fact]
    public void Arabic_digits_read_as_western_ones()
    {
        Assert.Equal(new DateOnly(2022, 5, 3), Reader.Read(Arabic).Instruments[0].SignedOn!.Value);
        Assert.Equal(new DateOnly(2022, 5, 3), Reader.Read(Arabic.Replace("3", "٣", StringComparison.Ordinal).Replace("2022", "٢٠٢٢", StringComparison.Ordinal)).Instruments[0].SignedOn!.Value);
    }

    [Theory]
    [InlineData("🩺🤝")]
    [InlineData("\u200F")]
    [InlineData("\u202E")]
    public void What_cannot_be_read_aloud_changes_nothing_that_is_told(string odd)
    {
        var read = Reader.Read(French.Replace(". ", $". {odd}", StringComparison.Ordinal) + odd);
        Assert.Equal(Told(French), Told(read));
        Assert.Equal(odd == "\u202E", read.BidiOverrides);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("é")]
    [InlineData("م")]
    [InlineData("Abc ")]
    [InlineData("🩺")]
    public void A_name_of_ten_thousand_characters_is_read_without_an_error(string piece)
    {
        var name = new StringBuilder(10_000);
        while (name.Length < 10_000) name.Append(piece);
        var text = $"Le CHU de Lille et la Fondation {name} ont signé une convention de partenariat. M. {name}, directeur du CHU, a signé.";
        foreach (var span in Spans.Of(Reader.Read(text))) Assert.Equal(text[span.Start..span.End], span.Text);
    }

    private static string Told(string text) => Told(Reader.Read(text));

    private static string Told(Reading read)
    {
        var one = Assert.Single(read.Instruments);
        return string.Join('|', [one.Kind, one.SignedOn?.Value.ToString("O"), one.Place?.Text, .. one.Parties.Select(p => p.Span.Text), .. one.Signatories.Select(s => s.Name.Text)]).Normalize(NormalizationForm.FormC);
    }
}
