namespace Shiraka.Agreements.TextReading;

/// <summary>A run of words that says one thing. Flags are set by <see cref="Events"/>.</summary>
internal sealed record Sentence(int Index, int First, int Last, bool Title)
{
    /// <summary>It tells or is a signature of the agreement the text is about.</summary>
    public bool Signs { get; set; }

    /// <summary>It recalls another agreement, or an earlier one.</summary>
    public bool Background { get; set; }

    /// <summary>It announces, wishes, negotiates or denies.</summary>
    public bool NotYet { get; set; }

    /// <summary>It speaks of an agreement to come, beside whatever else it tells.</summary>
    public bool Announces { get; set; }

    /// <summary>How many sentences that tell something stand before it: letterheads and headings do not count.</summary>
    public int Lead { get; init; }

    public int Length => Last - First + 1;
}

/// <summary>A text cut into words and sentences with every lexicon entry found in it: what all later steps read.</summary>
internal sealed class Page
{
    /// <summary>Fewer words are a heading or a line of the letterhead.</summary>
    private const int ShortestTold = 6;

    /// <summary>No letterhead has more lines.</summary>
    private const int LongestHead = 12;
    /// <summary>A pattern with a gap may close at several words; further ends say nothing new and make a repeated word costly.</summary>
    private const int MostEnds = 4;

    private static readonly List<Match> None = [];
    private static readonly Comparer<Match> ByLength = Comparer<Match>.Create((a, b) => b.Last.CompareTo(a.Last));
    private readonly Dictionary<string, List<Match>> _byTag = new(StringComparer.Ordinal);

    private Page(string text, List<Line> lines, List<Token> tokens)
    {
        (Text, Lines, Tokens) = (text, lines, tokens);
        Sort(Lexicon.Default.Trie);
        Sentences = Split();
    }

    public string Text { get; }
    public List<Line> Lines { get; }
    public List<Token> Tokens { get; }
    public List<Sentence> Sentences { get; }

    /// <summary>What <see cref="Aliases"/> compares names by.</summary>
    public Dictionary<(int First, int Last), HashSet<string>> NameWords { get; } = [];

    private static Vocabulary Vocabulary => Lexicon.Default.Vocabulary;

    public static Page Open(string text)
    {
        var lines = TextReading.Lines.Split(text);
        Noise.Mark(text, lines);
        return new Page(text, lines, Tokenizer.Read(text, lines, Vocabulary));
    }

    public bool Is(int token, string wordClass) => Tokens[token].Word.Is(Vocabulary.Class(wordClass));

    /// <summary>In the class as written, with no clitic in front (the conjunction aside where <paramref name="conjunction"/> says so).</summary>
    public bool IsBare(int token, string wordClass, bool conjunction = true)
    {
        var id = Vocabulary.Class(wordClass);
        foreach (var s in Tokens[token].Word.Symbols)
            if (s.Id == id && (s.Skip == 0 || (conjunction && s.Skip == 1 && Tokens[token].Text[0] is 'و' or 'ف'))) return true;
        return false;
    }

    public List<Match> All(string tag) => _byTag.GetValueOrDefault(tag, None);

    /// <summary>An empty answer, the most frequent one, costs nothing: the reader asks thousands of times a text.</summary>
    public IEnumerable<Match> In(string tag, int first, int last)
    {
        var list = All(tag);
        var low = From(list, first);
        return low < list.Count && list[low].First <= last ? Ending(list, low, last) : [];
    }

    private static IEnumerable<Match> Ending(List<Match> list, int low, int last)
    {
        for (; low < list.Count && list[low].First <= last; low++)
            if (list[low].Last <= last) yield return list[low];
    }

    private static int From(List<Match> list, int first)
    {
        var (low, high) = (0, list.Count);
        while (low < high) { var middle = (low + high) / 2; if (list[middle].First < first) low = middle + 1; else high = middle; }
        return low;
    }

    public IEnumerable<Match> In(string tag, Sentence sentence) => In(tag, sentence.First, sentence.Last);

    /// <summary>The word at or before a place of the original.</summary>
    public int TokenAt(int start)
    {
        var (low, high) = (0, Tokens.Count - 1);
        while (low < high) { var middle = (low + high + 1) / 2; if (Tokens[middle].Start <= start) low = middle; else high = middle - 1; }
        return low;
    }

    public Sentence SentenceOf(int token)
    {
        var (low, high) = (0, Sentences.Count - 1);
        while (low < high) { var middle = (low + high) / 2; if (Sentences[middle].Last < token) low = middle + 1; else high = middle; }
        return Sentences[low];
    }

    public bool Has(string tag, Sentence sentence) => Has(tag, sentence.First, sentence.Last);

    public bool Has(string tag, int first, int last)
    {
        var list = All(tag);
        for (var i = From(list, first); i < list.Count && list[i].First <= last; i++)
            if (list[i].Last <= last) return true;
        return false;
    }

    /// <summary>The longest entry of the tag that starts at the word.</summary>
    public Match? At(string tag, int token)
    {
        var list = All(tag);
        var at = From(list, token);
        return at < list.Count && list[at].First == token ? list[at] : null;
    }

    /// <summary>The exact text of the words, without <paramref name="skip"/> folded letters of clitics at the front.</summary>
    public (int Start, int End) Range(int first, int last, int skip = 0)
    {
        var start = Tokens[first].Start;
        for (var left = skip; left > 0 && start < Tokens[first].End - 1; start++)
            if (Fold.Of(Text[start]).Length > 0) left--;
        var end = Tokens[last].End;
        var open = Text.AsSpan(start, end - start);
        return (start, end < Text.Length && Text[end] == ')' && open.Count('(') > open.Count(')') ? end + 1 : end);
    }

    /// <summary>The characters between a word and the one before it.</summary>
    public ReadOnlySpan<char> Between(int token) => token == 0 ? default : Text.AsSpan(Tokens[token - 1].End, Tokens[token].Start - Tokens[token - 1].End);

    /// <summary>A verb carries a conjunction, never an article or a preposition.</summary>
    private bool OnlyConjunction(Match match) => match.Skip == 1 && Tokens[match.First].Text[0] is 'و' or 'ف';

    /// <summary>At each word the longest first, each once: only those of one word are ever compared.</summary>
    private void Sort(Trie trie)
    {
        var (found, kept) = (new List<Match>(), new List<Match>());
        for (var i = 0; i < Tokens.Count; i++)
        {
            found.Clear();
            kept.Clear();
            trie.Find(Tokens, i, found);
            foreach (var match in found)
                if (Carries(match) && !Known(kept, match)) kept.Add(match);
            kept.Sort(ByLength);
            foreach (var match in kept)
            {
                if (!_byTag.TryGetValue(match.Tag, out var list)) _byTag[match.Tag] = list = [];
                list.Add(match);
            }
        }
    }

    private bool Carries(Match m) => m.Tag == "said" && Tokens[m.First].Shape == Shape.Capital && Is(m.First, "given") ? false : m.Skip == 0 || !(m.Value == "verb" || m.Tag is "said" or "sign.verb" or "preside" or "done") || OnlyConjunction(m);

    private static bool Known(List<Match> kept, Match match)
    {
        var ends = 0;
        for (var k = 0; k < kept.Count; k++)
            if (ReferenceEquals(kept[k].Entry, match.Entry) && (kept[k].Last == match.Last || ++ends == MostEnds)) return true;
        return false;
    }

    private List<Sentence> Split()
    {
        var sentences = new List<Sentence>();
        var lead = 0;
        for (var i = 0; i < Tokens.Count;)
        {
            var first = i;
            for (i++; i < Tokens.Count && Tokens[i].Before != Gap.Stop; i++) { }
            var opening = lead == 0 && sentences.Count < LongestHead;
            sentences.Add(new Sentence(sentences.Count, first, i - 1, opening && i - first < 45 && i < Tokens.Count && !Between(i).Contains('.')) { Lead = lead });
            if (i - first >= ShortestTold) lead++;
        }
        return sentences;
    }
}
