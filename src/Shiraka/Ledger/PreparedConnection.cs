using System.Data;
using Microsoft.Data.Sqlite;

namespace Shiraka.Ledger;

/// <summary>
/// A connection on which each text is prepared once and kept, which EF and ADO.NET do not do on SQLite: a third of the time of a
/// command (figures in <c>docs/decisions/0002-writer-lane.md</c>). The one that writes is of this kind, and those of our own reads.
/// </summary>
internal class PreparedConnection(string connectionString) : SqliteConnection(connectionString)
{
    private const int MostTexts = 128;
    private readonly Dictionary<string, Stack<SqliteCommand>> prepared = new(StringComparer.Ordinal);

    public override SqliteCommand CreateCommand() => new PreparedCommand(this) { Transaction = Transaction };

    private SqliteCommand Rent(string text) => prepared.TryGetValue(text, out var free) && free.TryPop(out var command)
        ? command
        : new SqliteCommand(text, this);

    private void Return(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (!prepared.TryGetValue(command.CommandText, out var free))
        {
            if (prepared.Count >= MostTexts)
            {
                command.Dispose();      // texts made for one occasion, with lists of any length
                return;
            }

            prepared[command.CommandText] = free = new Stack<SqliteCommand>();
        }

        free.Push(command);
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var command in prepared.Values.SelectMany(free => free)) command.Dispose();
        prepared.Clear();
        base.Dispose(disposing);
    }

    private sealed class PreparedCommand(PreparedConnection owner) : SqliteCommand(null, owner)
    {
        private SqliteCommand? twin;

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            if (twin is not null && twin.CommandText != CommandText) GiveBack();
            twin ??= owner.Rent(CommandText);
            twin.Parameters.Clear();
            foreach (SqliteParameter parameter in Parameters) twin.Parameters.Add(parameter);
            twin.Transaction = owner.Transaction;
            return twin.ExecuteReader(behavior);
        }

        public override SqliteDataReader ExecuteReader() => ExecuteReader(CommandBehavior.Default);

        private void GiveBack()
        {
            if (twin is null) return;
            owner.Return(twin);
            twin = null;
        }

        protected override void Dispose(bool disposing)
        {
            GiveBack();
            base.Dispose(disposing);
        }
    }
}
