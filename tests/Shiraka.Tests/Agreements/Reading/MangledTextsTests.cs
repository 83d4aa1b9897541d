using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>Every text of our own as it looks when a page has been copied, wrapped, translated or scanned.</summary>
public sealed class MangledTextsTests(ITestOutputHelper output)
{
    private static readonly List<Gold> Texts = Gold.Folder(Path.Combine(AppContext.BaseDirectory, "Agreements", "Reading", "Texts"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Noise_around_and_inside_a_text_costs_little(int seed)
    {
        var (dice, score) = (new Dice((ulong)seed), new Score());
        foreach (var text in Texts)
        {
            var mangled = Mangle.Gold(text, dice);
            score.Add(mangled, Reader.Read(mangled.Text, mangled.Name));
        }
        output.WriteLine(score.Table);
        Assert.True(score.Composite >= 0.90, score.Table);
        Assert.True(score.Of("isAgreement") >= 0.95, score.Table);
    }
}
