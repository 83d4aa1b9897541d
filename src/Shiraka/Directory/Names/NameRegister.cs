using System.Collections.Concurrent;

namespace Shiraka.Directory;

/// <summary>
/// A register of names that is asked in any script. Immutable after <see cref="Build"/>; searches may run side by side.
/// </summary>
public sealed class NameRegister
{
    private const int Compared = 120;
    private const int MostPostings = 120_000;
    private const int LeastSimilarity = 660;

    /// <summary>So many bearers of the words closest to one asked for are compared, however little their other words agree.</summary>
    private const int Kept = 80;

    private const double LeastScore = 0.05;

    /// <summary>A first look at intact words that finds this much needs no second look at damaged ones.</summary>
    private const double Enough = 0.8;

    private readonly string[] names;
    private readonly NamePart[] parts;
    private readonly RegisterWords words;
    private readonly RegisterPostings postings;
    private readonly Dictionary<int, PreparedName> special;
    private readonly NameKind? kind;
    private readonly ConcurrentBag<RegisterTally> tallies = [];
    private readonly ConcurrentBag<PersonSearchRoom> rooms = [];

    internal NameRegister(string[] names, NamePart[] parts, RegisterPostings postings, Dictionary<int, PreparedName> special, NameKind? kind)
    {
        (this.names, this.parts, this.postings, this.special, this.kind) = (names, parts, postings, special, kind);
        words = new(parts);
    }

    /// <summary>How many names it holds.</summary>
    public int Count => names.Length;

    /// <summary>Reads every name once. Empty names are kept, so that an index is the position in <paramref name="names"/>.</summary>
    /// <param name="kind">What all of them name, where the caller knows; queries are read as the same.</param>
    public static NameRegister Build(IEnumerable<string> names, NameKind? kind = null) => NameRegisterBuild.From(names, kind);

    /// <summary>The names most like the query, best first, at most <paramref name="most"/>; none where nothing is alike.</summary>
    public IReadOnlyList<NameHit> Search(string query, int most = 10) => Search(query, most, null);

    /// <summary>The same among the names that <paramref name="among"/> admits, by their index: the others take no place from them.</summary>
    internal IReadOnlyList<NameHit> Search(string query, int most, Func<int, bool>? among)
    {
        var asked = Names.Prepare(query, kind);
        if (most <= 0 || names.Length == 0) return [];
        if (asked is { Facets: null, Numbers: [], Kin: "", Parts.Length: > 0 } && Persons(asked, query, most, among) is { Count: > 0 } persons) return persons;
        if (!tallies.TryTake(out var tally)) tally = new(names.Length, parts.Length);
        try
        {
            var hits = Find(asked, most, tally, damaged: false, among);
            if (hits.Count > 0 && hits[0].Score >= Enough) return hits;
            tally.Clear();
            return Find(asked, most, tally, damaged: true, among);
        }
        finally
        {
            tally.Clear();
            tallies.Add(tally);
        }
    }

    private List<NameHit> Persons(PreparedName asked, string query, int most, Func<int, bool>? among)
    {
        if (!rooms.TryTake(out var room)) room = new(names.Length, parts.Length);
        try
        {
            var found = new PersonSearch(parts, words, postings, room, among).Find(asked, query, most);
            var hits = new List<NameHit>();
            foreach (var (index, (cost, reading)) in found.OrderBy(name => name.Value.Cost).ThenBy(name => name.Key).Take(most))
            {
                var match = Names.Compare(reading?.Name ?? asked, Prepared(index));
                var score = special.ContainsKey(index) ? match.Score : Score(cost);
                if (score > LeastScore) hits.Add(new(index, names[index], score, reading?.Why is { } why ? [why, .. match.Why] : match.Why));
            }
            hits.Sort(static (x, y) => y.Score != x.Score ? y.Score.CompareTo(x.Score) : x.Index.CompareTo(y.Index));
            return hits;
        }
        finally
        {
            room.Clear();
            rooms.Add(room);
        }
    }

    /// <summary>A letter damaged is likely the same, two are not: the middle is at one consonant.</summary>
    private static double Score(int cost) => 1 / (1 + Math.Pow(cost / 100.0, 3));

    private List<NameHit> Find(PreparedName asked, int most, RegisterTally tally, bool damaged, Func<int, bool>? among)
    {
        var askedWords = Ask(asked, tally, damaged);
        var candidates = tally.Best(Math.Max(Compared, most), name => 0.4f * Math.Max(0, postings.WordsOf(name).Length - askedWords), among);
        return Rank(asked, candidates, most);
    }

    private int Ask(PreparedName asked, RegisterTally tally, bool damaged)
    {
        var word = 0;
        for (var i = 0; i < asked.Parts.Length; i++)
        {
            Give(words.Near(asked.Parts[i], LeastSimilarity, damaged && asked.Parts[i].Families.Length == 0, tally), word++, tally);
            foreach (var family in asked.Parts[i].Families)
                foreach (var apart in TwoWordNames.Apart(family)) Give(words.Near(apart, 900, damaged: false, tally), word++, tally);
            if (damaged && i + 1 < asked.Parts.Length) Give(words.Near(NamePart.Join(asked.Parts[i], asked.Parts[i + 1]), 800, damaged: false, tally), word++, tally);
        }
        if (damaged && asked.Parts is [var lone])
            foreach (var piece in lone.Cut()) Give(words.Near(piece, LeastSimilarity, damaged: false, tally), word++, tally);
        foreach (var meaning in NameRegisterBuild.Meanings(asked)) Give([(parts.Length + meaning, 1000)], word++, tally);
        return asked.Parts.Length + NameRegisterBuild.Meanings(asked).Count;
    }

    /// <summary>A rare word is worth more than a common one, a close one more than a far one.</summary>
    private void Give(List<(int Id, int Similarity)> near, int askedWord, RegisterTally tally)
    {
        var (given, kept) = (0, 0);
        foreach (var (id, similarity) in near)
        {
            var holders = postings.NamesWith(id);
            if ((given += holders.Length) > MostPostings && given > holders.Length) break;
            var alike = similarity / 1000f;
            var worth = alike * alike * alike * MathF.Log2(2 + ((float)names.Length / (1 + holders.Length)));
            worth = alike * alike * alike * MathF.Min(worth, 8);
            foreach (var name in holders) tally.Give(name, askedWord, worth + 4 * alike * alike * alike);
            if ((kept += holders.Length) <= Kept) tally.Keep(holders);
        }
    }

    private List<NameHit> Rank(PreparedName asked, List<int> candidates, int most)
    {
        var matches = new List<(int Index, NameMatch Match)>(candidates.Count);
        foreach (var index in candidates)
        {
            var match = Names.Compare(asked, Prepared(index));
            if (match.Score > 0.02) matches.Add((index, match));
        }
        matches.Sort(static (x, y) => y.Match.Score != x.Match.Score ? y.Match.Score.CompareTo(x.Match.Score) : x.Index.CompareTo(y.Index));
        return matches.Take(most).Select(hit => new NameHit(hit.Index, names[hit.Index], hit.Match.Score, hit.Match.Why)).ToList();
    }

    private PreparedName Prepared(int index)
    {
        if (special.TryGetValue(index, out var prepared)) return prepared;
        var held = postings.WordsOf(index);
        var own = new NamePart[held.Length];
        for (var i = 0; i < held.Length; i++) own[i] = parts[held[i]];
        return new(names[index], NameKind.Person, own, [], "", null);
    }
}
