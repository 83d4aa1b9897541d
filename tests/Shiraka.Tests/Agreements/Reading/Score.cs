using System.Globalization;
using System.Text;
using Shiraka.Agreements.TextReading;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>The measure of the contract: accuracies and F1 per field, and their mean. Names match by shared words, clauses by overlap.</summary>
internal sealed class Score
{
    private static readonly HashSet<string> EventForms = ["convention", "partnership_agreement", "memorandum"];
    private readonly Dictionary<string, (int Hit, int Wrong, int Missed)> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Right, int All)> _accuracies = new(StringComparer.Ordinal);

    public void Add(Gold gold, Reading read)
    {
        Right("isAgreement", gold.IsAgreement == read.IsAgreement);
        var all = read.Instruments;
        Set("parties", all.SelectMany(i => i.Parties).Select(p => p.Span.Text), gold.Many("parties"), gold.Many("parties_optional"), Same);
        Set("signatories", all.SelectMany(i => i.Signatories).Select(s => s.Name.Text), gold.Many("signatories"), gold.Many("signatories_optional"), Same);
        Set("fields", all.SelectMany(i => i.Fields).Select(f => f.Code).Distinct(StringComparer.Ordinal), gold.Many("fields"), [.. gold.Many("fields_optional"), "other"], (a, b) => a == b);
        Set("commitments", all.SelectMany(i => i.Commitments).Select(c => (c.Kind, c.Span.Text)), gold.Commitments, [], (a, b) => a.Kind == b.Quote0() && Overlap(a.Text, b.Quote));
        if (!gold.IsAgreement) return;
        var kinds = all.Select(i => i.Kind).ToHashSet(StringComparer.Ordinal);
        HashSet<string> wanted = [gold.One("instrument") ?? "", .. gold.Many("instrument_optional")];
        Right("instrument", kinds.Overlaps(wanted) || (kinds.Overlaps(EventForms) && wanted.Overlaps(EventForms)));
        var days = all.Select(i => i.SignedOn?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).DefaultIfEmpty(null).ToList();
        Right("signedOn", days.Exists(d => d == gold.One("signed_on") || (d is not null && gold.Many("signed_on_optional").Contains(d))));
        var places = all.Where(i => i.Place is not null).Select(i => i.Place!.Text).ToList();
        Right("place", gold.One("place") is { } place ? places.Exists(p => Overlap(p, place)) : places.Count == 0);
        Right("committee", all.Any(i => i.Committee) == gold.Committee);
        Right("financial", all.Select(i => i.Financial).DefaultIfEmpty("none_stated").Contains(gold.Financial));
    }

    public double Composite => Rows.Average(r => r.Value);

    public double Of(string row) => Rows.Single(r => r.Name == row).Value;

    public IEnumerable<(string Name, double Value, string Detail)> Rows =>
        _accuracies.Select(a => (a.Key, (double)a.Value.Right / a.Value.All, $"{a.Value.Right} of {a.Value.All}"))
            .Concat(_sets.Select(s => (s.Key, F1(s.Value), $"P {Ratio(s.Value.Hit, s.Value.Wrong):F3} R {Ratio(s.Value.Hit, s.Value.Missed):F3}")));

    public string Table => string.Join(Environment.NewLine, Rows.Select(r => $"{r.Name,-12} {r.Value:F3}  {r.Detail}"));

    private static double Ratio(int hit, int other) => hit + other == 0 ? 1 : (double)hit / (hit + other);

    private static double F1((int Hit, int Wrong, int Missed) t) => 2.0 * t.Hit / Math.Max(1, (2 * t.Hit) + t.Wrong + t.Missed);

    private void Right(string row, bool right)
    {
        var (yes, all) = _accuracies.GetValueOrDefault(row);
        _accuracies[row] = (yes + (right ? 1 : 0), all + 1);
    }

    private void Set<TRead, TGold>(string row, IEnumerable<TRead> read, List<TGold> gold, List<TGold> optional, Func<TRead, TGold, bool> equal)
    {
        var (left, tally) = (new List<TGold>(gold), _sets.GetValueOrDefault(row));
        foreach (var item in read)
        {
            var at = left.FindIndex(g => equal(item, g));
            if (at >= 0) { left.RemoveAt(at); tally.Hit++; }
            else if (!optional.Exists(o => equal(item, o)) && !gold.Exists(g => equal(item, g))) tally.Wrong++;
        }
        tally.Missed += left.Count;
        _sets[row] = tally;
    }

    private static bool Same(string a, string b)
    {
        var (x, y) = (Words(a), Words(b));
        if (x.Count == 0 || y.Count == 0) return false;
        var (shared, least) = (x.Count(y.Contains), Math.Min(x.Count, y.Count));
        return (shared == least && least >= 2) || shared * 2 >= x.Union(y).Count();
    }

    private static bool Overlap(string a, string b)
    {
        var (x, y) = (Words(a), Words(b));
        return x.Count > 0 && y.Count > 0 && x.Count(y.Contains) * 2 >= Math.Min(x.Count, y.Count);
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var c in Fold.Of(text) + " ")
        {
            if (char.IsLetterOrDigit(c) || c == '_') word.Append(c);
            else if (word.Length > 0) { words.Add(word.ToString()); word.Clear(); }
        }
        return words;
    }
}

internal static class GoldClause
{
    public static string Quote0(this (string Kind, string Quote) clause) => clause.Kind;
}
