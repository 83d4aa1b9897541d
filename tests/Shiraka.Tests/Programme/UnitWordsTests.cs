using Shiraka.Programme;
using Shiraka.Shared;
using Xunit;

namespace Shiraka.Tests.Programme;

public sealed class UnitWordsTests
{
    [Theory]
    [InlineData(Language.En, 1, "activity")]
    [InlineData(Language.En, 38, "activities")]
    [InlineData(Language.Fr, 1, "activité")]
    [InlineData(Language.Fr, 2, "activités")]
    public void A_unit_agrees_with_the_figure_before_it(Language language, int amount, string expected) =>
        Assert.Equal(expected, Words.In(language).UnitAfter(amount, "activity"));

    [Fact]
    public void Without_a_whole_figure_the_unit_is_named_as_a_list_does()
    {
        var words = Words.In(Language.Fr);
        Assert.Equal(words.UnitName("activity"), words.UnitAfter(null, "activity"));
        Assert.Equal(words.UnitName("activity"), words.UnitAfter(1.5m, "activity"));
        Assert.DoesNotContain("2", Words.In(Language.Ar).UnitAfter(2, "activity"), StringComparison.Ordinal);
    }
}
