using System.Text;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>
/// What happens to a text between its author and the reader, without a change of what it says: menus and advertising around it, hard
/// wraps, captions, stray words of another language, marks of direction, decomposed letters, Arabic digits.
/// </summary>
internal static class Mangle
{
    private const int WrapAt = 72;

    private static readonly string[] Above = ["AccueilActualitéSantéSportMondeContact", "Home | News | Health | Sport", "الرئيسية | أخبار | صحة | رياضة", "adsbygoogle = window.adsbygoogle || [];", "Partager sur Facebook"];
    private static readonly string[] Below = ["Lire aussi", "Publicité", "Share this", "تابعونا على فيسبوك", "© Tous droits réservés", "Related articles\nA hospital opens its new wing", "Articles similaires\nUn hôpital change de directeur"];

    public static string Text(string text, Dice dice)
    {
        for (var i = dice.Below(4); i >= 0; i--)
            text = dice.Below(8) switch
            {
                0 => Above[dice.Below(Above.Length)] + "\n\n" + text,
                1 => text.TrimEnd() + "\n\n" + Below[dice.Below(Below.Length)] + "\n",
                2 => Wrapped(text),
                3 => text.Normalize(NormalizationForm.FormD),
                4 => Between(text, dice, "\u200F"),
                5 => Arabic(text) > text.Length / 2 ? Digits(text) : text.Replace("'", "’", StringComparison.Ordinal),
                6 => Stray(text, dice),
                _ => text.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("\r\r", "\r", StringComparison.Ordinal),
            };
        return text;
    }

    /// <summary>The same record beside the mangled text: scored by words, which mangling keeps.</summary>
    public static Gold Gold(Gold gold, Dice dice) => gold with { Text = Text(gold.Text, dice) };

    private static string Wrapped(string text)
    {
        var wrapped = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var width = 0;
            foreach (var word in line.Split(' '))
            {
                if (width > 0) wrapped.Append(width + word.Length > WrapAt ? '\n' : ' ');
                width = width + word.Length > WrapAt ? word.Length : width + word.Length + 1;
                wrapped.Append(word);
            }
            wrapped.Append('\n');
        }
        return wrapped.ToString();
    }

    private static string Between(string text, Dice dice, string mark)
    {
        var marked = new StringBuilder(text);
        for (var i = 0; i < 8; i++)
            if (dice.Below(marked.Length) is var at && marked[at] == ' ') marked.Insert(at, mark);
        return marked.ToString();
    }

    private static int Arabic(string text) => text.Count(c => c is >= '\u0600' and <= '\u06FF');

    private static string Digits(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('٠' + (c - '0')) : c));

    /// <summary>A machine translation leaves a word of its source behind.</summary>
    private static string Stray(string text, Dice dice)
    {
        var at = text.IndexOf(". ", dice.Below(text.Length), StringComparison.Ordinal);
        return at < 0 ? text : text.Insert(at, Arabic(text) > text.Length / 2 ? " (document)" : " (وثيقة)");
    }
}
