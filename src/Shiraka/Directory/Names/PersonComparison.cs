namespace Shiraka.Directory;

/// <summary>
/// Compares two persons' names. Parts are paired in any order; the worst pair weighs most, because one part that contradicts
/// makes another person, however well the others agree.
/// </summary>
internal static class PersonComparison
{
    private const int Most = PartPairs.Most;
    private const double Paired = 0.30;

    public static double Score(PreparedName a, PreparedName b, List<NameReason>? why)
    {
        var score = Parts(a.Parts, b.Parts, why);
        score *= Numbers(a.Numbers, b.Numbers, why);
        if (!string.Equals(a.Kin, b.Kin, StringComparison.Ordinal))
        {
            why?.Add(new(NameWhy.Kin, a.Kin, b.Kin));
            score *= 0.35;
        }
        return score;
    }

    /// <summary>Numbers must agree: the sixth is not the fifth, nor the one without a number.</summary>
    public static double Numbers(int[] a, int[] b, List<NameReason>? why)
    {
        if (a.Length == 0 && b.Length == 0) return 1;
        var same = a.AsSpan().SequenceEqual(b);
        why?.Add(new(same ? NameWhy.SameNumber : NameWhy.OtherNumber, string.Join(' ', a), string.Join(' ', b)));
        return same ? 1 : a.Length == 0 || b.Length == 0 ? 0.4 : 0.1;
    }

    public static double Parts(NamePart[] a, NamePart[] b, List<NameReason>? why)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            if (a.Length + b.Length > 0) why?.Add(new(NameWhy.TooLittle, Shown(a), Shown(b)));
            return 0;
        }
        Span<int> partner = stackalloc int[Most];
        var plain = Pair(a, b, partner, why);
        if (plain >= 0.72 || a.Length == b.Length) return plain;

        // A machine may have cut a name in two: try each pair of neighbours as one word.
        var other = why is null ? null : new List<NameReason>(4);
        var best = plain;
        List<NameReason>? bestWhy = null;
        foreach (var (longer, shorter, swapped) in ((NamePart[], NamePart[], bool)[])[(a, b, false), (b, a, true)])
        {
            if (longer.Length <= shorter.Length) continue;
            for (var i = 0; i + 1 < longer.Length; i++)
            {
                var joined = Joined(longer, i);
                other?.Clear();
                other?.Add(new(NameWhy.Joined, longer[i].Shown, longer[i + 1].Shown));
                var score = 0.97 * (swapped ? Pair(shorter, joined, partner, other) : Pair(joined, shorter, partner, other));
                if (score <= best || score < 0.5) continue;
                best = score;
                if (other is not null) bestWhy = [.. other];
            }
        }
        if (bestWhy is not null) { why!.Clear(); why.AddRange(bestWhy); }
        return best;
    }

    private static double Pair(NamePart[] a, NamePart[] b, Span<int> partner, List<NameReason>? why)
    {
        var (n, m) = (Math.Min(a.Length, Most), Math.Min(b.Length, Most));
        var alike = PartPairs.Of(a.AsSpan(0, n), b.AsSpan(0, m), stackalloc int[Most * Most]);
        partner.Fill(-1);
        var (pairs, usedB, worst, sum) = (Math.Min(n, m), 0, 1.0, 0.0);
        for (var pair = 0; pair < pairs; pair++)
        {
            var (bestI, bestJ, best) = alike.Next(partner, usedB);
            partner[bestI] = bestJ;
            usedB |= 1 << bestJ;
            var weight = Evidence(Math.Max(best, 0));
            worst = Math.Min(worst, weight);
            sum += weight;
        }
        if (why is not null) Explain(a, b, n, m, partner, usedB, why);

        var score = worst * (0.6 + (0.4 * sum / pairs));
        return score * Extras(n, m, pairs) * Order(a, b, n, partner, why);
    }

    /// <summary>From a similarity of sounds to how far it speaks for the same name; the middle is the decision.</summary>
    private static double Evidence(int similarity) => similarity switch
    {
        >= 950 => 0.96 + ((similarity - 950) * 0.0008),
        >= 860 => 0.85 + ((similarity - 860) * 0.11 / 90),
        >= 780 => 0.64 + ((similarity - 780) * 0.21 / 80),
        >= 720 => 0.46 + ((similarity - 720) * 0.18 / 60),
        >= 600 => 0.15 + ((similarity - 600) * 0.31 / 120),
        _ => similarity * 0.15 / 600,
    };

    /// <summary>A part only one name has is a second given name or a father's name; beside a single agreeing part it decides nothing.</summary>
    private static double Extras(int n, int m, int pairs)
    {
        var extra = Math.Abs(n - m);
        if (extra == 0) return 1;
        return pairs == 1 ? (extra == 1 ? 0.45 : Paired) : Math.Pow(0.8, extra);
    }

    private static double Order(NamePart[] a, NamePart[] b, int n, Span<int> partner, List<NameReason>? why)
    {
        if (n == 1) return 1;
        var (swapped, benA, benB) = (false, "", "");
        var last = -1;
        for (var i = 0; i < n; i++)
        {
            if (partner[i] < 0) continue;
            swapped |= partner[i] < last;
            last = partner[i];
            var (linkA, linkB) = (a[i].Link, b[partner[i]].Link);
            if (linkA == NameLink.Ben && linkB == NameLink.None) benA = a[i].Shown;
            if (linkB == NameLink.Ben && linkA == NameLink.None) benB = b[partner[i]].Shown;
        }
        if (!swapped) return 1;
        var reversed = benA.Length > 0 && benB.Length > 0;
        why?.Add(reversed ? new(NameWhy.LineageReversed, benA, benB) : new(NameWhy.OrderSwapped, Shown(a), Shown(b)));
        return reversed ? 0.3 : 0.95;
    }

    private static void Explain(NamePart[] a, NamePart[] b, int n, int m, Span<int> partner, int usedB, List<NameReason> why)
    {
        for (var i = 0; i < n; i++)
        {
            if (partner[i] < 0)
            {
                why.Add(new(NameWhy.OnlyInFirst, a[i].Shown, ""));
                continue;
            }
            var (similarity, code) = PartComparison.Compare(a[i], b[partner[i]]);
            if (code == NameWhy.SoundsAlike && similarity < 740) code = NameWhy.OtherPart;
            why.Add(new(code, a[i].Shown, b[partner[i]].Shown));
        }
        for (var j = 0; j < m; j++)
            if ((usedB & (1 << j)) == 0) why.Add(new(NameWhy.OnlyInSecond, b[j].Shown, ""));
    }

    private static NamePart[] Joined(NamePart[] parts, int at) =>
        [.. parts[..at], NamePart.Join(parts[at], parts[at + 1]), .. parts[(at + 2)..]];

    public static string Shown(NamePart[] parts) => string.Join(' ', parts.Select(p => p.Shown));
}
