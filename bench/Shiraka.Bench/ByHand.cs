using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Shiraka.Ledger;
using Shiraka.Programme;

namespace Shiraka.Bench;

/// <summary>
/// What a careful programmer writes without our lane: the same rows by ADO.NET with prepared statements, one transaction a request;
/// on SQLite one connection behind a lock, on PostgreSQL one update and one batch.
/// </summary>
internal sealed class ByHand(Installation installation) : IAsyncDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly NpgsqlDataSource? pool = !installation.IsPostgres ? null : NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(installation.Database) { MaxAutoPrepare = 64, AutoPrepareMinUsages = 2, NoResetOnClose = true, MaxPoolSize = 24 }.ConnectionString);
    private PreparedConnection? file;

    public async Task<IResult> RecordAsync(Guid activity, RecordDelivery.Request request, HttpContext http, ShirakaDb viewer, TimeProvider clock)
    {
        if (pool is not null)
        {
            await using var connection = await pool.OpenConnectionAsync(http.RequestAborted);
            return await WriteAsync(connection, activity, request, http.Request.Headers["Idempotency-Key"].ToString(), viewer, clock.GetUtcNow().ToUnixTimeMilliseconds());
        }

        await one.WaitAsync(http.RequestAborted);
        try
        {
            return await WriteAsync(file ??= Open(), activity, request, http.Request.Headers["Idempotency-Key"].ToString(), viewer, clock.GetUtcNow().ToUnixTimeMilliseconds());
        }
        finally
        {
            one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (file is not null) await file.DisposeAsync();
        if (pool is not null) await pool.DisposeAsync();
        one.Dispose();
    }

    /// <summary>The connection a hand-written SQLite endpoint would keep: prepared statements, the same durability as the product's.</summary>
    internal PreparedConnection Open()
    {
        var connection = new PreparedConnection($"Data Source={installation.Database};Pooling=False;Default Timeout=10");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=1000";
        command.ExecuteNonQuery();
        return connection;
    }

    private static async Task<IResult> WriteAsync(DbConnection connection, Guid activity, RecordDelivery.Request request, string key, ShirakaDb viewer, long now)
    {
        await using var transaction = connection is PreparedConnection lane ? lane.BeginTransaction(deferred: false) : await connection.BeginTransactionAsync();
        await using var update = Statements.Query(connection, "UPDATE activities SET version = version + 1 WHERE id = @id AND NOT (closed = @yes) RETURNING version, agreement, commitment",
            ("id", activity), ("yes", connection is PreparedConnection ? 1 : true));
        var (version, under) = (0L, Guid.Empty);
        await using (var row = await update.ExecuteReaderAsync())
            if (await row.ReadAsync()) (version, under) = (row.GetInt64(0), row.IdOrNull(2) ?? row.Id(1));
        if (version == 0) return TypedResults.NotFound();
        await using var batch = Statements.On(connection, transaction);
        var answer = Rows(batch, activity, version, under, request, key, viewer.Actor, viewer.Organisation, now);
        await batch.ExecuteAsync(CancellationToken.None);
        await transaction.CommitAsync();
        return TypedResults.Ok(answer);
    }

    /// <summary>The rows of one command, as the product writes them.</summary>
    internal static RecordDelivery.Response Rows(Statements batch, Guid activity, long version, Guid under, RecordDelivery.Request request, string key, Guid actor, Guid organisation, long now)
    {
        var id = Guid.CreateVersion7();
        var fact = new DeliveryRecorded { Id = id, Stream = activity, StreamVersion = version, Under = under, OccurredOn = request.On, Quantity = request.Quantity, Unit = request.Unit, Activity = activity, Note = request.Note };
        var answer = new RecordDelivery.Response(id, activity, version, Uncovered: false);
        FactWriter.Add(batch, [new RecordedFact(fact, actor, organisation)], now);
        var bytes = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(answer);
        IdempotencyKeys.Add(batch, actor, key, SHA256.HashData(bytes), new Answer(200, "application/json", null, bytes), now);
        return answer;
    }
}
