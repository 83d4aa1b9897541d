using System.Runtime.InteropServices;

namespace Shiraka.Agreements.TextReading;

/// <summary>What a line of a lexicon file says of the words it matches.</summary>
internal sealed record Entry(string Tag, string Value);

/// <summary>An entry found at the words <c>First</c>…<c>Last</c>; <c>Skip</c> letters of the first word are clitics.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Match(Entry Entry, int First, int Last, byte Skip)
{
    public string Tag => Entry.Tag;
    public string Value => Entry.Value;
}

/// <summary>All sequences of all lexicon files, walked once over the words; a sequence never crosses a sentence.</summary>
internal sealed class Trie
{
    private sealed class Node
    {
        // Most nodes are leaves: what they do not have is not allocated.
        public Dictionary<int, Node>? Children { get; set; }
        public List<(int Most, Node Next)>? Gaps { get; set; }
        public Entry[] Entries { get; set; } = [];
    }

    private readonly Node _root = new();

    public void Add(List<Pattern.Step> steps, Entry entry)
    {
        var node = _root;
        if (steps[^1].Gap > 0) throw new InvalidDataException($"{entry.Tag} {entry.Value}: a pattern ends with a gap, which nothing closes");
        foreach (var step in steps) node = step.Gap > 0 ? AfterGap(node, step.Gap) : Child(node, step.Symbol);
        if (!node.Entries.Contains(entry)) node.Entries = [.. node.Entries, entry];
    }

    public List<Match> Find(List<Token> tokens)
    {
        var found = new List<Match>();
        for (var i = 0; i < tokens.Count; i++)
            foreach (var symbol in tokens[i].Word.Symbols)
                if (_root.Children!.TryGetValue(symbol.Id, out var node)) Walk(node, tokens, i, i + 1, symbol.Skip, found);
        return found;
    }

    private static void Walk(Node node, List<Token> tokens, int first, int next, byte skip, List<Match> found)
    {
        foreach (var entry in node.Entries)
        {
            var match = new Match(entry, first, next - 1, skip);
            if (found.Count == 0 || found[^1] != match) found.Add(match);
        }
        if (node.Children is not null) Step(node, tokens, first, next, skip, found);
        if (node.Gaps is null) return;
        foreach (var (most, after) in node.Gaps)
            for (var k = 0; k <= most; k++)
            {
                if (k > 0 && (next + k - 1 >= tokens.Count || tokens[next + k - 1].Before == Gap.Stop)) break;
                Step(after, tokens, first, next + k, skip, found);
            }
    }

    private static void Step(Node node, List<Token> tokens, int first, int next, byte skip, List<Match> found)
    {
        if (next >= tokens.Count || tokens[next].Before == Gap.Stop) return;
        foreach (var symbol in tokens[next].Word.Symbols)
            if (node.Children!.TryGetValue(symbol.Id, out var child)) Walk(child, tokens, first, next + 1, skip, found);
    }

    private static Node Child(Node node, int symbol)
    {
        node.Children ??= [];
        if (!node.Children.TryGetValue(symbol, out var child)) node.Children[symbol] = child = new Node();
        return child;
    }

    private static Node AfterGap(Node node, int most)
    {
        node.Gaps ??= [];
        foreach (var (known, next) in node.Gaps)
            if (known == most) return next;
        var fresh = new Node();
        node.Gaps.Add((most, fresh));
        return fresh;
    }
}
