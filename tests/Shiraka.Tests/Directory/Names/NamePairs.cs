using Shiraka.Directory;

namespace Shiraka.Tests.DirectoryNames;

internal sealed record NamePair(string A, string B, bool Same, string Kind, string Note);

/// <summary>How well the kernel separates a list of pairs.</summary>
internal sealed record PairFigures(int Count, double Auc, double F1)
{
    public static PairFigures Of(IReadOnlyList<(NamePair Pair, NameMatch Match)> scored)
    {
        var same = scored.Where(s => s.Pair.Same).Select(s => s.Match.Score).ToList();
        var other = scored.Where(s => !s.Pair.Same).Select(s => s.Match.Score).ToList();
        var right = same.Sum(s => other.Sum(o => s > o ? 1.0 : s == o ? 0.5 : 0));
        var hit = scored.Count(s => s.Pair.Same && s.Match.Same);
        var wrong = scored.Count(s => s.Pair.Same != s.Match.Same);
        return new(scored.Count, right / ((double)same.Count * other.Count), 2.0 * hit / ((2 * hit) + wrong));
    }
}

internal static class NamePairs
{
    public static List<NamePair> Read(string path) =>
        [.. File.ReadLines(path).Skip(1).Select(l => l.Split('\t')).Where(r => r.Length >= 4)
            .Select(r => new NamePair(r[0], r[1], r[2] == "1", r[3], r.Length > 4 ? r[4] : ""))];

    public static List<NamePair> Own(string file) => Read(Path.Combine(AppContext.BaseDirectory, "Directory", "Names", "pairs", file));

    public static List<(NamePair Pair, NameMatch Match)> Score(IEnumerable<NamePair> pairs) => [.. pairs.Select(p => (p, Names.Compare(p.A, p.B)))];
}
