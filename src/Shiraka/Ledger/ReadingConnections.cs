using System.Collections.Concurrent;
using System.Data.Common;

namespace Shiraka.Ledger;

/// <summary>Connections for our own reads on SQLite, lent and given back with their prepared statements: every request reads its session.</summary>
internal sealed class ReadingConnections(string connectionString) : IDisposable
{
    private readonly ConcurrentBag<Lent> free = [];
    private volatile bool isClosed;

    public DbConnection Lend()
    {
        if (free.TryTake(out var kept)) return kept;
        var made = new Lent(connectionString, this);
        made.Open();
        return made;
    }

    public void Dispose()
    {
        isClosed = true;
        while (free.TryTake(out var kept)) kept.End();
    }

    // Disposed by its borrower, it goes back to the shelf.
    private sealed class Lent(string connectionString, ReadingConnections shelf) : PreparedConnection(connectionString)
    {
        private bool isOver;

        public void End()
        {
            isOver = true;
            Dispose();
        }

        protected override void Dispose(bool disposing)
        {
            if (!disposing || isOver || shelf.isClosed || State != System.Data.ConnectionState.Open) base.Dispose(disposing);
            else shelf.free.Add(this);
        }
    }
}
