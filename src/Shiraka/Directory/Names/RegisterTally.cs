namespace Shiraka.Directory;

/// <summary>Points of the names of a register during one search; kept between searches so that a search allocates little.</summary>
internal sealed class RegisterTally(int names, int words)
{
    private readonly float[] points = new float[names];
    private readonly ushort[] lastWord = new ushort[names];
    private readonly int[] sights = new int[words];
    private readonly List<int> touched = new(4096);
    private readonly List<int> kept = [];
    private int askedSoFar;

    /// <summary>Begins the look for another asked word.</summary>
    public void NextWord() => askedSoFar++;

    /// <summary>Whether a word of the register is met for the first time since <see cref="NextWord"/>.</summary>
    public bool FirstSight(int word)
    {
        if (sights[word] == askedSoFar) return false;
        sights[word] = askedSoFar;
        return true;
    }

    /// <summary>Gives a name the points of one asked word, once: words come best first.</summary>
    public void Give(int name, int askedWord, float worth)
    {
        var mark = (ushort)(askedWord + 1);
        if (lastWord[name] == mark) return;
        if (points[name] <= 0) touched.Add(name);
        lastWord[name] = mark;
        points[name] += worth;
    }

    /// <summary>Makes names candidates whatever their points.</summary>
    public void Keep(ReadOnlySpan<int> names) => kept.AddRange(names);

    /// <summary>The names with most points, of those that are admitted, in no order; <paramref name="handicap"/> is taken off for words nobody asked for.</summary>
    public List<int> Best(int most, Func<int, float> handicap, Func<int, bool>? among)
    {
        var best = new PriorityQueue<int, float>(most + 1);
        foreach (var name in touched)
        {
            if (best.Count == most && best.TryPeek(out _, out var least) && points[name] <= least) continue;
            if (among?.Invoke(name) == false) continue;
            var worth = points[name] - handicap(name);
            if (best.Count < most) best.Enqueue(name, worth);
            else if (best.TryPeek(out _, out least) && worth > least) best.EnqueueDequeue(name, worth);
        }
        var ranked = new List<int>(best.Count);
        while (best.TryDequeue(out var name, out _)) ranked.Add(name);
        foreach (var name in kept.Distinct()) if (!ranked.Contains(name) && among?.Invoke(name) != false) ranked.Add(name);
        return ranked;
    }

    public void Clear()
    {
        foreach (var name in touched) (points[name], lastWord[name]) = (0, 0);
        touched.Clear();
        kept.Clear();
    }
}
