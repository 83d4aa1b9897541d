namespace Shiraka.Programme;

/// <summary>One category of a dimension; <see cref="Quantity"/> is null where it is too small to be published.</summary>
public sealed record Part(string Category, long? Quantity);

/// <summary>
/// A total cut along one dimension. What the facts do not say is <paramref name="Unknown"/>, so that parts and unknown
/// always add up to <paramref name="Total"/>.
/// </summary>
/// <param name="Exceeding">Places in the ledger of facts whose parts exceed their own quantity; their whole quantity is unknown.</param>
public sealed record Disaggregation(string Dimension, long Total, IReadOnlyList<Part> Parts, long? Unknown, IReadOnlyList<long> Exceeding)
{
    /// <summary>The category under which an unknown part is shown.</summary>
    public const string UnknownCategory = "unknown";

    /// <summary>Adds up quantities; a fact without a quantity is one. Categories come in ordinal order.</summary>
    public static Disaggregation Of(string dimension, IEnumerable<DoneFact> facts)
    {
        var parts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var exceeding = new SortedSet<long>();
        long total = 0, said = 0;
        foreach (var fact in facts)
        {
            var quantity = fact.Quantity ?? 1;
            total += quantity;
            if (!fact.Breakdown.TryGetValue(dimension, out var given)) continue;
            if (given.Values.Sum() > quantity || given.Values.Any(part => part < 0))
            {
                exceeding.Add(fact.Seq);
                continue;
            }

            foreach (var (category, part) in given)
            {
                if (string.Equals(category, UnknownCategory, StringComparison.Ordinal)) continue;
                parts[category] = parts.GetValueOrDefault(category) + part;
                said += part;
            }
        }

        return new(dimension, total, [.. parts.Select(part => new Part(part.Key, part.Value))], total - said, [.. exceeding]);
    }

    /// <summary>
    /// For readers outside the parties: counts from 1 to below <paramref name="smallest"/> are hidden, and where a single
    /// one is hidden the smallest of the others goes too, since the total would give it away. Zero says nothing about anyone.
    /// </summary>
    public Disaggregation ForThePublic(long smallest)
    {
        var cells = Parts.Append(new Part(UnknownCategory, Unknown)).ToList();
        var hidden = cells.Where(cell => cell.Quantity is > 0 && cell.Quantity < smallest).ToHashSet();
        if (hidden.Count == 1 && cells.Where(cell => cell.Quantity > 0 && !hidden.Contains(cell)).MinBy(cell => cell.Quantity) is { } second)
            hidden.Add(second);
        Part Shown(Part cell) => hidden.Contains(cell) ? cell with { Quantity = null } : cell;
        return this with { Parts = [.. Parts.Select(Shown)], Unknown = Shown(cells[^1]).Quantity };
    }
}
