namespace Shiraka.Agreements.TextReading;

/// <summary>
/// Of which kind a promise is: the words of its clause vote. A word that names the thing itself (<c>cue.name</c>) weighs more than one that goes with it
/// (<c>cue</c>); a phrase of the lexicon of promises weighs by its length. Where nothing votes, it is of no kind of its own.
/// </summary>
internal static class Kinds
{
    private const string None = "other";

    /// <summary>What a clause begins with is what it is about.</summary>
    private const int Head = 3;
    private const double AtHead = 1.5;
    private const double Found = 2;

    private static readonly (string Tag, double Weight)[] Votes = [("cue.name", 3), ("cue", 1.5), ("cue.weak", 0.7)];

    /// <param name="trigger">The kind of the phrase that found the promise; it votes too.</param>
    public static string Of(Page page, int first, int last, string trigger = None)
    {
        var votes = Count(page, first, last);
        if (trigger != None) votes[trigger] = votes.GetValueOrDefault(trigger) + Found;
        return votes.Count == 0 ? None : votes.MaxBy(v => v.Value).Key;
    }

    public static string Explain(Page page, int first, int last) => string.Join(" ", Count(page, first, last).OrderByDescending(v => v.Value).Select(v => $"{v.Key}={v.Value:F1}"));

    /// <summary>A word votes once for a kind, with the strongest of what is known of it.</summary>
    private static Dictionary<string, double> Count(Page page, int first, int last)
    {
        var said = new List<(Match Match, double Weight)>();
        foreach (var (tag, weight) in Votes)
            foreach (var match in page.In(tag, first, last)) said.Add((match, weight + (match.Length > 2 ? 1 : 0)));
        foreach (var match in page.In("commit", first, last))
            if (match.Value != None) said.Add((match, 1.2 + (0.3 * Math.Min(4, (int)match.Length))));
        var votes = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var kind in said.GroupBy(v => v.Match.Value, StringComparer.Ordinal))
        {
            var counted = new List<Match>();
            foreach (var (match, weight) in kind.OrderByDescending(v => v.Weight))
            {
                if (counted.Exists(c => c.First <= match.Last && match.First <= c.Last)) continue;
                counted.Add(match);
                votes[kind.Key] = votes.GetValueOrDefault(kind.Key) + (weight * (match.First - first < Head ? AtHead : 1));
            }
        }
        return votes;
    }
}
