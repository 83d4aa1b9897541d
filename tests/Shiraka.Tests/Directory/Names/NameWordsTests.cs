using System.Reflection;
using Shiraka.Directory;
using Xunit;

namespace Shiraka.Tests.DirectoryNames;

public class NameWordsTests
{
    private static readonly string[] Codes = [.. typeof(NameWhy).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    [InlineData("en")]
    public void Every_reason_has_a_sentence_in_each_language_and_no_sentence_is_left_over(string language)
    {
        Assert.True(Codes.Length > 20);
        Assert.Equal(Codes.Order(StringComparer.Ordinal), NameReasonWords.Of(language).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_reason_names_the_parts_it_is_about()
    {
        var reason = Names.Compare("Karim Tazi", "Karima Tazi").Why.Single(w => w.Code == NameWhy.Gender);
        Assert.Equal("“karim” and “karima” differ by the feminine ending", reason.ToString());
        Assert.Contains("karima", reason.Say("fr"), StringComparison.Ordinal);
        Assert.Contains("التأنيث", reason.Say("ar"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_answer_says_why()
    {
        foreach (var pair in NamePairs.Own("held-out.tsv"))
            Assert.NotEmpty(Names.Compare(pair.A, pair.B).Why);
    }
}
