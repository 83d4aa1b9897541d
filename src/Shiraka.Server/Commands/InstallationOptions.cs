using System.CommandLine;
using Shiraka.Ledger;

namespace Shiraka.Server.Commands;

/// <summary>Which installation a command works on: the same three options everywhere.</summary>
internal sealed class InstallationOptions
{
    private readonly Option<string?> database = new("--database")
    {
        Description = "SQLite file, or a connection string of PostgreSQL (Host=…). Else SHIRAKA_DATABASE, else shiraka.db in the data folder.",
    };

    private readonly Option<string?> data = new("--data")
    {
        Description = "Folder of keys and documents. Else SHIRAKA_DATA, else shiraka-data.",
    };

    private readonly Option<string?> origin = new("--origin")
    {
        Description = "Name of a new ledger, best its address; an existing ledger keeps its own. Else SHIRAKA_ORIGIN.",
    };

    public static InstallationOptions On(Command command)
    {
        var options = new InstallationOptions();
        command.Add(options.database);
        command.Add(options.data);
        command.Add(options.origin);
        return options;
    }

    public Installation From(ParseResult parsed)
    {
        // Not as defaults of the options: the help prints those, and a connection string holds a password.
        var folder = Path.GetFullPath(parsed.GetValue(data) ?? Variable("SHIRAKA_DATA") ?? "shiraka-data");
        var named = parsed.GetValue(database) ?? Variable("SHIRAKA_DATABASE");
        var installation = new Installation(named ?? Path.Combine(folder, "shiraka.db"), folder);
        if ((parsed.GetValue(origin) ?? Variable("SHIRAKA_ORIGIN")) is { } name) installation = installation with { Origin = name };
        return installation.IsPostgres ? installation : installation with { Database = Path.GetFullPath(installation.Database) };
    }

    /// <summary>The store, to read only: nothing is created, and a server may be running beside it.</summary>
    /// <exception cref="RefusedException">There is no such file.</exception>
    public static IStore OpenStore(Installation installation)
    {
        if (installation.IsPostgres) return new PostgresStore(installation.Database);
        if (!File.Exists(installation.Database)) throw new RefusedException("store.missing", $"There is no database at {installation.Database}.");
        return new SqliteLane(installation.Database);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
