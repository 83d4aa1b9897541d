namespace Shiraka.Directory;

/// <summary>What it takes to turn one part of a name that was asked for into a part of a name of the register, in hundredths of a consonant.</summary>
internal static class PartDamage
{
    /// <summary>No damage explains that one was written for the other.</summary>
    public const int Unlike = 120;

    private const int Initial = 40;
    private const int OtherReading = 20;

    /// <summary>Two names a lexicon tells apart are seldom one that was misspelt.</summary>
    private const int OtherGivenName = 45;

    /// <param name="repaired">Given names <paramref name="asked"/> may have been before its damage, with the cost of that.</param>
    public static int Of(NamePart asked, NamePart held, ReadOnlySpan<(int Family, int Cost)> repaired, int limit)
    {
        if (asked.Full.Length <= 1 || held.Full.Length <= 1) return Math.Min(limit, Initials(asked, held));
        var link = Link(asked.Link, held.Link);
        if (link >= limit) return limit;
        if (asked.Families.Length > 0 && GivenNames.Share(asked.Families, held.Families))
            return Math.Min(limit, link + Math.Min(2, Sounds(asked, held, 64) / 32));

        var cost = Sounds(asked, held, limit - link) + link;
        if (link > 0) cost = Math.Min(cost, asked.Full.Damage(held.Full, limit));
        if (held.Families.Length == 0) return Math.Min(limit, cost);
        if (asked.Families.Length > 0) cost += OtherGivenName;
        foreach (var (family, damage) in repaired)
            if (Array.IndexOf(held.Families, family) >= 0) cost = Math.Min(cost, damage + link);
        return Math.Min(limit, cost);
    }

    /// <summary>What a link one name has and the other has not, or has another, speaks against it.</summary>
    public static int Link(NameLink asked, NameLink held) => asked == held ? 0 : (asked, held) switch
    {
        (NameLink.None, _) => Alone(held),
        (_, NameLink.None) => Alone(asked),
        (NameLink.Abou, NameLink.Bou) or (NameLink.Bou, NameLink.Abou) => 10,
        (NameLink.Ben, NameLink.Bel) or (NameLink.Bel, NameLink.Ben) => 45,
        _ => 65,
    };

    private static int Alone(NameLink link) => link switch
    {
        NameLink.Ben => 60,
        NameLink.Bel or NameLink.Bint or NameLink.Ait => 64,
        NameLink.Ould => 66,
        NameLink.Abou or NameLink.Bou => 66,
        NameLink.Oum or NameLink.Din => 70,
        _ => 90,
    };

    private static int Sounds(NamePart asked, NamePart held, int limit)
    {
        var best = asked.Core.Damage(held.Core, limit);
        if (best <= OtherReading) return best;
        if (asked.Bare is { } bare) best = Math.Min(best, bare.Damage(held.Core, best - OtherReading) + OtherReading);
        if (best > OtherReading && held.Bare is { } other) best = Math.Min(best, asked.Core.Damage(other, best - OtherReading) + OtherReading);
        return best;
    }

    private static int Initials(NamePart asked, NamePart held) =>
        asked.Full.Length == 0 || held.Full.Length == 0 ? (string.Equals(asked.Shown, held.Shown, StringComparison.Ordinal) ? 0 : Unlike)
        : asked.Full.FirstAlike(held.Full) ? Initial : Unlike;
}
