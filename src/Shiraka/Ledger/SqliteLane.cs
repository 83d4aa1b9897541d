using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using SQLitePCL;

namespace Shiraka.Ledger;

/// <summary>
/// SQLite behind a queue: one loop, one writing connection, one commit for a group of commands, and that connection alone
/// checkpoints. A lock of the operating system keeps a second process out.
/// </summary>
internal sealed class SqliteLane : IStore, IHostedService, IAsyncDisposable
{
    private const int GroupSize = 128;
    private const int QueueLength = 4096;
    private readonly Channel<LaneJob> queue = Channel.CreateBounded<LaneJob>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
    private readonly string file;
    private readonly string reading;
    private readonly ReadingConnections readers;
    private readonly Lock starting = new();
    private PreparedConnection? writer;
    private FileStream? fileLock;
    private Task? loop;
    private volatile bool isFull;

    public SqliteLane(string file)
    {
        this.file = Path.GetFullPath(file);
        reading = new SqliteConnectionStringBuilder { DataSource = this.file, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 5 }.ToString();
        readers = new ReadingConnections(new SqliteConnectionStringBuilder(reading) { Pooling = false }.ToString());
    }

    public StoreKind Kind => StoreKind.Sqlite;

    public StoreState State => new(queue.Reader.Count, new FileInfo(file + "-wal") is { Exists: true } wal ? wal.Length : 0, isFull);

    public string ReadingConnectionString => reading;

    /// <summary>How many commands left the lane for something that is not the store. Must stay 0.</summary>
    public long Slow { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lock (starting)
        {
            if (loop is not null) return Task.CompletedTask;
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            fileLock = TakeLock(file + ".lock");
            writer = new PreparedConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 2 }.ToString());
            writer.Open();
            Configure(writer);
            loop = Task.Run(LoopAsync, CancellationToken.None);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        if (loop is not null) await loop;
        if (writer is null) return;
        readers.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(reading));      // the last connection to close removes the log
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        await writer.DisposeAsync();
        writer = null;
        await fileLock!.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    public async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, ValueTask<T>> work, CancellationToken cancel = default)
    {
        InsideCommand.Refuse();
        var job = new LaneJob<T>(work, cancel);
        if (!queue.Writer.TryWrite(job)) throw new StoreUnavailableException("The queue of commands is full or the store is stopping.");
        return await job.Answer;
    }

    public ValueTask<DbConnection> OpenReaderAsync(CancellationToken cancel = default) => ValueTask.FromResult(readers.Lend());

    public bool IsDuplicateKey(Exception exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_UNIQUE } e
        && e.Message.Contains("commands.", StringComparison.Ordinal);

    private async Task LoopAsync()
    {
        while (await queue.Reader.WaitToReadAsync()) await RunGroupAsync();
    }

    private async Task RunGroupAsync()
    {
        var group = new List<LaneJob>(GroupSize);
        Exception? lost = null;
        SqliteTransaction? transaction = null;
        try
        {
            transaction = writer!.BeginTransaction(deferred: false);
            while (group.Count < GroupSize && lost is null && queue.Reader.TryRead(out var job))
            {
                group.Add(job);
                lost = await RunOneAsync(job, transaction);
            }

            if (lost is null) await transaction.CommitAsync();
        }
        catch (Exception e) when (e is SqliteException or InvalidOperationException)
        {
            lost = e;
        }

        isFull = IsFull(lost) || group.Exists(job => job.Error is StoreUnavailableException { IsFull: true });
        lost = await CloseAsync(transaction) ?? lost;
        var unavailable = lost is null ? null : Unavailable(lost);
        foreach (var job in group) job.Finish(unavailable);
    }

    // The loop must outlive a rollback that fails: a lane that stopped would leave every caller waiting.
    private static async Task<Exception?> CloseAsync(SqliteTransaction? transaction)
    {
        try
        {
            if (transaction is not null) await transaction.DisposeAsync();
            return null;
        }
        catch (SqliteException e)
        {
            return e;
        }
    }

    // A command that fails loses its savepoint only, unless SQLite itself rolled back everything: then nobody is acknowledged.
    private async Task<Exception?> RunOneAsync(LaneJob job, SqliteTransaction transaction)
    {
        if (job.IsCancelled) return null;
        Execute("SAVEPOINT command");
        try
        {
            job.Start(writer!, transaction);
            if (!job.Running.IsCompleted) Slow++;
            await job.Running;
            Execute("RELEASE command");
        }
        catch (Exception e)
        {
            job.Error = IsFull(e) ? Unavailable(e) : e;
            if (raw.sqlite3_get_autocommit(writer!.Handle) != 0) return e;
            Execute("ROLLBACK TO command");
            Execute("RELEASE command");
        }

        return null;
    }

    private static StoreUnavailableException Unavailable(Exception e) => new("The store could not keep the command.", e) { IsFull = IsFull(e) };

    private static bool IsFull(Exception? e) => e is SqliteException { SqliteErrorCode: raw.SQLITE_FULL };

    private void Execute(string text)
    {
        using var command = writer!.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static void Configure(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA page_size=4096; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;
            PRAGMA secure_delete=ON; PRAGMA cell_size_check=ON; PRAGMA journal_size_limit=67108864; PRAGMA temp_store=MEMORY;
            PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=1000;
            """;
        command.ExecuteNonQuery();
    }

    private static FileStream TakeLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StoreUnavailableException("Another process has this installation open.", e);
        }
    }
}
