namespace Shiraka.Directory;

/// <summary>A word that is asked for: what it may have been, and which words of the register it may stand for.</summary>
internal sealed class AskedWord(NamePart part, byte[] costs)
{
    public const byte Unseen = byte.MaxValue;
    private const int LeastLetters = 3;
    private const int MostLetters = 24;

    /// <summary>Two spellings of the same sounds, or of one given name.</summary>
    private const int Heard = 8;

    private (int Family, int Cost)[] repaired = [];
    private (NameSounds Sounds, int Cost)[] variants = [];

    public NamePart Part => part;

    /// <summary>The given names it may have been before a damage; empty before <see cref="Repair"/>.</summary>
    public ReadOnlySpan<(int Family, int Cost)> Repaired => repaired;
    public ReadOnlySpan<(NameSounds Sounds, int Cost)> Variants => variants;

    /// <summary>Words of the register it may stand for, with the cost, cheapest first.</summary>
    public List<(int Word, int Cost)> Near { get; } = [];

    /// <summary>Words of the register that were looked at, near or not.</summary>
    public List<int> Seen { get; } = [];

    /// <summary>Whether the register holds it as it sounds.</summary>
    public bool IsKnown => Near.Count > 0 && Near[0].Cost <= Heard;

    /// <summary>How many names hold one of the near words.</summary>
    public int Holders { get; set; }

    /// <summary>Cost of a word of the register; <see cref="PartDamage.Unlike"/> where it is not near.</summary>
    public int CostOf(int word) => Math.Min(costs[word], (byte)PartDamage.Unlike);

    public bool Saw(int word) => costs[word] != Unseen;

    public void See(int word, int cost)
    {
        if (costs[word] == Unseen) Seen.Add(word);
        costs[word] = (byte)Math.Min(costs[word], cost);
    }

    public int Damage(NamePart held, int limit) => PartDamage.Of(part, held, repaired, limit);

    /// <summary>Thinks of what the word was before a damage.</summary>
    public void Repair()
    {
        var (letters, arabic) = (part.Letters, part.Core.Arabic);
        if (letters.Length is < LeastLetters or > MostLetters) return;
        var families = new Dictionary<int, int>();
        foreach (var (word, cost) in WordRepairs.Any(letters, arabic))
            foreach (var family in GivenNames.Of(word, arabic))
                if (families.GetValueOrDefault(family, int.MaxValue) > cost) families[family] = cost;
        foreach (var family in part.LikelyFamilies) families[family] = Math.Min(families.GetValueOrDefault(family, WordRepairs.Misread), WordRepairs.Misread);
        foreach (var family in part.Families) families.Remove(family);
        repaired = [.. families.Select(family => (family.Key, family.Value))];

        // What a known given name was before is known by its families.
        if (part.Families.Length > 0) return;
        var read = new List<(NameSounds Sounds, int Cost)>();
        foreach (var (word, cost) in WordRepairs.Of(letters, arabic))
            if (NameSounds.Read(word, arabic) is { Length: > 1 } sounds && sounds.Skeleton != part.Core.Skeleton && !read.Exists(known => known.Cost <= cost && known.Sounds.SameAs(sounds))) read.Add((sounds, cost));
        variants = [.. read];
    }
}
