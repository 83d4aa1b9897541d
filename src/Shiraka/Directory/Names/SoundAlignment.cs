namespace Shiraka.Directory;

/// <summary>The cheapest way to turn one row of sounds into another: drop, add, replace, or swap two neighbours.</summary>
internal static class SoundAlignment
{
    public const int MostSounds = 22;
    private const int Swap = 55;

    /// <summary>Two neighbours are exchanged where each may be written for the other's partner: ط and t are one sound across scripts.</summary>
    private const int SwappedAlike = 20;
    private const int LeastWeight = 230;

    /// <summary>Similarity in thousandths: 1000 where the sounds are the same for these two scripts; 0 where it is below <paramref name="least"/>.</summary>
    public static int Similarity(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ScriptPair scripts, int weight, int least)
    {
        var norm = Math.Max(LeastWeight, weight / 2);
        var most = (((1001 - Math.Max(least, 1)) * norm) - 1) / 1000;
        var cost = Cost(a, b, SoundCosts.Table(scripts), SoundCosts.Drops(scripts), most);
        return cost > most ? 0 : 1000 - (cost * 1000 / norm);
    }

    /// <summary>The cost, or something above <paramref name="most"/> where it is more than that: most words are unlike from their first sounds on.</summary>
    private static int Cost(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, byte[] table, byte[] drops, int most)
    {
        var cheapestBefore = 0;
        Span<int> rows = stackalloc int[3 * (MostSounds + 1)];
        var width = MostSounds + 1;
        Span<byte> soundsB = stackalloc byte[MostSounds];
        Span<byte> dropB = stackalloc byte[MostSounds];
        rows[0] = 0;
        for (var j = 0; j < b.Length; j++)
        {
            (soundsB[j], dropB[j]) = ((byte)SoundPlace.Sound(b[j]), drops[b[j]]);
            rows[j + 1] = rows[j] + dropB[j];
        }

        for (var i = 0; i < a.Length; i++)
        {
            var above = rows.Slice(i % 3 * width, width);
            var here = rows.Slice((i + 1) % 3 * width, width);
            var (sound, before, drop) = ((int)SoundPlace.Sound(a[i]), i > 0 ? (int)SoundPlace.Sound(a[i - 1]) : 0, drops[a[i]]);
            var costs = table.AsSpan(sound * SoundGroups.Count, SoundGroups.Count);
            here[0] = above[0] + drop;
            var cheapest = here[0];
            for (var j = 0; j < b.Length; j++)
            {
                // The first consonant carries a name: Jamal is not Kamal.
                var replace = costs[soundsB[j]];
                var best = above[j] + (i == 0 && j == 0 && replace > 40 ? replace + (replace / 3) : replace);
                best = Math.Min(best, above[j + 1] + drop);
                best = Math.Min(best, here[j] + dropB[j]);
                if (i > 0 && j > 0 && costs[soundsB[j - 1]] <= SwappedAlike && sound != before)
                {
                    var other = table[(before * SoundGroups.Count) + soundsB[j]];
                    if (other <= SwappedAlike) best = Math.Min(best, rows[((i + 2) % 3 * width) + j - 1] + Swap + costs[soundsB[j - 1]] + other);
                }
                here[j + 1] = best;
                cheapest = Math.Min(cheapest, best);
            }
            // What follows comes from this row, or by a swap from the one before.
            if (Math.Min(cheapest, cheapestBefore + Swap) > most) return most + 1;
            cheapestBefore = cheapest;
        }
        return rows[(a.Length % 3 * width) + b.Length];
    }
}
