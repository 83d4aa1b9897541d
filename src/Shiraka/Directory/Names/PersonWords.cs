using System.Collections.Frozen;

namespace Shiraka.Directory;

internal enum PersonWord : byte { Name, Drop, Honorific, Article, Particle, Link, Kin }

/// <summary>What a word does in a person's name, from <c>person-words.tsv</c>.</summary>
internal static class PersonWords
{
    private static readonly FrozenDictionary<string, (PersonWord Word, NameLink Link, string Id)> Known = Load();

    public static (PersonWord Word, NameLink Link, string Id) Of(string word) =>
        Known.TryGetValue(word, out var known) ? known : (PersonWord.Name, NameLink.None, "");

    private static FrozenDictionary<string, (PersonWord, NameLink, string)> Load()
    {
        var known = new Dictionary<string, (PersonWord, NameLink, string)>(StringComparer.Ordinal);
        foreach (var row in NameData.Rows("person-words.tsv"))
        {
            var link = Enum.TryParse<NameLink>(row[0], ignoreCase: true, out var l) ? l : NameLink.None;
            var word = link != NameLink.None ? PersonWord.Link : Enum.Parse<PersonWord>(row[0], ignoreCase: true);
            var forms = NameData.Forms(row[1]);
            foreach (var form in forms)
            {
                foreach (var folded in NameText.Words(form).Take(1)) known.TryAdd(folded.Text, (word, link, forms[0]));
                if (form.StartsWith("ال", StringComparison.Ordinal)) known.TryAdd(form, (word, link, forms[0]));
            }
        }
        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
