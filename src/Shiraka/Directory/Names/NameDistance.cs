namespace Shiraka.Directory;

/// <summary>What it takes to turn a whole name that was asked for into one of the register, part by part in any order.</summary>
internal static class NameDistance
{
    private const int Most = 8;
    private const int OtherOrder = 20;

    /// <summary>One word in common says little of a name of several.</summary>
    private const int OneOfSeveral = 30;

    /// <summary>A name between two others is left out or put in more easily than the first or the last.</summary>
    private const int ExtraInside = 80;
    private const int ExtraOutside = 96;

    /// <summary>The least a name can cost whose words are known only where they are near; what is compared closely is chosen by it.</summary>
    public static int AtFirstSight(ReadOnlySpan<AskedWord> asked, ReadOnlySpan<int> held, int words)
    {
        Span<int> costs = stackalloc int[Most];
        var (n, m, sum) = (Math.Min(asked.Length, Most), 0, 0);
        costs[..n].Fill(PartDamage.Unlike);
        foreach (var word in held)
        {
            if (word >= words) continue;
            m++;
            for (var i = 0; i < n; i++) costs[i] = Math.Min(costs[i], asked[i].CostOf(word));
        }
        for (var extra = n - m; extra > 0; extra--)
        {
            var worst = 0;
            for (var i = 1; i < n; i++) if (costs[i] > costs[worst]) worst = i;
            costs[worst] = Math.Min(costs[worst], ExtraInside) - 1000;
            sum += 1000;
        }
        for (var i = 0; i < n; i++) sum += costs[i];
        return sum + (ExtraInside * Math.Max(0, m - n));
    }

    public static int Of(ReadOnlySpan<AskedWord> asked, ReadOnlySpan<int> held, NamePart[] parts)
    {
        Span<int> costs = stackalloc int[Most * Most];
        var (n, m) = (Math.Min(asked.Length, Most), 0);
        foreach (var word in held)
        {
            if (word >= parts.Length || m == Most) continue;
            for (var i = 0; i < n; i++)
                costs[(i * Most) + m] = (asked[i].Saw(word) && asked[i].CostOf(word) < PartDamage.Unlike ? asked[i].CostOf(word) : asked[i].Damage(parts[word], PartDamage.Unlike)) + (i == m ? 0 : 1);
            m++;
        }
        Span<int> partner = stackalloc int[Most];
        return n == 0 || m == 0 ? PartDamage.Unlike * 2 : Paired(costs, n, m, partner) + Extras(partner[..n], m);
    }

    /// <summary>Pairs the cheapest first.</summary>
    private static int Paired(Span<int> costs, int n, int m, Span<int> partner)
    {
        partner.Fill(-1);
        var (taken, sum) = (0, 0);
        for (var pair = Math.Min(n, m); pair > 0; pair--)
        {
            var (bestI, bestJ, best) = (-1, -1, int.MaxValue);
            for (var i = 0; i < n; i++)
                for (var j = 0; j < m && partner[i] < 0; j++)
                    if ((taken & (1 << j)) == 0 && costs[(i * Most) + j] < best) (bestI, bestJ, best) = (i, j, costs[(i * Most) + j]);
            (partner[bestI], taken, sum) = (bestJ, taken | (1 << bestJ), sum + best);
        }
        return sum;
    }

    private static int Extras(ReadOnlySpan<int> partner, int m)
    {
        var (sum, last, turned, used) = (0, -1, false, 0);
        for (var i = 0; i < partner.Length; i++)
        {
            if (partner[i] < 0)
            {
                sum += i > 0 && i + 1 < partner.Length ? ExtraInside : ExtraOutside;
                continue;
            }
            turned |= partner[i] < last;
            (last, used) = (partner[i], used | (1 << partner[i]));
        }
        for (var j = 0; j < m; j++)
            if ((used & (1 << j)) == 0) sum += j > 0 && j + 1 < m ? ExtraInside : ExtraOutside;
        return sum + (turned ? OtherOrder : 0) + (m != partner.Length && Math.Min(m, partner.Length) == 1 ? OneOfSeveral : 0);
    }
}
