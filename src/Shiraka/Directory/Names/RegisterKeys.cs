namespace Shiraka.Directory;

/// <summary>Which words are looked for: those that sound like the one asked for, those it may be after one damage, those with any other letter in one place, all.</summary>
internal enum LookFor { Intact, Damaged, Mistyped, Anything }

/// <summary>Keys of a word that survive a change of script: the classes of its consonants, all of them or without one, and the families of its given name.</summary>
internal static class RegisterKeys
{
    private const int Whole = 0;
    private const int Shorter = 1;
    private const int Open = 2;

    /// <summary>Keys under which a word is filed: as it is, with one class left out, and with one class left open.</summary>
    public static void Filed(NamePart part, HashSet<ulong> into)
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
    public static void Damaged(NamePart part, HashSet<ulong> into)
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

    /// <summary>Keys that find words with one class more, one less, a related one, or two neighbours exchanged.</summary>
    public static void OneAway(NamePart part, HashSet<ulong> into)
    {
        Certain(part, into);
        foreach (var skeleton in Skeletons(part))
        {
            into.Add(Hash(skeleton, -1, Shorter));
            for (var i = 0; i < skeleton.Length && skeleton.Length > 1; i++)
            {
                into.Add(Hash(skeleton, i, Whole));
                foreach (var related in RelatedClasses.Of(skeleton[i])) into.Add(Hash(string.Concat(skeleton.AsSpan(0, i), [related], skeleton.AsSpan(i + 1)), -1, Whole));
                if (i > 0) into.Add(Hash(string.Concat(skeleton.AsSpan(0, i - 1), [skeleton[i], skeleton[i - 1]], skeleton.AsSpan(i + 1)), -1, Whole));
            }
        }
    }

    /// <summary>Keys that find words with any other class in one place.</summary>
    public static void Opened(NamePart part, HashSet<ulong> into)
    {
        foreach (var skeleton in Skeletons(part))
            for (var i = 0; i < skeleton.Length && skeleton.Length > 1; i++) into.Add(Hash(skeleton, i, Open + i));
    }

    public static void Certain(NamePart part, HashSet<ulong> into)
    {
        foreach (var family in part.Families) into.Add(Of(family));
        foreach (var skeleton in Skeletons(part)) into.Add(Hash(skeleton, -1, Whole));
        if (part.Link != NameLink.None) into.Add(Hash(part.Full.Skeleton, -1, Whole));
    }

    /// <summary>The key of a family of given names.</summary>
    public static ulong Of(int family) => 0x8000_0000_0000_0000UL | (uint)family;

    public static ulong Of(NameSounds sounds) => Hash(sounds.Skeleton, -1, Whole);

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
