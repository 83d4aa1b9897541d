namespace Shiraka.Directory;

/// <summary>
/// Finds the names of persons that most cheaply explain what was asked: as it is written; then with one letter of any word
/// damaged; then with words joined or cut; then with any letter typed for another.
/// </summary>
internal sealed class PersonSearch(NamePart[] parts, RegisterWords words, RegisterPostings postings, PersonSearchRoom room, Func<int, bool>? among)
{
    /// <summary>No damage explains a name better than this.</summary>
    private const int Intact = 26;
    private const int OneDamage = 40;
    private const int NearIntact = 64;
    private const int NearDamaged = 106;

    /// <summary>Where one damage explains a name, names that share nothing but the other words with it need not be walked.</summary>
    private const int Explained = 84;

    /// <summary>Nothing near was found: every word of the register is looked at.</summary>
    private const int Lost = 200;

    private readonly Dictionary<int, (int Cost, QueryReading? Reading)> found = [];
    private readonly NameWalk walk = new(parts, postings, room);

    /// <summary>Names with their costs, in no order.</summary>
    public Dictionary<int, (int Cost, QueryReading? Reading)> Find(PreparedName asked, string query, int most)
    {
        Walk(asked.Parts, LookFor.Intact, most);
        if (Least() <= Intact) return found;
        Walk(asked.Parts, LookFor.Damaged, most);
        if (Least() <= OneDamage) return found;
        Otherwise(QueryReadings.Of(query, asked));
        if (Least() > Explained) Walk(asked.Parts, LookFor.Mistyped, most);
        if (Least() >= Lost) Walk(asked.Parts, LookFor.Anything, most);
        return found;
    }

    private int Least() => found.Count == 0 ? int.MaxValue : found.Values.Min(name => name.Cost);

    private void Walk(NamePart[] asked, LookFor what, int most)
    {
        if (asked.Length == 0) return;
        var looked = Array.ConvertAll(asked, part => Looked(part, what));
        walk.Begin(NameWalk.MostWalked);
        walk.Over(looked);
        Keep(looked, null, Math.Max(NameWalk.Compared, most));
    }

    /// <summary>Follows the other ways to read what was asked of which every word is known, the rarest words first.</summary>
    private void Otherwise(List<QueryReading> readings)
    {
        var known = new List<(QueryReading Reading, AskedWord[] Looked)>();
        foreach (var reading in readings)
        {
            if (reading.Name.Parts.Length == 0 || walk.IsBeyondBest(reading.Cost)) continue;
            var looked = Array.ConvertAll(reading.Name.Parts, part => room.Known(part, LookFor.Damaged) ?? Looked(part, LookFor.Intact));
            if (Array.TrueForAll(looked, word => word.Near.Count > 0) && !walk.IsBeyondBest(reading.Cost + looked.Sum(word => word.Near[0].Cost))) known.Add((reading, looked));
        }

        walk.Begin(NameWalk.MostWalkedOfReadings);
        foreach (var (reading, looked) in known.OrderBy(one => one.Looked.Min(word => word.Holders)))
        {
            walk.Again();
            walk.OverRarest(looked, reading.Cost);
            Keep(looked, reading, NameWalk.ComparedOfReading);
        }
    }

    private AskedWord Looked(NamePart part, LookFor what)
    {
        if (what is LookFor.Mistyped or LookFor.Anything && room.Known(part, LookFor.Damaged) is { } repaired)
        {
            if (what == LookFor.Anything ? !repaired.IsKnown : part.Families.Length == 0) Look(repaired, NearDamaged, what);
            return repaired;
        }

        if (room.Known(part, what) is { } known) return known;
        var word = room.Word(part, what);
        if (what == LookFor.Damaged) word.Repair();
        Look(word, what == LookFor.Intact ? NearIntact : NearDamaged, what);
        return word;
    }

    private void Look(AskedWord word, int limit, LookFor what)
    {
        words.Look(word, limit, what);
        word.Holders = word.Near.Sum(near => postings.NamesWith(near.Word).Length);
    }

    /// <summary>Looks closely at the names that may be the cheapest.</summary>
    private void Keep(AskedWord[] looked, QueryReading? reading, int most)
    {
        foreach (var name in walk.Cheapest(most))
        {
            if (among?.Invoke(name) == false) continue;
            var cost = NameDistance.Of(looked, postings.WordsOf(name), parts) + (reading?.Cost ?? 0);
            if (!found.TryGetValue(name, out var known) || known.Cost > cost) found[name] = (cost, reading);
        }
    }
}
