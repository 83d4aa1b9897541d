using System.Runtime.CompilerServices;

namespace Shiraka.Directory;

/// <summary>
/// The words of a register under keys that survive a change of script and one damaged consonant: the consonant classes of the
/// word, the same with one of them left out, and the given-name families.
/// </summary>
internal sealed class RegisterWords
{
    /// <summary>Bounds the time of a search for a word of one or two consonants; intact words are looked at first.</summary>
    private const int MostLookedAt = 3500;

    /// <summary>The same for a given name of the lexicon, which is found by that before anything else.</summary>
    private const int MostOfKnown = 600;

    private const int MostOfMistyped = 2500;

    /// <summary>A word put right differs from the one meant by its spelling only.</summary>
    private const int AfterRepair = 36;

    private const int AtOnce = 64;

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
            RegisterKeys.Filed(parts[id], found);
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
        if (damaged) RegisterKeys.Damaged(asked, found);
        else RegisterKeys.Certain(asked, found);
        foreach (var key in found)
        {
            var at = Array.BinarySearch(keys, key);
            if (at < 0) continue;
            while (at > 0 && keys[at - 1] == key) at--;
            for (; at < keys.Length && keys[at] == key && lookedAt < MostLookedAt; at++)
            {
                if (!tally.FirstSight(ids[at])) continue;
                lookedAt++;
                var similarity = PartComparison.Compare(asked, parts[ids[at]], least).Similarity;
                if (similarity >= least) near.Add((ids[at], similarity));
            }
        }
        near.Sort(static (x, y) => y.Similarity != x.Similarity ? y.Similarity.CompareTo(x.Similarity) : x.Id.CompareTo(y.Id));
        return near;
    }

    /// <summary>Finds the words that may be meant, cheapest first, beside those found before.</summary>
    public void Look(AskedWord asked, int limit, LookFor what)
    {
        if (what == LookFor.Anything)
            for (var id = 0; id < parts.Length; id++)
                if (!asked.Saw(id)) See(asked, id, limit);
        var found = new HashSet<ulong>();
        if (what == LookFor.Intact) RegisterKeys.Certain(asked.Part, found);
        else if (what == LookFor.Mistyped) RegisterKeys.Opened(asked.Part, found);
        else RegisterKeys.OneAway(asked.Part, found);
        foreach (var (family, _) in asked.Repaired) found.Add(RegisterKeys.Of(family));
        var left = asked.Part.Families.Length > 0 ? MostOfKnown : what == LookFor.Mistyped ? MostOfMistyped : MostLookedAt;
        foreach (var key in found)
            for (var under = At(key); under.Length > 0 && left > 0; under = under[Math.Min(AtOnce, under.Length)..])
                left -= SeeUnseen(asked, under[..Math.Min(AtOnce, under.Length)], left, limit);
        if (what == LookFor.Damaged) Repaired(asked);
        asked.Near.Clear();
        foreach (var id in asked.Seen) if (asked.CostOf(id) < limit) asked.Near.Add((id, asked.CostOf(id)));
        asked.Near.Sort(static (x, y) => x.Cost != y.Cost ? x.Cost.CompareTo(y.Cost) : x.Word.CompareTo(y.Word));
    }

    /// <summary>Several words at once: each waits for memory, and these waits overlap where nothing is done between them.</summary>
    /// <returns>How many of them were unseen.</returns>
    private int SeeUnseen(AskedWord asked, ReadOnlySpan<int> under, int most, int limit)
    {
        Span<int> unseen = stackalloc int[AtOnce];
        var count = 0;
        foreach (var id in under)
        {
            unseen[count] = id;
            count += asked.Saw(id) ? 0 : 1;
        }
        unseen = unseen[..Math.Min(count, most)];
        Fetch(unseen);
        foreach (var id in unseen) See(asked, id, limit);
        return unseen.Length;
    }

    /// <summary>Brings words into the cache of the processor.</summary>
    /// <returns>Nothing of meaning: a number that keeps the reads from being left out.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Fetch(ReadOnlySpan<int> words)
    {
        var sum = 0;
        foreach (var id in words) sum += (int)parts[id].Link;
        foreach (var id in words) sum += parts[id].Core.Length;
        return sum;
    }

    private void See(AskedWord asked, int id, int limit) =>
        asked.See(id, asked.Damage(parts[id], limit) is var cost && cost < limit ? cost : PartDamage.Unlike);

    private void Repaired(AskedWord asked)
    {
        foreach (var (sounds, cost) in asked.Variants)
            foreach (var id in At(RegisterKeys.Of(sounds)))
            {
                var link = PartDamage.Link(asked.Part.Link, parts[id].Link);
                if (link <= AfterRepair && sounds.Damage(parts[id].Core, AfterRepair - link) is var rest && rest < AfterRepair - link) asked.See(id, cost + link + rest);
            }
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
}
