namespace Shiraka.Bench;

/// <summary>
/// One thing that happens to a name between two documents. <see cref="Known"/> are those the ranking was tuned on;
/// <see cref="HeldOut"/> were written down before the tuning, and only their counts were looked at.
/// </summary>
internal static class NameDamage
{
    public static readonly (string Name, Func<string, string, bool, NameDice, string> Do)[] Known =
    [
        ("order", (g, f, _, _) => $"{f} {g}"),
        ("case or vowel signs", (g, f, arabic, _) => arabic ? $"{g}\u064E {f}\u200F" : $"{g} {f}".ToUpperInvariant()),
        ("article", (g, f, arabic, _) => arabic ? $"{g} {(f.StartsWith("ال", StringComparison.Ordinal) ? f[2..] : f)}" : $"{g} {f.Replace("El ", "Al -", StringComparison.Ordinal).Replace("Al-", "", StringComparison.Ordinal)}"),
        ("title", (g, f, arabic, _) => arabic ? $"الدكتور {g} {f}" : $"Dr {g} {f}"),
        ("spelling", (g, f, arabic, _) => arabic ? $"{g} {f.Replace('ة', 'ه').Replace('آ', 'ا')}" : $"{g} {f.Replace("ou", "u", StringComparison.Ordinal).Replace("ch", "sh", StringComparison.Ordinal)}"),
        ("swap", (g, f, _, dice) => $"{g} {Swap(f, dice)}"),
        ("drop", (g, f, _, dice) => $"{g} {Drop(f, dice)}"),
    ];

    public static readonly (string Name, Func<string, string, bool, NameDice, string> Do)[] HeldOut =
    [
        ("doubled letter", (g, f, _, dice) => { var at = Inside(f, dice); return $"{g} {f.Insert(at, f[at].ToString())}"; }),
        ("misread letter", (g, f, arabic, dice) => $"{g} {Misread(f, arabic, dice)}"),
        ("cut in two", (g, f, _, dice) => { var at = Inside(f, dice); return $"{g} {f[..at]} {f[at..]}"; }),
        ("run together", (g, f, _, _) => $"{g}{f.Replace(" ", "", StringComparison.Ordinal)}"),
        ("middle name", (g, f, arabic, dice) => $"{g} {dice.Pick<string>(arabic ? ["سعيد", "كمال", "نور"] : ["Said", "Kamal", "Nour"])} {f}"),
        ("other vowel", (g, f, arabic, _) => arabic ? $"{g} {f.Replace("ي", "ى", StringComparison.Ordinal)}" : $"{g} {f.Replace('i', 'y').Replace('e', 'a')}"),
        ("last letter lost", (g, f, _, _) => $"{g} {f[..^1]}"),
        ("letter lost in the given name", (g, f, _, dice) => $"{(g.Length < 5 ? g : g.Remove(2 + dice.Next(g.Length - 3), 1))} {f}"),
        ("comma", (g, f, arabic, _) => arabic ? $"{f}، {g}" : $"{f.ToUpperInvariant()}, {g}"),
    ];

    private static int Inside(string word, NameDice dice) => word.Length < 6 ? word.Length / 2 : 3 + dice.Next(word.Length - 5);

    private static string Swap(string word, NameDice dice)
    {
        if (word.Length < 6) return word;
        var at = Inside(word, dice);
        return at + 1 < word.Length ? $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}" : word;
    }

    private static string Drop(string word, NameDice dice) => word.Length < 8 ? word : word.Remove(Inside(word, dice), 1);

    /// <summary>A dot lost or added in Arabic, a letter of the same shape in Latin.</summary>
    private static string Misread(string word, bool arabic, NameDice dice)
    {
        var pairs = arabic ? "بتتنجحخحدذرزسشصضطظعغفق" : "ceoailtflvuhbnrgqmn";
        for (var tries = 0; tries < 40; tries++)
        {
            var at = word.Length < 4 ? word.Length - 1 : 2 + dice.Next(word.Length - 2);
            var found = pairs.IndexOf(word[at], StringComparison.Ordinal);
            if (found < 0) continue;
            var other = found % 2 == 0 && found + 1 < pairs.Length ? pairs[found + 1] : pairs[found - 1];
            return $"{word[..at]}{other}{word[(at + 1)..]}";
        }
        return word;
    }
}
