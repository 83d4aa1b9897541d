namespace Shiraka.Directory;

/// <summary>What one search for a person writes on; kept between searches so that a search allocates little.</summary>
internal sealed class PersonSearchRoom(int names, int words)
{
    private readonly int[] visited = new int[names];
    private readonly List<byte[]> costs = [];
    private readonly Dictionary<(NameLink, string, LookFor), (AskedWord Word, byte[] Costs)> asked = [];
    private int visit;

    /// <summary>Begins another walk over the names.</summary>
    public void NextVisit() => visit++;

    /// <summary>Those of the names that were not visited before, and how many they are.</summary>
    public int FirstVisits(ReadOnlySpan<int> names, Span<int> first)
    {
        var count = 0;
        foreach (var name in names)
        {
            first[count] = name;
            count += visited[name] == visit ? 0 : 1;
            visited[name] = visit;
        }
        return count;
    }

    public AskedWord? Known(NamePart part, LookFor what) => asked.GetValueOrDefault((part.Link, part.Shown, what)).Word;

    public AskedWord Word(NamePart part, LookFor what)
    {
        if (costs.Count <= asked.Count)
        {
            costs.Add(new byte[words]);
            costs[^1].AsSpan().Fill(AskedWord.Unseen);
        }
        var own = costs[asked.Count];
        var word = new AskedWord(part, own);
        asked.Add((part.Link, part.Shown, what), (word, own));
        return word;
    }

    public void Clear()
    {
        foreach (var (word, own) in asked.Values)
            foreach (var seen in word.Seen) own[seen] = AskedWord.Unseen;
        asked.Clear();
    }
}
