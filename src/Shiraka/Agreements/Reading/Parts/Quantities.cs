using System.Globalization;

namespace Shiraka.Agreements.TextReading;

/// <summary>"50 médecins en cinq ans", "two missions a year", "عشرة أطباء سنويا": how many of what, in which period.</summary>
internal static class Quantities
{
    private static readonly System.Buffers.SearchValues<char> Parting = System.Buffers.SearchValues.Create(",،;؛:");

    public static (decimal? Quantity, string? Unit, string? Period) Of(Page page, Sentence sentence, int first, int last)
    {
        var from = Math.Max(sentence.First, first - 3);
        for (var i = from; i <= last; i++)
        {
            if (Value(page, i) is not { } value || value > 1_000_000 || (value > 1900 && value < 2100 && page.Tokens[i].Text.Length == 4)) continue;
            var unit = Unit(page, i + 1, last);
            if (unit is null) continue;
            return (value, unit, Period(page, i, Math.Min(sentence.Last, last + 6)));
        }
        return (null, null, null);
    }

    private static decimal? Value(Page page, int i)
    {
        var token = page.Tokens[i];
        if (token.Shape == Shape.Number && token.Text.Length <= 7) return decimal.Parse(token.Text, CultureInfo.InvariantCulture);
        return page.At("count", i) is { } word ? decimal.Parse(word.Value, CultureInfo.InvariantCulture) : null;
    }

    private static string? Unit(Page page, int from, int last)
    {
        for (var i = from; i <= Math.Min(last, from + 3); i++)
        {
            // "Article 3 : douze médecins": a comma or another number lies between.
            if (page.Between(i).ContainsAny(Parting) || (i > from && Value(page, i) is not null)) return null;
            if (page.Is(i, "people.fr") || page.Is(i, "people.en") || page.Is(i, "people.ar") || page.Is(i, "expert.fr") || page.Is(i, "expert.en") || page.Is(i, "expert.ar") || page.Is(i, "countable"))
            {
                var (start, end) = page.Range(i, i);
                return page.Text[start..end];
            }
        }
        return null;
    }

    /// <summary>A rate, where one is told, counts what is promised; "pendant trois ans" beside it is how long.</summary>
    private static string? Period(Page page, int from, int last)
    {
        var match = page.In("period", from, last).OrderByDescending(m => m.Value.Length > 1).ThenByDescending(m => m.Last - m.First).FirstOrDefault();
        if (match.Entry is null) return null;
        if (match.Value.Length > 1) return match.Value;
        for (var i = match.First; i <= match.Last; i++)
            if (Value(page, i) is { } count) return $"P{count.ToString(CultureInfo.InvariantCulture)}{match.Value}";
        return null;
    }
}
