namespace Shiraka.Directory;

/// <summary>
/// The words of a register under keys that survive a change of script and one damaged consonant: the consonant classes of the
/// word, the same with one of them left out, and the given-name families.
/// </summary>
internal sealed class RegisterWords
{
    /// <summary>Bounds the time of a search for a word of one or two consonants; intact words are looked at first.</summary>
    private const int MostLookedAt = 4000;
    private const int Whole = 0;
    private const int Shorter = 1;
    private const int Open = 2;

    private readonly NamePart[] parts;
    private readonly ulong[] keys;
    private readonly int[] ids;

    public RegisterWords(NamePart[] parts)
    {
        this.parts = parts;
        var found = new HashSet<ulong>();
        var (allKeys, allIds) = (new List<ulong>(parts.Length * 9), new List<int>(parts.Length * 9));
        for (var id = 0; id < parts.Length; id++)
        {
            found.Clear();
            Filed(parts[id], found);
            foreach (var key in found) { allKeys.Add(key); allIds.Add(id); }
        }
        (keys, ids) = (allKeys.ToArray(), allIds.ToArray());
        Array.Sort(keys, ids);
    }

    /// <summary>Words that may be the one asked for, with their similarity, best first.</summary>
    /// <param name="damaged">Also words that differ by a consonant.</param>
    public List<(int Id, int Similarity)> Near(NamePart asked, int least, bool damaged, RegisterTally tally)
    {
        var found = new HashSet<ulong>();
        var lookedAt = 0;
        tally.NextWord();
        var near = new List<(int Id, int Similarity)>();
        if (damaged) Damaged(asked, found);
        else Certain(asked, found);
        foreach (var key in found)
        {
            var at = Array.BinarySearch(keys, key);
            if (at < 0) continue;
            while (at > 0 && keys[at - 1] == key) at--;
            for (; at < keys.Length && keys[at] == key && lookedAt < MostLookedAt; at++)
            {
                if (!tally.FirstSight(ids[at])) continue;
                lookedAt++;
                var similarity = PartComparison.Compare(asked, parts[ids[at]]).Similarity;
                if (similarity >= least) near.Add((ids[at], similarity));
            }
        }
        near.Sort(static (x, y) => y.Similarity != x.Similarity ? y.Similarity.CompareTo(x.Similarity) : x.Id.CompareTo(y.Id));
        return near;
    }

    /// <summary>Finds the words that may be meant, cheapest first.</summary>
    /// <param name="damaged">Also words that differ by one letter.</param>
    public void Look(AskedWord asked, int limit, bool damaged)
    {
        var found = new HashSet<ulong>();
        if (damaged) Damaged(asked.Part, found);
        else Certain(asked.Part, found);
        foreach (var (family, _) in asked.Repaired) found.Add(Family(family));
        var lookedAt = 0;
        foreach (var key in found)
            foreach (var id in At(key))
            {
                if (asked.Saw(id) || lookedAt++ > MostLookedAt) continue;
                asked.See(id, asked.Damage(parts[id], PartDamage.Unlike));
            }
        foreach (var (sounds, cost) in asked.Variants)
            foreach (var id in At(Hash(sounds.Skeleton, -1, Whole)))
            {
                var link = PartDamage.Link(asked.Part.Link, parts[id].Link);
                if (cost + link < limit) asked.See(id, cost + link + sounds.Damage(parts[id].Core, limit - cost - link));
            }
        asked.Near.Clear();
        foreach (var id in asked.Seen) if (asked.CostOf(id) < limit) asked.Near.Add((id, asked.CostOf(id)));
        asked.Near.Sort(static (x, y) => x.Cost != y.Cost ? x.Cost.CompareTo(y.Cost) : x.Word.CompareTo(y.Word));
    }

    private ReadOnlySpan<int> At(ulong key)
    {
        var at = Array.BinarySearch(keys, key);
        if (at < 0) return [];
        var end = at + 1;
        while (at > 0 && keys[at - 1] == key) at--;
        while (end < keys.Length && keys[end] == key) end++;
        return ids.AsSpan(at, end - at);
    }

    /// <summary>Keys under which a word is filed: as it is, with one class left out, and with one class left open.</summary>
    private static void Filed(NamePart part, HashSet<ulong> into)
    {
        Certain(part, into);
        foreach (var skeleton in Skeletons(part))
            for (var i = 0; i < skeleton.Length && skeleton.Length > 1; i++)
            {
                into.Add(Hash(skeleton, i, Shorter));
                into.Add(Hash(skeleton, i, Open + i));
            }
    }

    /// <summary>Keys that find words with one class more, one less, another one, or two neighbours exchanged.</summary>
    private static void Damaged(NamePart part, HashSet<ulong> into)
    {
        Certain(part, into);
        foreach (var skeleton in Skeletons(part))
        {
            into.Add(Hash(skeleton, -1, Shorter));
            for (var i = 0; i < skeleton.Length && skeleton.Length > 1; i++)
            {
                into.Add(Hash(skeleton, i, Whole));
                into.Add(Hash(skeleton, i, Open + i));
                if (i > 0) into.Add(Hash(string.Concat(skeleton.AsSpan(0, i - 1), [skeleton[i], skeleton[i - 1]], skeleton.AsSpan(i + 1)), -1, Whole));
            }
        }
    }

    private static void Certain(NamePart part, HashSet<ulong> into)
    {
        foreach (var family in part.Families) into.Add(Family(family));
        foreach (var skeleton in Skeletons(part)) into.Add(Hash(skeleton, -1, Whole));
        if (part.Link != NameLink.None) into.Add(Hash(part.Full.Skeleton, -1, Whole));
    }

    private static ulong Family(int family) => 0x8000_0000_0000_0000UL | (uint)family;

    private static string[] Skeletons(NamePart part) =>
        part.Bare is { } bare ? [part.Core.Skeleton, bare.Skeleton] : [part.Core.Skeleton];

    /// <summary>FNV-1a of the skeleton without one position: the same on every run, unlike the runtime's string hash.</summary>
    private static ulong Hash(string skeleton, int without, int space)
    {
        var hash = (14695981039346656037UL ^ (uint)space) * 1099511628211UL;
        var before = '\0';
        for (var i = 0; i < skeleton.Length; i++)
        {
            if (i == without || skeleton[i] == before) continue;
            before = skeleton[i];
            hash = (hash ^ skeleton[i]) * 1099511628211UL;
        }
        return hash & 0x7FFF_FFFF_FFFF_FFFFUL;
    }
}
