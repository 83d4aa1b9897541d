using System.Data.Common;
using System.Diagnostics;
using Npgsql;
using Shiraka.Ledger;
using Shiraka.Programme;
using Shiraka.Server.Tests.Faults;

namespace Shiraka.Bench;

/// <summary>How fast the store takes the rows of a command from one prepared loop, without a server: the limit of any design.</summary>
internal static class RawInserts
{
    /// <summary>Commands' worth of rows a second, <paramref name="group"/> of them in each transaction.</summary>
    public static async Task<double> MeasureAsync(SeededInstallation seeded, int group, TimeSpan time)
    {
        await using var connection = await OpenAsync(seeded.Installation);
        var streams = seeded.Activities.Select(activity => (Activity: activity, Stream: Guid.CreateVersion7())).ToArray();
        var (count, wall) = (0, Stopwatch.StartNew());
        while (wall.Elapsed < time)
        {
            await using var transaction = connection is PreparedConnection lane ? lane.BeginTransaction(deferred: false) : await connection.BeginTransactionAsync();
            await using (var batch = Statements.On(connection, transaction))
            {
                for (var i = 0; i < group; i++, count++) Add(batch, streams[count % streams.Length].Activity, streams.Length, count, seeded);
                await batch.ExecuteAsync(CancellationToken.None);
            }

            await transaction.CommitAsync();
        }

        return count / wall.Elapsed.TotalSeconds;
    }

    private static void Add(Statements batch, Guid activity, int streams, int count, SeededInstallation seeded)
    {
        batch.Add("UPDATE activities SET version = version + 1 WHERE id = @id", ("id", activity));
        var version = 1_000_000L + count / streams;     // beyond what the server writes, so that both can be measured on one store
        ByHand.Rows(batch, activity, Interlocked.Increment(ref written) + version, activity, new RecordDelivery.Request("séance tenue", new DateOnly(2026, 3, 2), 1, "person"),
            Guid.CreateVersion7().ToString("N"), seeded.Account, seeded.Organisation, 0);
    }

    private static long written;

    private static async Task<DbConnection> OpenAsync(Installation installation)
    {
        if (!installation.IsPostgres) return new ByHand(installation).Open();
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(installation.Database) { MaxAutoPrepare = 64, AutoPrepareMinUsages = 2, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
