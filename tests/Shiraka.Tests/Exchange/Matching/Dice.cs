namespace Shiraka.Tests.Exchange;

/// <summary>The same throws in every run (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public int Below(int end)
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)end);
    }

    public bool OneIn(int many) => Below(many) == 0;

    public int[] Some(int of, int most)
    {
        var all = Enumerable.Range(0, of).ToArray();
        for (var i = of - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all[..Math.Min(of, most)];
    }
}
