namespace Shiraka.Directory;

/// <summary>The cheapest way to turn one row of sounds into another: drop, add, replace, or swap two neighbours.</summary>
internal static class SoundAlignment
{
    public const int MostSounds = 22;
    private const int Swap = 55;

    /// <summary>Two neighbours are exchanged where each may be written for the other's partner: ط and t are one sound across scripts.</summary>
    private const int SwappedAlike = 20;
    private const int Unlike = 100;
    private const int LeastWeight = 230;

    /// <summary>Similarity in thousandths: 1000 where the sounds are the same for these two scripts; 0 where it is below <paramref name="least"/>.</summary>
    public static int Similarity(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ScriptPair scripts, int weight, int least)
    {
        var most = Most(weight, least);
        var cost = Cost(a, b, SoundCosts.Table(scripts), SoundCosts.Drops(scripts), most);
        return cost > most ? 0 : 1000 - (cost * 1000 / Norm(weight));
    }

    /// <summary>What two words of this weight may cost to be as similar as <paramref name="least"/>.</summary>
    public static int Most(int weight, int least) => (((1001 - Math.Max(least, 1)) * Norm(weight)) - 1) / 1000;

    private static int Norm(int weight) => Math.Max(LeastWeight, weight / 2);

    /// <summary>The cost, or something above <paramref name="most"/> where it is more than that: most words are unlike from their first sounds on.</summary>
    private static int Cost(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, byte[] table, byte[] drops, int most)
    {
        var width = b.Length + 1;
        Span<int> rows = stackalloc int[3 * width];
        Span<byte> soundsB = stackalloc byte[b.Length];
        Span<byte> dropB = stackalloc byte[b.Length];
        rows[0] = 0;
        for (var j = 0; j < b.Length; j++)
        {
            (soundsB[j], dropB[j]) = ((byte)SoundPlace.Sound(b[j]), drops[b[j]]);
            rows[j + 1] = rows[j] + dropB[j];
        }

        var (cheapestAbove, soundBefore) = (0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            var before = rows.Slice((i + 2) % 3 * width, width);
            var above = rows.Slice(i % 3 * width, width);
            var here = rows.Slice((i + 1) % 3 * width, width);
            var (sound, drop) = ((int)SoundPlace.Sound(a[i]), drops[a[i]]);
            var costs = table.AsSpan(sound * SoundGroups.Count, SoundGroups.Count);
            var swaps = table.AsSpan(soundBefore * SoundGroups.Count, SoundGroups.Count);
            var (left, replaceLeft) = (here[0] = above[0] + drop, Unlike);
            var cheapest = left;
            for (var j = 0; j < soundsB.Length; j++)
            {
                // The first consonant carries a name: Jamal is not Kamal.
                int replace = costs[soundsB[j]];
                var best = above[j] + (i == 0 && j == 0 && replace > 40 ? replace + (replace / 3) : replace);
                best = Math.Min(best, above[j + 1] + drop);
                best = Math.Min(best, left + dropB[j]);
                if (replaceLeft <= SwappedAlike && i > 0 && sound != soundBefore && swaps[soundsB[j]] is var other && other <= SwappedAlike)
                    best = Math.Min(best, before[j - 1] + Swap + replaceLeft + other);
                here[j + 1] = best;
                (left, replaceLeft, cheapest) = (best, replace, Math.Min(cheapest, best));
            }
            // What follows comes from this row, or by a swap from the one before.
            if (Math.Min(cheapest, cheapestAbove + Swap) > most) return most + 1;
            (cheapestAbove, soundBefore) = (cheapest, sound);
        }
        return rows[(a.Length % 3 * width) + b.Length];
    }
}
