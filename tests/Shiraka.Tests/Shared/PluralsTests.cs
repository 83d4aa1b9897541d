using Shiraka.Shared;
using Xunit;

namespace Shiraka.Tests.Shared;

public sealed class PluralsTests
{
    [Theory]
    [InlineData(0, "one")]
    [InlineData(1, "one")]
    [InlineData(-1, "one")]
    [InlineData(2, "other")]
    [InlineData(1_000_000, "many")]
    [InlineData(1_000_001, "other")]
    public void French_counts_nought_and_one_alike(long count, string category) => Assert.Equal(category, Plurals.Category(Language.Fr, count));

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(1, "one")]
    [InlineData(2, "two")]
    [InlineData(3, "few")]
    [InlineData(10, "few")]
    [InlineData(11, "many")]
    [InlineData(99, "many")]
    [InlineData(100, "other")]
    [InlineData(101, "other")]
    [InlineData(102, "other")]
    [InlineData(103, "few")]
    [InlineData(111, "many")]
    [InlineData(1000, "other")]
    [InlineData(long.MinValue, "few")]
    public void Arabic_has_six_forms(long count, string category) => Assert.Equal(category, Plurals.Category(Language.Ar, count));

    [Theory]
    [InlineData(0, "other")]
    [InlineData(1, "one")]
    [InlineData(2, "other")]
    public void English_singles_out_one(long count, string category) => Assert.Equal(category, Plurals.Category(Language.En, count));
}
