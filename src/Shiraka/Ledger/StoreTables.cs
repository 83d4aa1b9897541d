using System.Data.Common;

namespace Shiraka.Ledger;

/// <summary>A column as PostgreSQL declares it, which tells more than SQLite does (an id from bytes, a day from a text).</summary>
internal sealed record StoreColumn(string Name, string Type)
{
    /// <summary>The value of a row of either store; null where it has none.</summary>
    public object? Read(DbDataReader row, int at) => row.IsDBNull(at) ? null : Type switch
    {
        "uuid" => row.Id(at),
        "bytea" => row.Bytes(at),
        "date" => row.Day(at),
        "boolean" => row.GetBoolean(at),
        "integer" or "bigint" => row.GetInt64(at),
        "text" => row.GetString(at),
        _ => throw new NotSupportedException($"Column {Name} has type {Type}, which no rule says how to carry."),
    };
}

/// <summary>A table with what must stand before it can be filled. <paramref name="Own"/>: a column that names another row of the same table.</summary>
internal sealed record StoreTable(string Name, IReadOnlyList<StoreColumn> Columns, string? Own)
{
    // The queue of the sealer is filled by facts as they come in; its order is the only thing it says.
    private bool IsQueue => Name == "unsealed";

    public IEnumerable<StoreColumn> Carried => IsQueue ? Columns.Where(column => column.Name == "fact_id") : Columns;

    public string Select => $"SELECT {string.Join(", ", Carried.Select(column => column.Name))} FROM {Name}{(IsQueue ? " ORDER BY ord" : "")}";

    public string Insert => $"INSERT INTO {Name} ({string.Join(", ", Carried.Select(column => column.Name))}) VALUES ({string.Join(", ", Carried.Select(column => "@" + column.Name))})";
}

/// <summary>The tables of an installation, those that others name first.</summary>
internal static class StoreTables
{
    /// <summary>Read from a migrated PostgreSQL store; both stores have the same tables and columns.</summary>
    public static async Task<IReadOnlyList<StoreTable>> OfAsync(IStore postgres, CancellationToken cancel)
    {
        var columns = await postgres.ReadAsync("""
            SELECT c.table_name::text, c.column_name::text, c.data_type::text
            FROM information_schema.columns c JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.table_name <> 'migrations' ORDER BY c.table_name, c.ordinal_position
            """, row => (Table: row.GetString(0), Column: new StoreColumn(row.GetString(1), row.GetString(2))), cancel);
        var names = await postgres.ReadAsync("""
            SELECT t.relname::text, o.relname::text, (SELECT attname::text FROM pg_attribute WHERE attrelid = c.conrelid AND attnum = c.conkey[1])
            FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class o ON o.oid = c.confrelid
            WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace
            """, row => (Table: row.GetString(0), Other: row.GetString(1), Column: row.GetString(2)), cancel);

        var left = columns.GroupBy(one => one.Table, one => one.Column, StringComparer.Ordinal)
            .Select(table => new StoreTable(table.Key, [.. table], names.Where(name => name.Table == table.Key && name.Other == table.Key).Select(name => name.Column).SingleOrDefault())).ToList();
        var ordered = new List<StoreTable>();
        while (left.Count > 0)
        {
            var ready = left.FindAll(table => names.TrueForAll(name => name.Table != table.Name || name.Other == table.Name || ordered.Exists(done => done.Name == name.Other)));
            if (ready.Count == 0) throw new NotSupportedException("Tables name one another in a circle.");
            ordered.AddRange(ready.OrderBy(table => table.Name == "unsealed"));
            left.RemoveAll(ready.Contains);
        }

        return [.. ordered.OrderBy(table => table.Name == "unsealed")];
    }
}
