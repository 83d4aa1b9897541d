using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Shiraka.Ledger;

/// <summary>
/// PostgreSQL: each command has its own transaction and is repeated on a conflict. COMMIT has no token and no deadline: a
/// commit whose answer is lost is an unknown outcome, and the repeat with the same idempotency key finds the truth.
/// </summary>
internal sealed class PostgresStore : IStore, IAsyncDisposable
{
    private const int Attempts = 64;
    private const int FreeAttempts = 2;
    private readonly NpgsqlDataSource writers;
    private readonly SemaphoreSlim contended = new(1, 1);
    private volatile bool isFull;

    public PostgresStore(string connectionString)
    {
        var tuned = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 64, AutoPrepareMinUsages = 2, NoResetOnClose = true };
        if (tuned.MaxPoolSize > 24) tuned.MaxPoolSize = 24;     // more connections are more conflicts, not more commands
        writers = NpgsqlDataSource.Create(tuned.ConnectionString);
        tuned.Options = "-c default_transaction_read_only=on";
        Readers = NpgsqlDataSource.Create(tuned.ConnectionString);
    }

    public StoreKind Kind => StoreKind.Postgres;

    public StoreState State => new(0, 0, isFull);

    /// <summary>Connections that refuse to write.</summary>
    public NpgsqlDataSource Readers { get; }

    public async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, ValueTask<T>> work, CancellationToken cancel = default)
    {
        InsideCommand.Refuse();
        for (var attempt = 1; attempt <= FreeAttempts; attempt++)
        {
            try
            {
                return await OnceAsync(work, cancel);
            }
            catch (Exception e) when (IsConflict(e))
            {
                await Task.Delay(attempt, cancel);
            }
        }

        return await InTurnAsync(work, cancel);
    }

    // Many writers of one thing would overtake each other until the attempts of the slowest are used up: the losers take turns.
    private async Task<T> InTurnAsync<T>(Func<DbConnection, DbTransaction, ValueTask<T>> work, CancellationToken cancel)
    {
        await contended.WaitAsync(cancel);
        try
        {
            for (var attempt = FreeAttempts + 1; ; attempt++)
            {
                try
                {
                    return await OnceAsync(work, cancel);
                }
                catch (Exception e) when (IsConflict(e))
                {
                    if (attempt == Attempts) throw new StoreUnavailableException("Too many write the same thing at once.", e) { IsConflict = true };
                }
            }
        }
        finally
        {
            contended.Release();
        }
    }

    public async ValueTask<DbConnection> OpenReaderAsync(CancellationToken cancel = default) => await Readers.OpenConnectionAsync(cancel);

    public bool IsDuplicateKey(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "commands" };

    public async ValueTask DisposeAsync()
    {
        await writers.DisposeAsync();
        await Readers.DisposeAsync();
        contended.Dispose();
    }

    private async Task<T> OnceAsync<T>(Func<DbConnection, DbTransaction, ValueTask<T>> work, CancellationToken cancel)
    {
        try
        {
            await using var connection = await writers.OpenConnectionAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            InsideCommand.Value = true;
            var value = await work(connection, transaction);
            await transaction.CommitAsync(CancellationToken.None);
            isFull = false;
            return value;
        }
        catch (Exception e) when (IsLost(e))
        {
            isFull = Causes(e).Any(cause => cause is PostgresException { SqlState: PostgresErrorCodes.DiskFull });
            throw new StoreUnavailableException("The database could not be reached, or the outcome is unknown.", e) { IsFull = isFull };
        }
    }

    // A stale update of a stream may be overtaken by the unique violation of its fact, which EF sends in the same batch.
    private static bool IsConflict(Exception e) => Causes(e).Any(cause => cause switch
    {
        DbUpdateConcurrencyException => true,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "facts_stream" } => true,
        _ => false,
    });

    private static bool IsLost(Exception e) => Causes(e).Any(cause => cause switch
    {
        PostgresException p => p.SqlState is PostgresErrorCodes.DiskFull or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow,
        NpgsqlException => true,
        _ => false,
    });

    // EF wraps what the database says, what it calls transient even twice.
    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
