using Shiraka.Directory;
using Xunit;

namespace Shiraka.Tests.DirectoryNames;

public class NamePairsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("development.tsv")]
    [InlineData("held-out.tsv")]
    public void Pairs_of_names_are_told_apart_within_the_bars(string file) => Check(NamePairs.Own(file), 400);

    [Fact]
    public void The_adversarial_list_beside_the_checkout_is_told_apart_within_the_bars()
    {
        var list = BesideTheCheckout("names-dev.tsv");
        if (list is null) Assert.Skip("../shared/names-dev.tsv does not stand beside this checkout");
        Check(NamePairs.Read(list), 50);
    }

    [Fact]
    public void A_comparison_does_not_depend_on_the_order_of_its_names()
    {
        foreach (var pair in NamePairs.Own("held-out.tsv"))
            Assert.Equal(Names.Compare(pair.A, pair.B).Score, Names.Compare(pair.B, pair.A).Score, 9);
    }

    [Fact]
    public void Every_name_is_the_same_as_itself()
    {
        foreach (var name in NamePairs.Own("held-out.tsv").SelectMany(p => new[] { p.A, p.B }))
            Assert.True(Names.Compare(name, name).Same, name);
    }

    [Fact]
    public void The_figures_fall_when_the_answers_are_exchanged()
    {
        var lied = NamePairs.Own("held-out.tsv").Select(p => p with { Same = !p.Same });
        Assert.True(PairFigures.Of(NamePairs.Score(lied)).Auc < 0.1);
    }

    private void Check(List<NamePair> pairs, int least)
    {
        Assert.True(pairs.Count >= least, $"only {pairs.Count} pairs");
        var scored = NamePairs.Score(pairs);
        var all = PairFigures.Of(scored);
        var persons = PairFigures.Of([.. scored.Where(s => s.Pair.Kind == "person")]);
        output.WriteLine($"all {all}; persons {persons}");
        foreach (var (pair, match) in scored.Where(s => s.Pair.Same != s.Match.Same))
            output.WriteLine($"{match.Score:F2} {(pair.Same ? "missed" : "taken for the same")}: {pair.A} | {pair.B} ({string.Join("; ", match.Why)})");
        Assert.True(persons.Auc >= 0.95, $"persons AUC {persons.Auc:F3}");
        Assert.True(persons.F1 >= 0.92, $"persons F1 {persons.F1:F3}");
        Assert.True(all.F1 >= 0.90, $"all F1 {all.F1:F3}");
    }

    private static string? BesideTheCheckout(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Shiraka.slnx")) && folder.Parent is { } parent)
                return Path.Combine(parent.FullName, "shared", file) is var path && File.Exists(path) ? path : null;
        return null;
    }
}
