namespace Shiraka.Directory;

/// <summary>
/// Finds the names of persons that most cheaply explain what was asked: as it is written; then with one letter of any word
/// damaged; then with words joined or cut.
/// </summary>
internal sealed class PersonSearch(NamePart[] parts, RegisterWords words, RegisterPostings postings, PersonSearchRoom room, Func<int, bool>? among)
{
    /// <summary>No damage explains a name better than this.</summary>
    private const int Intact = 26;
    private const int OneDamage = 40;
    private const int NearIntact = 64;
    private const int NearDamaged = 112;
    private const int Compared = 100;

    /// <summary>Bounds the time for words that very many bear: their closest spellings are followed first.</summary>
    private const int MostHolders = 50_000;
    private const int MostHoldersOfOthers = 12_000;

    private readonly List<(int Name, int Cost)> walked = [];
    private readonly Dictionary<int, (int Cost, QueryReading? Reading)> found = [];

    /// <summary>Names with their costs, in no order; few more than <paramref name="most"/> where many are as good.</summary>
    public Dictionary<int, (int Cost, QueryReading? Reading)> Find(PreparedName asked, string query, int most)
    {
        Walk(asked.Parts, null, damaged: false, most);
        if (Least() <= Intact) return found;
        Walk(asked.Parts, null, damaged: true, most);
        if (Least() <= OneDamage) return found;
        foreach (var reading in QueryReadings.Of(query)) Walk(reading.Name.Parts, reading, damaged: false, most);
        return found;
    }

    private int Least() => found.Count == 0 ? int.MaxValue : found.Values.Min(name => name.Cost);

    private void Walk(NamePart[] asked, QueryReading? reading, bool damaged, int most)
    {
        if (asked.Length == 0) return;
        var looked = Array.ConvertAll(asked, part => Looked(part, damaged, reading is not null));
        if (reading is not null && Array.Exists(looked, word => word.Near.Count == 0)) return;
        room.NextVisit();
        walked.Clear();
        var budget = MostHolders;
        foreach (var word in looked.OrderBy(word => word.Holders))
        {
            Follow(word, looked, budget);
            budget = MostHoldersOfOthers;
        }
        Keep(looked, reading, Math.Max(Compared, most));
    }

    private AskedWord Looked(NamePart part, bool damaged, bool another)
    {
        if ((another ? room.Known(part, damaged: true) : null) is { } repaired) return repaired;
        if (room.Known(part, damaged) is { } known) return known;
        var word = room.Word(part, damaged);
        if (damaged) word.Repair();
        words.Look(word, damaged ? NearDamaged : NearIntact, damaged);
        foreach (var (id, _) in word.Near) word.Holders += postings.NamesWith(id).Length;
        return word;
    }

    private void Follow(AskedWord word, AskedWord[] looked, int budget)
    {
        var before = 0;
        foreach (var (id, _) in word.Near)
        {
            var holders = postings.NamesWith(id);
            if (before > 0 && before + holders.Length > budget) return;
            before += holders.Length;
            foreach (var name in holders)
                if (room.FirstVisit(name)) walked.Add((name, NameDistance.AtFirstSight(looked, postings.WordsOf(name), parts.Length)));
        }
    }

    /// <summary>Looks closely at the names that may be the cheapest.</summary>
    private void Keep(AskedWord[] looked, QueryReading? reading, int most)
    {
        Span<int> counts = stackalloc int[1024];
        counts.Clear();
        foreach (var (_, cost) in walked) counts[Math.Min(cost, counts.Length - 1)]++;
        var (limit, sum) = (0, 0);
        while (limit < counts.Length && sum + counts[limit] <= most) sum += counts[limit++];
        var atLimit = most - sum;
        foreach (var (name, first) in walked)
        {
            if (first > limit || (first == limit && atLimit-- <= 0)) continue;
            if (among?.Invoke(name) == false) continue;
            var cost = NameDistance.Of(looked, postings.WordsOf(name), parts) + (reading?.Cost ?? 0);
            if (!found.TryGetValue(name, out var known) || known.Cost > cost) found[name] = (cost, reading);
        }
    }
}
