using Shiraka.Ledger;
using Shiraka.Tests.Stores;

namespace Shiraka.Server.Tests.Faults;

/// <summary>A folder with a seeded installation in it, gone after the test.</summary>
internal sealed class FaultFolder : IAsyncDisposable
{
    private FaultFolder(string folder) => Path = folder;

    public string Path { get; }

    public SeededInstallation Seeded { get; private set; } = null!;

    public static async Task<FaultFolder> MakeAsync(StoreKind kind, int activities = 8) =>
        await MakeAsync(kind == StoreKind.Postgres ? await PostgresCluster.DatabaseAsync() : null, activities);

    /// <param name="database">A connection string, or null for a file.</param>
    /// <param name="activities">How many the load writes to.</param>
    public static async Task<FaultFolder> MakeAsync(string? database, int activities = 8)
    {
        var made = new FaultFolder(System.IO.Directory.CreateTempSubdirectory("shiraka-fault-").FullName);
        var installation = new Installation(database ?? System.IO.Path.Combine(made.Path, "shiraka.db"), made.Path);
        made.Seeded = await SeededInstallation.MakeAsync(installation, activitiesEach: activities);
        return made;
    }

    /// <summary>What does not fit between the journal and the store.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(Journal journal)
    {
        await using var store = (IAsyncDisposable)Seeded.OpenStore();
        return await journal.ProblemsAsync((IStore)store);
    }

    public ValueTask DisposeAsync()
    {
        System.IO.Directory.Delete(Path, recursive: true);
        return ValueTask.CompletedTask;
    }
}
