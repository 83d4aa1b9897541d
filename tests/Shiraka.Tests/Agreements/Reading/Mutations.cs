using System.Text;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>Breaks a text without sense: pieces cut, doubled, swapped for odd characters or for another text.</summary>
internal static class Mutations
{
    private static readonly string[] Odd = ["\u202E", "\uD800", "(", "»", "\t", "signé par ", " entre ", "وعن ", "  مع ", "ﷺ", "Ⅳ", "’", "\0", "ـــ", "\u200D", "٣١/١٢/٢٠٢٠ ", "🩺", "\u2067"];

    public static string Mutate(string text, IReadOnlyList<string> others, Dice dice)
    {
        var mutated = new StringBuilder(text);
        for (var i = dice.Below(6); i >= 0; i--)
        {
            var at = dice.Below(mutated.Length);
            var length = Math.Min(1 + dice.Below(40), mutated.Length - at);
            switch (dice.Below(6))
            {
                case 0: mutated.Remove(at, length); break;
                case 1: mutated.Insert(at, Odd[dice.Below(Odd.Length)]); break;
                case 2: mutated.Insert(at, mutated.ToString(at, length)); break;
                case 3: mutated[at] = (char)dice.Below(0x10000); break;
                case 4: mutated.Insert(at, others[dice.Below(others.Count)]); break;
                default: mutated.Replace(' ', '\n', at, length); break;
            }
            if (mutated.Length == 0) mutated.Append(' ');
        }
        return mutated.ToString();
    }
}
