using System.Text;

namespace Shiraka.Bench;

/// <summary>
/// A second set of damages, written down before the ranking was tuned on the first held-out one. Only its counts are looked at.
/// </summary>
internal static class NameDamageUnseen
{
    private const string ArabicLetters = "ابتجحخدرزسشصضطعغفقكلمنهوي";
    private const string LatinLetters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Letters told apart by their dots only, and letters that look alike when small or worn.</summary>
    private static readonly string[] ArabicShapes = ["بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "ده", "لا"];
    private static readonly string[] LatinShapes = ["ceo", "ao", "ilj", "tf", "uv", "hb", "nr", "gq", "mn", "vy", "kh", "un"];
    private static readonly string[] Keyboard = ["azerty", "qsdfgh", "wxcvbn", "uiop", "jklm", "qwerty", "asdfgh", "zxcvbn"];

    private static readonly (string From, string To)[] LatinSpellings =
    [
        ("kh", "h"), ("gh", "r"), ("gh", "g"), ("q", "k"), ("k", "q"), ("k", "c"), ("ou", "w"), ("ou", "oo"), ("u", "ou"), ("sh", "ch"), ("ch", "sh"), ("j", "dj"), ("j", "g"),
        ("z", "s"), ("th", "t"), ("s", "ss"), ("d", "dh"), ("t", "th"), ("b", "bb"), ("r", "rr"), ("m", "mm"), ("l", "ll"), ("a", "ah"), ("i", "ee"), ("i", "y"), ("a", "e"),
    ];

    private static readonly (string From, string To)[] ArabicSpellings =
    [
        ("ق", "ك"), ("ص", "س"), ("ط", "ت"), ("ح", "ه"), ("ذ", "د"), ("ظ", "ض"), ("ض", "د"), ("ث", "ت"), ("ج", "ش"), ("غ", "ق"), ("ة", "ا"), ("ي", "ى"), ("س", "ص"), ("ت", "ط"), ("ك", "ق"), ("ز", "ذ"),
    ];

    public static readonly (string Name, Func<string, string, bool, NameDice, string> Do)[] All =
    [
        ("marks", (g, f, arabic, dice) => Marks($"{g} {f}", arabic, dice)),
        ("letter lost anywhere in the family name", (g, f, _, dice) => $"{g} {Lose(f, dice)}"),
        ("first letter of the family name lost", (g, f, arabic, _) => $"{g} {f.Remove(Start(f, arabic), 1)}"),
        ("look-alike in the family name", (g, f, arabic, dice) => $"{g} {LookAlike(f, arabic, dice)}"),
        ("look-alike in the given name", (g, f, arabic, dice) => $"{LookAlike(g, arabic, dice)} {f}"),
        ("letter put in", (g, f, arabic, dice) => $"{g} {f.Insert(1 + dice.Next(f.Length), dice.Pick(arabic ? ArabicLetters.ToCharArray() : LatinLetters.ToCharArray()).ToString())}"),
        ("neighbour key", (g, f, arabic, dice) => arabic ? $"{g} {LookAlike(f, arabic, dice)}" : $"{g} {Mistyped(f, dice)}"),
        ("exchanged in the given name", (g, f, _, dice) => $"{Exchange(g, dice)} {f}"),
        ("doubled in the given name", (g, f, _, dice) => { var at = 1 + dice.Next(g.Length - 1); return $"{g.Insert(at, g[at].ToString())} {f}"; }),
        ("given name cut in two", (g, f, _, dice) => g.Length < 5 ? $"{g} {f}" : $"{g.Insert(2 + dice.Next(g.Length - 3), " ")} {f}"),
        ("another spelling", (g, f, arabic, dice) => $"{g} {Spelled(f, arabic ? ArabicSpellings : LatinSpellings, dice)}"),
        ("another spelling of the given name", (g, f, arabic, dice) => $"{Spelled(g, arabic ? ArabicSpellings : LatinSpellings, dice)} {f}"),
        ("particle fused", (g, f, arabic, _) => $"{g} {(arabic ? f : f.Replace("-", "", StringComparison.Ordinal)).Replace(" ", "", StringComparison.Ordinal)}"),
        ("hyphens", (g, f, arabic, _) => arabic ? $"{g} {f.Replace("ا", "ـا", StringComparison.Ordinal)}" : $"{g} {f.Replace(' ', '-')}"),
        ("second family name", (g, f, arabic, dice) => $"{g} {f} {dice.Pick<string>(arabic ? ["الإدريسي", "بناني", "الشرقاوي"] : ["Idrissi", "Bennani", "Cherkaoui"])}"),
        ("long vowel lost", (g, f, arabic, dice) => $"{g} {Vowel(f, arabic, dice)}"),
        ("last letter put in", (g, f, arabic, dice) => $"{g} {f}{dice.Pick<string>(arabic ? ["ي", "ة", "ن"] : ["e", "h", "i"])}"),
        ("given name last letter lost", (g, f, _, _) => $"{(g.Length < 4 ? g : g[..^1])} {f}"),
    ];

    private static int Start(string family, bool arabic)
    {
        var last = family.LastIndexOfAny([' ', '-']) + 1;
        return arabic && family.AsSpan(last).StartsWith("ال", StringComparison.Ordinal) ? last + 2 : last;
    }

    private static string Lose(string word, NameDice dice)
    {
        var from = word.LastIndexOfAny([' ', '-']) + 1;
        return word.Length - from < 4 ? word : word.Remove(from + dice.Next(word.Length - from), 1);
    }

    private static string Marks(string text, bool arabic, NameDice dice)
    {
        var marked = new StringBuilder();
        foreach (var c in text)
            marked.Append(c).Append(c is ' ' or '-' || dice.Next(3) > 0 ? "" : arabic ? dice.Pick<string>(["\u064E", "\u064F", "\u0650", "\u0651", "\u0652"]) : "aeiou".Contains(c, StringComparison.Ordinal) ? dice.Pick<string>(["\u0304", "\u0302", "\u0308"]) : "");
        return marked.ToString();
    }

    private static string LookAlike(string word, bool arabic, NameDice dice) => Other(word, arabic ? ArabicShapes : LatinShapes, anyOfGroup: true, dice);

    private static string Mistyped(string word, NameDice dice) => Other(word, Keyboard, anyOfGroup: false, dice);

    private static string Other(string word, string[] groups, bool anyOfGroup, NameDice dice)
    {
        for (var tries = 0; tries < 60; tries++)
        {
            var (at, group) = (1 + dice.Next(word.Length - 1), dice.Pick(groups));
            var found = group.IndexOf(word[at], StringComparison.Ordinal);
            if (found < 0) continue;
            var other = anyOfGroup ? dice.Next(group.Length) : found + (found == 0 || (found + 1 < group.Length && dice.Next(2) == 0) ? 1 : -1);
            if (other != found) return $"{word[..at]}{group[other]}{word[(at + 1)..]}";
        }
        return word;
    }

    private static string Exchange(string word, NameDice dice)
    {
        if (word.Length < 4) return word;
        var at = 1 + dice.Next(word.Length - 2);
        return $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}";
    }

    private static string Spelled(string word, (string From, string To)[] ways, NameDice dice)
    {
        for (var tries = 0; tries < 60; tries++)
        {
            var (from, to) = dice.Pick(ways);
            var at = word.IndexOf(from, 1, StringComparison.Ordinal);
            if (at > 0) return word[..at] + to + word[(at + from.Length)..];
        }
        return word;
    }

    private static string Vowel(string word, bool arabic, NameDice dice)
    {
        var (vowels, from) = (arabic ? "اوي" : "aeiou", word.LastIndexOfAny([' ', '-']) + 2);
        for (var tries = 0; tries < 20; tries++)
        {
            var at = from + dice.Next(Math.Max(1, word.Length - from));
            if (at < word.Length && at > from + 1 && vowels.Contains(word[at], StringComparison.Ordinal)) return word.Remove(at, 1);
        }
        return word;
    }
}
