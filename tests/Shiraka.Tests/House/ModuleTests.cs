using Shiraka.Ledger;

namespace Shiraka.Tests.HouseRules;

public sealed class ModuleTests(ITestOutputHelper output)
{
    private const string CompositionRoot = "Shiraka.ShirakaModules";
    private static readonly ModuleGraph Product = ModuleGraph.Of(typeof(IStore).Assembly.Location, "Shiraka");
    private static readonly ModuleGraph PlantedModules = ModuleGraph.Of(typeof(Planted.One.Front).Assembly.Location, "Planted");

    /// <summary>The modules below each module. <c>-</c> is what lies in the root: the refusal and the problem of a row.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["-"] = [],
        ["Ledger"] = ["-"],
        ["Shared"] = ["-", "Ledger"],
        ["Access"] = ["-", "Ledger", "Shared"],
        ["Directory"] = ["-", "Ledger", "Shared", "Access"],
        ["Documents"] = ["-", "Ledger", "Shared", "Access"],
        ["Agreements"] = ["-", "Ledger", "Shared", "Access", "Directory", "Documents"],
        ["Exchange"] = ["-", "Shared"],
        ["Programme"] = ["-", "Ledger", "Shared", "Access", "Directory", "Documents", "Agreements"],
    };

    /// <summary>The stores, and what binds values and reads columns for both.</summary>
    private static readonly string[] KnowTheStore =
    [
        "Shiraka.Ledger.SqliteLane", "Shiraka.Ledger.PreparedConnection", "Shiraka.Ledger.PostgresStore", "Shiraka.Ledger.Statements", "Shiraka.Ledger.Rows",
        "Shiraka.Ledger.LedgerModule", "Shiraka.Ledger.ShirakaDb",
    ];

    /// <summary>Uses of another module's inside that are to go; nothing is added here without a date.</summary>
    private static readonly string[] Debts = ["Shiraka.Agreements.ConfirmDraft uses Shiraka.Directory.DirectorySets"];

    [Fact]
    public void A_module_uses_only_the_modules_below_it()
    {
        foreach (var edge in Product.Edges) output.WriteLine(edge);
        Assert.Equal("", string.Join('\n', Beyond(Product).Select(use => $"{use.From} uses {use.To}")));
        Assert.True(Product.Edges.Count() > 10, "The walk saw next to nothing.");
    }

    [Fact]
    public void A_module_uses_only_the_public_types_of_another() =>
        Assert.Equal("", string.Join('\n', Hidden(Product).Select(use => $"{use.From} uses {use.To}").Except(Debts).Order(StringComparer.Ordinal)));

    [Fact]
    public void The_modules_stand_on_each_other_without_a_circle() => Assert.Null(Product.Cycle(CompositionRoot));

    [Fact]
    public void Only_the_ledgers_stores_know_the_database_products() => Assert.Empty(KnowADatabase(Product).Except(KnowTheStore));

    [Fact]
    public void A_use_beyond_the_table_is_found() => Assert.Equal(["One -> Two", "Two -> One"], Beyond(PlantedModules).Select(use => $"{use.FromModule} -> {use.ToModule}").Distinct().Order());

    [Fact]
    public void A_use_of_an_internal_type_is_found() => Assert.Equal("Planted.Two.Hidden", Assert.Single(Hidden(PlantedModules)).To);

    [Fact]
    public void A_circle_is_found() => Assert.Contains(PlantedModules.Cycle(""), (string?[])["One -> Two -> One", "Two -> One -> Two"]);

    [Fact]
    public void A_database_product_outside_the_stores_is_found() => Assert.Equal(["Planted.Two.Open"], KnowADatabase(PlantedModules).Where(type => type.StartsWith("Planted.", StringComparison.Ordinal)));

    private static IEnumerable<Use> Beyond(ModuleGraph graph) => graph.Uses
        .Where(use => use.From != CompositionRoot && !Allowed.GetValueOrDefault(use.FromModule, []).Contains(use.ToModule));

    private static IEnumerable<Use> Hidden(ModuleGraph graph) => graph.Uses.Where(use => use.From != CompositionRoot && !use.ToIsPublic);

    private static IEnumerable<string> KnowADatabase(ModuleGraph graph) => graph.Packages
        .Where(use => use.Package is "Microsoft.Data.Sqlite" or "Microsoft.EntityFrameworkCore.Sqlite" || use.Package.StartsWith("Npgsql", StringComparison.Ordinal) || use.Package.StartsWith("SQLitePCL", StringComparison.Ordinal))
        .Select(use => use.Type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
