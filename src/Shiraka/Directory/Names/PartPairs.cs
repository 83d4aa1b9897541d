namespace Shiraka.Directory;

/// <summary>How alike the parts of two names are; each pair is looked at only as closely as its turn needs.</summary>
/// <param name="room">For each pair its similarity in thousandths, or what it is known to lie below.</param>
internal readonly ref struct PartPairs(ReadOnlySpan<NamePart> a, ReadOnlySpan<NamePart> b, Span<int> room)
{
    public const int Most = 8;
    private const int Exact = 5_000;
    private const int Below = 10_000;
    private const int Unseen = 2 * Below;

    private readonly ReadOnlySpan<NamePart> a = a;
    private readonly ReadOnlySpan<NamePart> b = b;
    private readonly Span<int> room = room;

    public static PartPairs Of(ReadOnlySpan<NamePart> a, ReadOnlySpan<NamePart> b, Span<int> room)
    {
        room.Fill(Unseen);
        return new(a, b, room);
    }

    /// <summary>The most alike of the parts without a partner, the first of them where several are.</summary>
    public (int A, int B, int Similarity) Next(ReadOnlySpan<int> partner, int usedB)
    {
        // Most names stand in one order: what the parts in one place reach, all others must reach too.
        var floor = int.MinValue;
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
            if (partner[i] < 0 && (usedB & (1 << i)) == 0) floor = Math.Max(floor, At(i, i, 0));
        var best = (A: -1, B: -1, Similarity: int.MinValue);
        for (var i = 0; i < a.Length; i++)
            for (var j = 0; j < b.Length && partner[i] < 0; j++)
                if ((usedB & (1 << j)) == 0 && At(i, j, Math.Max(floor, best.Similarity + 1)) is var similarity && similarity > best.Similarity) best = (i, j, similarity);
        return best;
    }

    /// <summary>The similarity, a trifle less in another place; the least number where it is below <paramref name="least"/>.</summary>
    private int At(int i, int j, int least)
    {
        ref var known = ref room[(i * Most) + j];
        if (known < Exact) return known;
        if (known - Below <= least) return int.MinValue;
        var moved = i == j ? 0 : 1;
        var similarity = PartComparison.Compare(a[i], b[j], least + moved).Similarity - moved;
        known = similarity >= least ? similarity : Below + least;
        return similarity >= least ? similarity : int.MinValue;
    }
}
