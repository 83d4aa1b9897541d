using System.Data.Common;

namespace Shiraka.Ledger;

/// <summary>
/// The only two places that know a database product are the implementations of this. Everything that writes goes through
/// <see cref="WriteAsync{T}"/>: commands, the sealer, imports, jobs, tests. <c>docs/decisions/0002-writer-lane.md</c> says why.
/// </summary>
public interface IStore
{
    StoreKind Kind { get; }

    /// <summary>How the store fares, without asking it.</summary>
    StoreState State { get; }

    /// <summary>
    /// Runs <paramref name="work"/> inside a write transaction. The task ends, with the value or the exception, only after the
    /// commit; so does a refusal, which may rest on an earlier command of the same group. The work may run more than once
    /// (a conflict on PostgreSQL), so it must not touch anything but the store.
    /// </summary>
    /// <exception cref="StoreUnavailableException">Nothing was acknowledged; try again, with the same idempotency key.</exception>
    Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, ValueTask<T>> work, CancellationToken cancel = default);

    /// <summary>An open connection that cannot write, on both stores. The caller disposes it.</summary>
    ValueTask<DbConnection> OpenReaderAsync(CancellationToken cancel = default);

    /// <summary>True for the unique violation of the idempotency table, which means: this command was done before.</summary>
    bool IsDuplicateKey(Exception exception);
}

public enum StoreKind
{
    Sqlite,
    Postgres,
}

/// <summary>
/// <paramref name="Waiting"/>: commands in the queue; <paramref name="WalBytes"/>: what is not yet checkpointed (both 0 on PostgreSQL);
/// <paramref name="IsFull"/>: the last write found no room.
/// </summary>
public readonly record struct StoreState(int Waiting, long WalBytes, bool IsFull);

/// <summary>The store could not take the command: full, stopping, or lost. The edge answers 503 with Retry-After, or 507 when full.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The disk is full: reads go on, writes are refused until there is room.</summary>
    public bool IsFull { get; init; }

    /// <summary>Others changed the same thing at the same time, and did so at every attempt.</summary>
    public bool IsConflict { get; init; }
}
