using System.Data;
using Microsoft.Data.Sqlite;

namespace Shiraka.Ledger;

/// <summary>
/// The one connection that writes. EF prepares each statement anew on SQLite; here each text is prepared once and kept, which
/// is a third of the time of a command (figures in <c>docs/decisions/0002-writer-lane.md</c>).
/// </summary>
internal sealed class LaneConnection(string connectionString) : SqliteConnection(connectionString)
{
    private readonly Dictionary<string, Stack<SqliteCommand>> prepared = new(StringComparer.Ordinal);

    public override SqliteCommand CreateCommand() => new LaneCommand(this) { Transaction = Transaction };

    private SqliteCommand Rent(string text) => prepared.TryGetValue(text, out var free) && free.TryPop(out var command)
        ? command
        : new SqliteCommand(text, this);

    private void Return(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (!prepared.TryGetValue(command.CommandText, out var free)) prepared[command.CommandText] = free = new Stack<SqliteCommand>();
        free.Push(command);
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var command in prepared.Values.SelectMany(free => free)) command.Dispose();
        prepared.Clear();
        base.Dispose(disposing);
    }

    private sealed class LaneCommand(LaneConnection lane) : SqliteCommand(null, lane)
    {
        private SqliteCommand? twin;

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            if (twin is not null && twin.CommandText != CommandText) GiveBack();
            twin ??= lane.Rent(CommandText);
            twin.Parameters.Clear();
            foreach (SqliteParameter parameter in Parameters) twin.Parameters.Add(parameter);
            twin.Transaction = lane.Transaction;
            return twin.ExecuteReader(behavior);
        }

        public override SqliteDataReader ExecuteReader() => ExecuteReader(CommandBehavior.Default);

        private void GiveBack()
        {
            if (twin is null) return;
            lane.Return(twin);
            twin = null;
        }

        protected override void Dispose(bool disposing)
        {
            GiveBack();
            base.Dispose(disposing);
        }
    }
}
