namespace Shiraka.Directory;

/// <summary>Walks over the names that hold a word asked for, the closest words first, and no further than the cheapest name found allows.</summary>
internal sealed class NameWalk(NamePart[] parts, RegisterPostings postings, PersonSearchRoom room)
{
    public const int MostWalked = 10_000;
    public const int MostWalkedOfReadings = 7_000;
    public const int Compared = 100;
    public const int ComparedOfReading = 20;

    /// <summary>Bounds the time for words that very many bear: their closest spellings are followed first.</summary>
    private const int MostHolders = 8_000;
    private const int MostHoldersOfOthers = 3_000;
    private const int MostHoldersOfReading = 4_000;
    private const int Explained = 84;
    private const int Margin = 12;
    private const int MostCost = 1023;
    private const int AtOnce = 64;

    private readonly List<(int Name, int Cost)> walked = [];
    private int best = MostCost;
    private int left;

    public void Begin(int most)
    {
        left = most;
        Again();
    }

    public void Again()
    {
        room.NextVisit();
        walked.Clear();
    }

    public bool IsBeyondBest(int cost) => cost > best + Margin;

    public void Over(AskedWord[] asked)
    {
        var budget = MostHolders;
        foreach (var word in asked.OrderBy(word => word.Holders))
        {
            Follow(word, asked, budget, 0);
            if (best <= Explained || left <= 0) return;
            budget = MostHoldersOfOthers;
        }
    }

    public void OverRarest(AskedWord[] asked, int already) => Follow(asked.MinBy(word => word.Holders)!, asked, MostHoldersOfReading, already);

    /// <summary>At most so many of the names walked over, those that may be the cheapest.</summary>
    public IEnumerable<int> Cheapest(int most)
    {
        var counts = new int[MostCost + 1];
        foreach (var (_, cost) in walked) counts[cost]++;
        var (limit, sum) = (0, 0);
        while (limit < MostCost && sum + counts[limit] <= most) sum += counts[limit++];
        var atLimit = most - sum;
        foreach (var (name, cost) in walked)
            if (cost < limit || (cost == limit && atLimit-- > 0)) yield return name;
    }

    private void Follow(AskedWord word, AskedWord[] asked, int budget, int already)
    {
        var before = 0;
        foreach (var (id, least) in word.Near)
        {
            var holders = postings.NamesWith(id);
            if (IsBeyondBest(least + already) || (before > 0 && before + holders.Length > budget)) return;
            before += holders.Length;
            for (; holders.Length > 0 && left > 0; holders = holders[Math.Min(AtOnce, holders.Length)..])
                See(holders[..Math.Min(AtOnce, holders.Length)], asked, already);
            if (left <= 0) return;
        }
    }

    /// <summary>Several names at once: each waits for memory, and these waits overlap where nothing is done between them.</summary>
    private void See(ReadOnlySpan<int> names, AskedWord[] asked, int already)
    {
        Span<int> visited = stackalloc int[AtOnce];
        visited = visited[..Math.Min(left, room.FirstVisits(names, visited))];
        left -= visited.Length;
        postings.Fetch(visited);
        foreach (var name in visited)
        {
            var cost = NameDistance.AtFirstSight(asked, postings.WordsOf(name), parts.Length);
            walked.Add((name, Math.Min(cost, MostCost)));
            best = Math.Min(best, cost + already);
        }
    }
}
