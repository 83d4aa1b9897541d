using System.Collections.Frozen;

namespace Shiraka.Directory;

internal enum PersonWord : byte { Name, Drop, Honorific, Article, Particle, Link, Kin }

/// <summary>What a word does in a person's name.</summary>
/// <param name="Id">Who of a family it is, in the first form of the lexicon.</param>
internal sealed record PersonRole(PersonWord Word, NameLink Link, string Id)
{
    public static readonly PersonRole Name = new(PersonWord.Name, NameLink.None, "");
}

/// <summary>What a word does in a person's name, from <c>person-words.tsv</c>.</summary>
internal static class PersonWords
{
    private static readonly FrozenDictionary<string, PersonRole> Known = Load();

    public static PersonRole Of(string word) => Known.GetValueOrDefault(word, PersonRole.Name);

    private static FrozenDictionary<string, PersonRole> Load()
    {
        var known = new Dictionary<string, PersonRole>(StringComparer.Ordinal);
        foreach (var row in NameData.Rows("person-words.tsv"))
        {
            var link = Enum.TryParse<NameLink>(row[0], ignoreCase: true, out var l) ? l : NameLink.None;
            var word = link != NameLink.None ? PersonWord.Link : Enum.Parse<PersonWord>(row[0], ignoreCase: true);
            var forms = NameData.Forms(row[1]);
            foreach (var form in forms)
            {
                foreach (var folded in NameText.Words(form).Take(1)) known.TryAdd(folded.Text, new(word, link, forms[0]));
                if (form.StartsWith("ال", StringComparison.Ordinal)) known.TryAdd(form, new(word, link, forms[0]));
            }
        }
        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
