using System.Runtime.InteropServices;

namespace Shiraka.Agreements.TextReading;

/// <summary>What a line of a lexicon file says of the words it matches.</summary>
internal sealed record Entry(string Tag, string Value);

/// <summary>An entry found at the words <c>First</c>…<c>Last</c>; <c>Skip</c> letters of the first word are clitics.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Match(Entry Entry, int First, short Length, byte Skip)
{
    public int Last => First + Length - 1;
    public string Tag => Entry.Tag;
    public string Value => Entry.Value;
}

/// <summary>
/// All patterns of all lexicon files, walked once over the words; a match never crosses a sentence. Nodes are numbers and all their
/// edges lie in one table: a table a node would take most of the memory of the reader.
/// </summary>
internal sealed class Trie
{
    private const int Root = 0;

    /// <summary>A pattern that can be said in more ways is not written out.</summary>
    private const int MostWritten = 120;

    private static readonly List<(int Most, int Next)> NoGaps = [];
    private static readonly List<int> NoNodes = [];
    private readonly Dictionary<long, List<int>> _shared = [];

    /// <summary>What the lexicon came to when this was written: tables that grow by doubling leave as much again behind.</summary>
    private const int Expected = 60_000;

    private readonly Dictionary<long, int> _edges = new(Expected);
    private readonly Dictionary<int, List<(int Most, int Next)>> _gaps = [];
    private readonly List<int> _says = new(Expected) { 0 };
    private readonly List<bool> _leaves = new(Expected) { true };

    // Ten thousands of nodes say one of a few hundred things.
    private readonly List<Entry[]> _sets = [[]];
    private readonly Dictionary<(int Set, Entry Entry), int> _joined = [];

    /// <returns>In how many ways the pattern can be said.</returns>
    public int Add(List<Pattern.Element> pattern, Entry entry)
    {
        if (pattern[^1].Choices.Exists(c => c.Step.Gap > 0)) throw new InvalidDataException($"{entry.Tag} {entry.Value}: a pattern ends with a gap, which nothing closes");
        List<int> ends = [Root];
        var ways = Ways(pattern);
        if (ways > MostWritten) Share(ends, pattern, Fresh(Root));
        else Extend(ends, pattern);
        foreach (var end in ends) _says[end] = With(_says[end], entry);
        return (int)Math.Min(ways, int.MaxValue);
    }

    private static long Ways(List<Pattern.Element> pattern)
    {
        var ways = 1L;
        foreach (var element in pattern) ways *= (element.Optional ? 1 : 0) + element.Choices.Sum(c => c.Elements is null ? 1 : Ways(c.Elements));
        return ways;
    }

    /// <summary>All choices of a place lead to one node of this pattern: written out, a few long patterns took more than all others.</summary>
    private void Share(List<int> ends, List<Pattern.Element> elements, int last)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            var target = i == elements.Count - 1 ? last : Fresh(Root);
            foreach (var choice in elements[i].Choices)
            {
                if (choice.Elements is not null) { Share([.. ends], choice.Elements, target); continue; }
                foreach (var end in ends) Join(end, choice.Step, target);
            }
            if (!elements[i].Optional) ends.Clear();
            ends.Add(target);
        }
    }

    private void Join(int node, Pattern.Step step, int target)
    {
        _leaves[node] = false;
        if (step.Gap > 0)
        {
            if (!_gaps.TryGetValue(node, out var gaps)) _gaps[node] = gaps = [];
            gaps.Add((step.Gap, target));
            return;
        }
        if (!_shared.TryGetValue(Edge(node, step.Symbol), out var targets)) _shared[Edge(node, step.Symbol)] = targets = [];
        if (!targets.Contains(target)) targets.Add(target);
    }

    /// <summary>What begins at the word, in no order and some of it twice.</summary>
    public void Find(List<Token> tokens, int first, List<Match> found)
    {
        foreach (var symbol in tokens[first].Word.Symbols)
        {
            if (_edges.TryGetValue(symbol.Id, out var node)) Walk(node, tokens, first, first + 1, symbol.Skip, found);
            foreach (var begun in _shared.GetValueOrDefault(symbol.Id, NoNodes)) Walk(begun, tokens, first, first + 1, symbol.Skip, found);
        }
    }

    private void Walk(int node, List<Token> tokens, int first, int next, byte skip, List<Match> found)
    {
        foreach (var entry in _sets[_says[node]])
        {
            var match = new Match(entry, first, (short)(next - first), skip);
            if (found.Count == 0 || found[^1] != match) found.Add(match);
        }
        if (_leaves[node]) return;
        Step(node, tokens, first, next, skip, found);
        foreach (var (most, after) in _gaps.GetValueOrDefault(node, NoGaps))
            for (var k = 0; k <= most; k++)
            {
                if (k > 0 && (next + k - 1 >= tokens.Count || tokens[next + k - 1].Before == Gap.Stop)) break;
                Step(after, tokens, first, next + k, skip, found);
            }
    }

    private void Step(int node, List<Token> tokens, int first, int next, byte skip, List<Match> found)
    {
        if (next >= tokens.Count || tokens[next].Before == Gap.Stop) return;
        foreach (var symbol in tokens[next].Word.Symbols)
        {
            if (_edges.TryGetValue(Edge(node, symbol.Id), out var child)) Walk(child, tokens, first, next + 1, skip, found);
            else
                foreach (var joined in _shared.GetValueOrDefault(Edge(node, symbol.Id), NoNodes)) Walk(joined, tokens, first, next + 1, skip, found);
        }
    }

    private void Extend(List<int> ends, List<Pattern.Element> elements)
    {
        foreach (var element in elements)
        {
            var next = new List<int>(ends.Count * (element.Choices.Count + 1));
            if (element.Optional) next.AddRange(ends);
            foreach (var choice in element.Choices)
            {
                if (choice.Elements is null)
                {
                    foreach (var end in ends) next.Add(choice.Step.Gap > 0 ? AfterGap(end, choice.Step.Gap) : Child(end, choice.Step.Symbol));
                    continue;
                }
                var branch = new List<int>(ends);
                Extend(branch, choice.Elements);
                next.AddRange(branch);
            }
            ends.Clear();
            ends.AddRange(next);
        }
    }

    private int With(int set, Entry entry)
    {
        if (_sets[set].Contains(entry)) return set;
        if (_joined.TryGetValue((set, entry), out var known)) return known;
        _sets.Add([.. _sets[set], entry]);
        return _joined[(set, entry)] = _sets.Count - 1;
    }

    private static long Edge(int node, int symbol) => ((long)node << 32) | (uint)symbol;

    private int Child(int node, int symbol)
    {
        if (!_edges.TryGetValue(Edge(node, symbol), out var child)) _edges[Edge(node, symbol)] = child = Fresh(node);
        return child;
    }

    private int AfterGap(int node, int most)
    {
        if (!_gaps.TryGetValue(node, out var gaps)) _gaps[node] = gaps = [];
        foreach (var (known, next) in gaps)
            if (known == most) return next;
        gaps.Add((most, Fresh(node)));
        return gaps[^1].Next;
    }

    private int Fresh(int parent)
    {
        _leaves[parent] = false;
        _leaves.Add(true);
        _says.Add(0);
        return _says.Count - 1;
    }
}
