using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Shiraka.Shared;

/// <summary>
/// The texts of all modules, merged: every embedded <c>{Module}/Words.{fr,ar,en}.json</c>, a flat object from key to text,
/// or to the forms of a plural (<c>{"one": "…", "other": "…"}</c>) chosen by the first argument.
/// </summary>
internal sealed partial class WordFiles
{
    private readonly Dictionary<Language, Dictionary<string, IReadOnlyDictionary<string, string>>> _texts = [];
    private readonly List<string> _problems = [];

    private WordFiles()
    {
        foreach (var language in Languages.All) _texts[language] = new(StringComparer.Ordinal);
    }

    /// <summary>What this assembly ships with.</summary>
    public static WordFiles Shipped { get; } = Embedded(typeof(WordFiles).Assembly);

    /// <summary>
    /// What is wrong, one sentence each: a key written twice, missing in a language, a plural without a form its language needs,
    /// or a hole (<c>{1}</c>) that only some languages fill. Empty in a product that is fit to ship.
    /// </summary>
    public IReadOnlyList<string> Problems => [.. _problems, .. Missing(), .. Forms(), .. Holes()];

    /// <summary>The forms of a text by plural category; a plain text has only <c>other</c>.</summary>
    public IReadOnlyDictionary<string, string>? Find(Language language, string key) => _texts[language].GetValueOrDefault(key);

    /// <summary>All keys of a language, in no order.</summary>
    public IEnumerable<string> Keys(Language language) => _texts[language].Keys;

    public static WordFiles From(IEnumerable<(string Name, string Json)> files)
    {
        var words = new WordFiles();
        foreach (var (name, json) in files) words.Add(name, json);
        return words;
    }

    private static WordFiles Embedded(Assembly assembly) => From(assembly.GetManifestResourceNames()
        .Where(name => FileName().IsMatch(name)).Order(StringComparer.Ordinal)
        .Select(name => (name, Read(assembly, name))));

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private void Add(string name, string json)
    {
        if (!Languages.TryRead(FileName().Match(name).Groups["language"].Value, out var language)) throw new FormatException($"{name} names no language");
        using var document = JsonDocument.Parse(json);
        foreach (var text in document.RootElement.EnumerateObject())
        {
            var forms = text.Value.ValueKind is JsonValueKind.Object
                ? text.Value.EnumerateObject().ToDictionary(form => form.Name, form => Typography.Set(language, form.Value.GetString()!), StringComparer.Ordinal)
                : new(StringComparer.Ordinal) { ["other"] = Typography.Set(language, text.Value.GetString()!) };
            if (!_texts[language].TryAdd(text.Name, forms)) _problems.Add($"{text.Name} is written twice in {language.Code()}, the second time in {name}");
        }
    }

    private IEnumerable<string> Missing() =>
        from key in _texts.Values.SelectMany(texts => texts.Keys).Distinct(StringComparer.Ordinal)
        from language in Languages.All
        where !_texts[language].ContainsKey(key)
        select $"{key} is missing in {language.Code()}";

    private IEnumerable<string> Forms() =>
        from language in Languages.All
        from text in _texts[language]
        where text.Value.Count > 1 || !text.Value.ContainsKey("other")
        from form in Plurals.Required(language)
        where !text.Value.ContainsKey(form)
        select $"{text.Key} has no form {form} in {language.Code()}";

    // The counted hole {0} may be spelt out ("un stagiaire"); the others must be filled by every language or by none.
    private IEnumerable<string> Holes() =>
        from key in _texts[Language.Fr].Keys
        from language in Languages.All
        where _texts[language].ContainsKey(key) && !HolesOf(Language.Fr, key).SetEquals(HolesOf(language, key))
        select $"{key} fills other holes in {language.Code()} than in fr";

    private HashSet<string> HolesOf(Language language, string key)
    {
        var counted = Languages.All.Any(any => _texts[any].TryGetValue(key, out var forms) && forms.Count > 1);
        return [.. _texts[language][key].Values.SelectMany(text => Hole().Matches(text)).Select(hole => hole.Value).Where(hole => !counted || hole != "{0}")];
    }

    [GeneratedRegex(@"(?:^|/)Words\.(?<language>\w\w)\.json$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"\{\d+\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();
}
