using System.Reflection;

namespace Shiraka.Agreements.TextReading;

/// <summary>
/// Everything the reader knows of language, loaded once from the <c>.tsv</c> files beside it. A line is
/// <c>tag ⇥ value ⇥ pattern ⇥ note</c>; a tag <c>=name</c> puts the words of the pattern into a word class. <c>#</c> opens a comment.
/// </summary>
internal sealed class Lexicon
{
    private const string Folder = "Agreements/Reading/Lexicon/";
    private static readonly Lazy<Lexicon> Loaded = new(Load);

    public static Lexicon Default => Loaded.Value;

    public Vocabulary Vocabulary { get; } = new();

    public Trie Trie { get; } = new();

    /// <summary>The lines as written, for what is not matched word by word (noise) and for the tests of the files.</summary>
    public List<(string File, string Tag, string Value, string Pattern, string Note)> Rows { get; } = [];

    public IEnumerable<(string Value, string Pattern)> Tagged(string tag) =>
        Rows.Where(r => r.Tag == tag).Select(r => (r.Value, r.Pattern));

    private readonly Dictionary<(string, string), Entry> _entries = [];

    private Entry EntryOf(string tag, string value) => _entries.TryGetValue((tag, value), out var known) ? known : _entries[(tag, value)] = new Entry(tag, value);

    private static Lexicon Load()
    {
        var lexicon = new Lexicon();
        var assembly = typeof(Lexicon).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => IsLexicon(n)).Order(StringComparer.Ordinal)) lexicon.Read(assembly, name);
        foreach (var row in lexicon.Rows.Where(r => r.Tag[0] == '='))
            foreach (var member in row.Pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries)) lexicon.Vocabulary.Join(row.Tag[1..], member);
        foreach (var row in lexicon.Rows.Where(r => r.Tag[0] != '=' && !r.Tag.StartsWith("noise", StringComparison.Ordinal)))
            lexicon.Trie.Add(Pattern.Parse(row.Pattern, lexicon.Vocabulary), lexicon.EntryOf(row.Tag, row.Value));
        return lexicon;
    }

    private static bool IsLexicon(string name) =>
        name.Replace('\\', '/').StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".tsv", StringComparison.Ordinal);

    private void Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (cells.Length < 3) throw new InvalidDataException($"{name}: '{line}' has no tag, value and pattern");
            Rows.Add((name, cells[0], cells[1], cells[2], cells.Length > 3 ? cells[3] : ""));
        }
    }
}
