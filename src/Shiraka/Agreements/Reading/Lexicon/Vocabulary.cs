using System.Collections.Concurrent;

namespace Shiraka.Agreements.TextReading;

/// <summary>
/// Numbers every literal, prefix and word class of the lexicon files and tells which of them a folded word answers to.
/// An Arabic word answers with and without its conjunction, preposition and article.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>Of each of two generations: words met since the last change and words met before, so that the usual ones are never forgotten.</summary>
    private const int MostCachedWords = 30_000;
    private const int LongestCachedWord = 40;
    private readonly Dictionary<string, int> _literals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _prefixes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _memberships = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _prefixMemberships = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, Word> _words = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, Word> _former = new(StringComparer.Ordinal);
    private readonly HashSet<int> _prefixLengths = [];
    private int _next;
    private int _cached;

    public int Literal(string word) => IdOf(_literals, word);

    public int Class(string name) => IdOf(_classes, name);

    public int Prefix(string prefix)
    {
        _prefixLengths.Add(prefix.Length);
        return IdOf(_prefixes, prefix);
    }

    public void Join(string name, string member)
    {
        var prefix = member.EndsWith('*');
        var folded = Fold.Of(member.AsSpan(0, member.Length - (prefix ? 1 : 0)));
        if (prefix) _prefixLengths.Add(folded.Length);
        var memberships = prefix ? _prefixMemberships : _memberships;
        if (!memberships.TryGetValue(folded, out var classes)) memberships[folded] = classes = [];
        classes.Add(Class(name));
    }

    /// <summary>A word that answers to the symbol, for messages and for the tests of the files.</summary>
    public string Example(int symbol)
    {
        foreach (var (word, id) in _literals.Concat(_prefixes))
            if (id == symbol) return word;
        return _memberships.Concat(_prefixMemberships).First(m => m.Value.Contains(symbol)).Key;
    }

    public bool Is(Word word, string name) => word.Is(Class(name));

    /// <summary>The shared word of a text as written. The cache is bounded: an unbounded stream of new words costs time, not memory.</summary>
    public Word Of(ReadOnlySpan<char> text)
    {
        Span<char> room = stackalloc char[64];
        var length = Fold.Into(text, room);
        return length < 0 ? Word(Fold.Of(text)) : _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(room[..length], out var known) ? known : Word(room[..length].ToString());
    }

    private Word Word(string folded)
    {
        var words = _words;
        if (words.TryGetValue(folded, out var known)) return known;
        var word = _former.GetValueOrDefault(folded) ?? new Word(folded, Answers(folded));
        if (folded.Length > LongestCachedWord || !words.TryAdd(folded, word)) return word;
        if (Interlocked.Increment(ref _cached) % MostCachedWords == 0) (_former, _words) = (words, new(StringComparer.Ordinal));
        return word;
    }

    private Symbol[] Answers(string word)
    {
        var found = new List<Symbol>();
        foreach (var (form, skip) in Clitics.Forms(word))
        {
            void Add(int id) { if (!found.Exists(s => s.Id == id)) found.Add(new Symbol(id, skip)); }
            if (_literals.TryGetValue(form, out var literal)) Add(literal);
            if (_memberships.TryGetValue(form, out var classes)) classes.ForEach(Add);
            foreach (var length in _prefixLengths)
            {
                if (length > form.Length) continue;
                var start = form[..length];
                if (_prefixes.TryGetValue(start, out var prefix)) Add(prefix);
                if (_prefixMemberships.TryGetValue(start, out classes)) classes.ForEach(Add);
            }
        }
        return [.. found];
    }

    private int IdOf(Dictionary<string, int> ids, string key)
    {
        if (!ids.TryGetValue(key, out var id)) ids[key] = id = _next++;
        return id;
    }
}

/// <summary>The forms of an Arabic word without the particles written onto its front.</summary>
internal static class Clitics
{
    public static IEnumerable<(string Form, byte Skip)> Forms(string word)
    {
        yield return (word, 0);
        if (word.Length == 3 && word[0] is 'و' or 'ف') yield return (word[1..], 1);     // "ومن", "وفي"
        if (word.Length < 4 || !Fold.IsArabic(word[0])) yield break;
        var start = word[0] is 'و' or 'ف' ? 1 : 0;
        if (start > 0) yield return (word[1..], 1);
        foreach (var form in Bare(word, 0)) yield return form;
        if (start > 0)
            foreach (var form in Bare(word, 1)) yield return form;
    }

    private static IEnumerable<(string Form, byte Skip)> Bare(string word, int start)
    {
        var length = word.Length - start;
        if (length >= 5 && At(word, start, 'ا', 'ل')) yield return (word[(start + 2)..], (byte)(start + 2));
        if (length < 4 || word[start] is not ('ب' or 'ل' or 'ك')) yield break;
        yield return (word[(start + 1)..], (byte)(start + 1));
        if (length >= 6 && At(word, start + 1, 'ا', 'ل')) yield return (word[(start + 3)..], (byte)(start + 3));
        if (length >= 5 && At(word, start, 'ل', 'ل')) yield return (word[(start + 2)..], (byte)(start + 2));
    }

    private static bool At(string word, int at, char first, char second) => word[at] == first && word[at + 1] == second;
}
