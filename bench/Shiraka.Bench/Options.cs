using System.Globalization;
using Shiraka.Ledger;
using Shiraka.Tests.Stores;

namespace Shiraka.Bench;

/// <summary>What was asked on the command line.</summary>
internal sealed record Options(string What, double Seconds, StoreKind Store, bool Json, int Facts, string? Server, int Inputs = 100_000, int? Clients = null, int Names = 1_000_000)
{
    public const string Usage = """
        usage: reading|names|register|match|commands|verify|pages|start|all [--seconds N] [--store sqlite|postgres] [--facts N] [--server PATH] [--inputs N] [--names N] [--clients N] [--json]
               fuzz match|fuzz names|fuzz terms [N]|fuzz reading [N] [SEED]|table reading
        """;

    public static Options? Parse(string[] args)
    {
        if (args is ["fuzz", var kernel, ..]) args = [$"fuzz {kernel}", .. args[2..]];
        if (args.Length == 0 || args[0] is not ("reading" or "names" or "register" or "match" or "fuzz match" or "fuzz names" or "commands" or "verify" or "pages" or "start" or "all")) return null;
        var options = new Options(args[0], 3, StoreKind.Sqlite, Json: false, 200_000, Server: null);
        for (var i = 1; i < args.Length; i++)
        {
            if (args[i] == "--json") options = options with { Json = true };
            else if (++i == args.Length) return null;
            else if (args[i - 1] == "--seconds" && double.TryParse(args[i], CultureInfo.InvariantCulture, out var seconds)) options = options with { Seconds = seconds };
            else if (args[i - 1] == "--facts" && int.TryParse(args[i], CultureInfo.InvariantCulture, out var facts)) options = options with { Facts = facts };
            else if (args[i - 1] == "--inputs" && int.TryParse(args[i], CultureInfo.InvariantCulture, out var inputs)) options = options with { Inputs = inputs };
            else if (args[i - 1] == "--names" && int.TryParse(args[i], CultureInfo.InvariantCulture, out var names)) options = options with { Names = names };
            else if (args[i - 1] == "--store" && Enum.TryParse<StoreKind>(args[i], ignoreCase: true, out var store)) options = options with { Store = store };
            else if (args[i - 1] == "--clients" && int.TryParse(args[i], CultureInfo.InvariantCulture, out var clients)) options = options with { Clients = clients };
            else if (args[i - 1] == "--server") options = options with { Server = args[i] };
            else return null;
        }

        return options;
    }

    /// <summary>A new installation in a temporary folder, or in a database of the private cluster.</summary>
    public async Task<Installation> MakeInstallationAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("shiraka-bench-").FullName;
        return new Installation(Store == StoreKind.Postgres ? await PostgresCluster.DatabaseAsync() : Path.Combine(folder, "shiraka.db"), folder);
    }
}
