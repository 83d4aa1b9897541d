using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Shiraka.Shared;

/// <summary>
/// Every text a person reads, in one language, from the <c>Words.{fr,ar,en}.json</c> of the modules; with the dates, numbers and
/// durations of that language. Texts come back already set (see <see cref="Typography"/>). Safe to share between threads.
/// </summary>
public sealed partial class Words
{
    private static readonly ConcurrentDictionary<(Language, string), Words> s_shipped = new();
#if DEBUG
    private const bool Strict = true;
#else
    private const bool Strict = false;
#endif
    private readonly WordFiles _files;

    internal Words(Language language, string country, WordFiles files)
    {
        Language = language;
        Country = country;
        _files = files;
    }

    public Language Language { get; }

    /// <summary>ISO 3166 code of the country whose names of months are written in Arabic: <c>DZ</c> Algeria, any other as in Morocco.</summary>
    public string Country { get; }

    /// <summary>The texts this product ships with.</summary>
    public static Words In(Language language, string country = "MA") =>
        s_shipped.GetOrAdd((language, country), key => new Words(key.Item1, key.Item2, WordFiles.Shipped));

    /// <summary>
    /// The text of a key, its holes <c>{0}</c>, <c>{1}</c>… filled: integers and days are written as the language writes them, the rest as it is.
    /// Where the text is a plural, the first argument, an integer, chooses the form. An unknown key throws in Debug and is its own text in Release.
    /// </summary>
    public string this[string key, params object?[] arguments]
    {
        get
        {
            if (_files.Find(Language, key) is not { } forms) return Unknown(key);
            var text = forms.Count > 1 && arguments is [{ } first, ..] && Count(first) is { } count
                ? forms.GetValueOrDefault(Plurals.Category(Language, count)) ?? forms["other"]
                : forms["other"];
            return arguments.Length == 0 ? text : Hole().Replace(text, hole => Fill(arguments, hole));
        }
    }

    /// <summary>True where the key has a text: for codes that may come from elsewhere.</summary>
    public bool Has(string key) => _files.Find(Language, key) is not null;

    /// <summary>A code of a list, or the code itself where the list does not know it.</summary>
    public string Listed(string list, string code) => _files.Find(Language, list + code) is null ? code : this[list + code];

    /// <summary>Sets a text that is not ours (a title, a note somebody wrote) as this language wants it.</summary>
    public string Set(string text) => Typography.Set(Language, text);

    private string Fill(object?[] arguments, Match hole)
    {
        var index = int.Parse(hole.Groups["index"].ValueSpan, CultureInfo.InvariantCulture);
        return index >= arguments.Length ? hole.Value : arguments[index] switch
        {
            null => "",
            DateOnly day => Date(day),
            { } value when Count(value) is { } count => Number(count),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            var value => value.ToString() ?? "",
        };
    }

    private static long? Count(object value) => value switch
    {
        int or long or short or byte or uint or ushort or sbyte => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private string Unknown(string key) => Strict ? throw new KeyNotFoundException($"No text for {key} in {Language.Code()}") : key;

    [GeneratedRegex(@"\{(?<index>\d+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();
}
