namespace Shiraka.Directory;

/// <summary>Cuts a person's name into parts: titles out, links joined to what they govern, articles dropped.</summary>
internal static class PersonReading
{
    private const int MostParts = 8;

    /// <summary>Parts of the name being read.</summary>
    [ThreadStatic]
    private static List<NamePart>? spare;

    public static (NamePart[] Parts, int[] Numbers, string Kin) Read(List<NameWord> words, NameParts? known = null)
    {
        var parts = spare ?? new(MostParts);
        spare = null;
        List<int>? numbers = null;
        var (kin, link, linkText, inner, linkWord) = ("", NameLink.None, "", "", default(NameWord)!);

        for (var i = 0; i < words.Count && parts.Count < MostParts; i++)
        {
            var word = words[i];
            var (does, kind, id) = word.Role;
            var more = i + 1 < words.Count;
            switch (does)
            {
                case PersonWord.Drop when parts.Count == 0 && link == NameLink.None && more && ((words.Count - i > 2 && words[i + 1].Role.Word != PersonWord.Article) || !word.IsGiven || IsGiven(words[i + 1])): continue;
                case PersonWord.Honorific when more && words.Count > 1: continue;
                case PersonWord.Article or PersonWord.Particle when more || parts.Count > 0: continue;
                case PersonWord.Kin when parts.Count > 0 || (more && word.Text is not "ام"):
                    kin = id;
                    continue;
                case PersonWord.Link when kind == NameLink.Din && parts.Count > 0 && link == NameLink.None:
                    parts[^1] = WithDin(words, i, parts[^1]);
                    continue;
                case PersonWord.Link when kind != NameLink.Din && more && !(kind == NameLink.Bou && parts.Count > 0 && words[i + 1].Text.Length < 3):
                    inner = link == NameLink.Ben && kind == NameLink.Abd ? Canonical(kind, word.Arabic) + (word.Arabic ? "ال" : "") : "";
                    if (inner.Length == 0) (link, linkText, linkWord) = (kind, Canonical(kind, word.Arabic), word);
                    continue;
            }
            if (link == NameLink.None && parts.Count > 0 && word.Text is "الله" or "allah" or "ullah" && parts[^1].Link == NameLink.None)
            {
                parts[^1] = NamePart.Read(words[i - 1].Text + " " + word.Text, NameLink.None, "", words[i - 1].Text + word.Text, word.Arabic);
                continue;
            }
            if (word.Number(parts.Count > 0) is > 0 and var number) (numbers ??= []).Add(number);
            else parts.Add((known ?? NameParts.Fresh).Read(link, link == NameLink.None ? "" : linkWord.Text, linkText, inner.Length == 0 ? word : word.With(inner + (word.Arabic ? ArabicArticle.Strip(word.Text) : word.Text))));
            (link, linkText, inner) = (NameLink.None, "", "");
        }
        if (link != NameLink.None) parts.Add(NamePart.Read(linkWord.Text, NameLink.None, "", linkWord.Text, linkWord.Arabic));
        var read = parts.ToArray();
        parts.Clear();
        spare = parts;
        return (read, numbers?.ToArray() ?? [], kin);
    }

    /// <summary>A title that is also a given name is the title before a given name only: Emir Abdelkader, but Emir Bouchenifa.</summary>
    private static bool IsGiven(NameWord word) =>
        word.IsGiven || PersonPrefixes.Fused(word.Text, word.Arabic) is (NameLink.Abd, _, _);

    private static NamePart WithDin(List<NameWord> words, int at, NamePart before)
    {
        var i = at - 1;
        while (i > 0 && words[i].Role.Word is PersonWord.Article or PersonWord.Particle) i--;
        var arabic = words[i].Arabic;
        var (shown, core) = (words[i].Text + " " + words[at].Text, words[i].Text + (arabic ? "الدين" : "eddine"));
        return before.Link is NameLink.Ben or NameLink.Ould or NameLink.Ait
            ? NamePart.Read($"{Canonical(before.Link, arabic)} {shown}", before.Link, Canonical(before.Link, arabic), core, arabic)
            : before.Link != NameLink.None ? before : NamePart.Read(shown, NameLink.None, "", core, arabic);
    }

    /// <summary>One spelling for each link and script, so that Bin, Ben and Ibn are one.</summary>
    private static string Canonical(NameLink link, bool arabic) => (link, arabic) switch
    {
        (NameLink.Abd, true) => "عبد",
        (NameLink.Ben, true) => "بن",
        (NameLink.Bint, true) => "بنت",
        (NameLink.Abou, true) => "ابو",
        (NameLink.Bou, true) => "بو",
        (NameLink.Ait, true) => "ايت",
        (NameLink.Ould, true) => "ولد",
        (NameLink.Oum, true) => "ام",
        (NameLink.Abou, false) => "abou",
        (NameLink.Ould, false) => "ould",
        _ => link.ToString().ToLowerInvariant(),
    };
}
