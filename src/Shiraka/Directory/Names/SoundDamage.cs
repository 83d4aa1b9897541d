namespace Shiraka.Directory;

/// <summary>
/// What it takes to turn what was asked into what stands in a register, in hundredths of a consonant. Unlike
/// <see cref="SoundAlignment"/>, which judges whether two names are the same, a letter lost is one likely event here, the first letter too.
/// </summary>
internal static class SoundDamage
{
    private const int Swap = 48;
    private const int SwappedAlike = 20;

    /// <summary>The cost, or <paramref name="limit"/> as soon as it is known to reach it.</summary>
    public static int Cost(ReadOnlySpan<byte> asked, ReadOnlySpan<byte> held, ScriptPair scripts, int limit)
    {
        var (table, putIn, leftOut) = (DamageCosts.Table(scripts), DamageCosts.PutIn(scripts), DamageCosts.LeftOut(scripts));
        const int width = SoundAlignment.MostSounds + 1;
        Span<int> above2 = stackalloc int[width];
        Span<int> above = stackalloc int[width];
        Span<int> here = stackalloc int[width];
        Span<int> lost = stackalloc int[width];
        Span<byte> sounds = stackalloc byte[SoundAlignment.MostSounds];
        for (var j = 0; j < held.Length; j++)
        {
            above[j + 1] = above[j] + (lost[j] = leftOut[held[j]]);
            sounds[j] = (byte)SoundPlace.Sound(held[j]);
        }
        var before = 0;
        for (var i = 0; i < asked.Length; i++)
        {
            var costs = table.AsSpan((int)SoundPlace.Sound(asked[i]) * SoundGroups.Count, SoundGroups.Count);
            var costsBefore = i > 0 ? table.AsSpan((int)SoundPlace.Sound(asked[i - 1]) * SoundGroups.Count, SoundGroups.Count) : [];
            var drop = putIn[asked[i]];
            var left = above[0] + drop;
            var least = here[0] = left;
            for (var j = 0; j < held.Length; j++)
            {
                var best = above[j] + costs[sounds[j]];
                best = Math.Min(best, Math.Min(above[j + 1] + drop, left + lost[j]));
                if (j > 0 && costsBefore.Length > 0 && costs[sounds[j - 1]] is <= SwappedAlike and var one && costsBefore[sounds[j]] is <= SwappedAlike and var other)
                    best = Math.Min(best, above2[j - 1] + Swap + one + other);
                here[j + 1] = left = best;
                least = Math.Min(least, best);
            }
            // Two sounds may still be exchanged over this row.
            if (least >= limit && before + Swap >= limit) return limit;
            before = least;
            var free = above2;
            above2 = above;
            above = here;
            here = free;
        }
        return Math.Min(limit, above[held.Length]);
    }
}
