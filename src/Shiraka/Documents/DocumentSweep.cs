using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shiraka.Ledger;

namespace Shiraka.Documents;

/// <summary>Once an hour, removes files older than a day that nobody cites, and what was cut short while it came in.</summary>
internal sealed class DocumentSweep(DocumentFolder folder, IDbContextFactory<ShirakaDb> contexts, TimeProvider clock, ILogger<DocumentSweep> log) : BackgroundService
{
    private const int FilesAtATime = 200;
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>One round; how many files were removed.</summary>
    internal async Task<int> SweepAsync(CancellationToken cancel)
    {
        if (!System.IO.Directory.Exists(folder.Root)) return 0;
        var before = clock.GetUtcNow() - Age;
        var removed = 0;
        var old = System.IO.Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories).Where(path => File.GetLastWriteTimeUtc(path) < before.UtcDateTime);
        foreach (var paths in old.Chunk(FilesAtATime))
        {
            var cited = await CitedAsync(paths, cancel);
            foreach (var path in paths)
                if (!cited.Contains(HashOf(path)) && folder.Remove(path, before)) removed++;
        }

        return removed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Every, clock, stoppingToken);
                if (await SweepAsync(stoppingToken) is var removed and > 0) log.LogInformation("{Count} files that nobody cites were removed", removed);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (e is IOException or System.Data.Common.DbException or UnauthorizedAccessException)
            {
                log.LogError(e, "Files that nobody cites could not be removed; it is tried again");
            }
        }
    }

    private async Task<HashSet<string>> CitedAsync(string[] paths, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var hashes = paths.Select(HashOf).ToArray();
        return [.. await db.DocumentCitations.Where(c => hashes.Contains(c.Sha256)).Select(c => c.Sha256).ToListAsync(cancel)];
    }

    private static string HashOf(string path) => Path.GetFileName(Path.GetDirectoryName(path)) + Path.GetFileName(path);
}
