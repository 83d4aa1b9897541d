namespace Shiraka.Directory;

/// <summary>
/// What it takes to turn what was asked into what stands in a register, in hundredths of a consonant. Unlike
/// <see cref="SoundAlignment"/>, which judges whether two names are the same, a letter lost is one likely event here, the first letter too.
/// </summary>
internal static class SoundDamage
{
    private const int Lost = 60;
    private const int PutIn = 68;
    private const int Swap = 54;
    private const int SwappedAlike = 20;
    private const int MostReplaced = 92;

    /// <summary>The cost, or <paramref name="limit"/> as soon as it is known to reach it.</summary>
    public static int Cost(ReadOnlySpan<byte> asked, ReadOnlySpan<byte> dropAsked, ReadOnlySpan<byte> held, ReadOnlySpan<byte> dropHeld, ScriptPair scripts, int limit)
    {
        var table = SoundCosts.Table(scripts);
        const int width = SoundAlignment.MostSounds + 1;
        Span<int> rows = stackalloc int[3 * width];
        rows[0] = 0;
        for (var j = 0; j < held.Length; j++) rows[j + 1] = rows[j] + Math.Min(dropHeld[j], (byte)Lost);
        for (var i = 0; i < asked.Length; i++)
        {
            var above = rows.Slice(i % 3 * width, width);
            var here = rows.Slice((i + 1) % 3 * width, width);
            var costs = table.AsSpan(asked[i] * SoundGroups.Count, SoundGroups.Count);
            var drop = Math.Min(dropAsked[i], (byte)PutIn);
            var least = here[0] = above[0] + drop;
            for (var j = 0; j < held.Length; j++)
            {
                var best = above[j] + Replaced(costs[held[j]]);
                best = Math.Min(best, above[j + 1] + drop);
                best = Math.Min(best, here[j] + Math.Min(dropHeld[j], (byte)Lost));
                if (i > 0 && j > 0 && costs[held[j - 1]] <= SwappedAlike && asked[i] != asked[i - 1]
                    && table[(asked[i - 1] * SoundGroups.Count) + held[j]] is <= SwappedAlike and var other)
                    best = Math.Min(best, rows[((i + 2) % 3 * width) + j - 1] + Swap + costs[held[j - 1]] + other);
                here[j + 1] = best;
                least = Math.Min(least, best);
            }
            // Two sounds may still be exchanged over this row, which saves no more than one of them.
            if (least - Lost >= limit) return limit;
        }
        return Math.Min(limit, rows[(asked.Length % 3 * width) + held.Length]);
    }

    private static int Replaced(int cost) => cost is > MostReplaced and < 120 ? MostReplaced : cost;
}
