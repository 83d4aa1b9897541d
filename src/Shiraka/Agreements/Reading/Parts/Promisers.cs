namespace Shiraka.Agreements.TextReading;

/// <summary>Which of the parties a name, a short form or a side points to; null where it is none of them or could be two.</summary>
internal sealed class Promisers(Page page, List<Mention> parties)
{
    private readonly List<Mention> _inOrder = [.. parties.OrderBy(p => p.First)];

    /// <summary>"la première partie", «الطرف الثاني»: in the order of the text.</summary>
    public Mention? Nth(string value) => _inOrder.ElementAtOrDefault(int.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>"la partie tunisienne": the one party of that country.</summary>
    public Mention? Of(int first, int last) => Gazetteer.CountryOf(page, first, last) is { } country ? Only(parties.FindAll(p => p.Country == country)) : null;

    public Mention? Of(Mention mention)
    {
        if (parties.Find(p => p.First == mention.First || (mention.First >= p.First && mention.Last <= p.Last)) is { } itself) return itself;
        if (!mention.Generic && Named(mention) is { } named) return named;
        if (mention.Kind == "state") return Only(parties.FindAll(p => p.Country is not null && p.Country == mention.Country));
        return mention.Generic ? Kind(mention) : null;
    }

    /// <summary>A word in capitals that no lexicon knows: the acronym or the own name of a party.</summary>
    public Mention? Named(int first, int last) => Named(new Mention(first, last, 0, "other"));

    private Mention? Named(Mention mention)
    {
        var same = parties.FindAll(p => Parties.Same(page, p, mention));
        return same.Count < 2 ? same.FirstOrDefault() : same.MaxBy(p => Shared(p, mention));
    }

    /// <summary>"le CHU", "الوزارة": the party with that word, else the only one of the kind, in its country where the text names one.</summary>
    private Mention? Kind(Mention mention)
    {
        var kind = parties.FindAll(p => p.Kind == mention.Kind);
        if (mention.Country is { } country && kind.FindAll(p => p.Country == country) is { Count: 1 } there) return there[0];
        if (kind.Count == 1 && mention.Country is null) return kind[0];
        var words = Aliases.Words(page, mention.First, mention.Last);
        return Only(parties.FindAll(p => words.IsSubsetOf(Aliases.Words(page, p.First, p.Last))));
    }

    private int Shared(Mention party, Mention mention)
    {
        var words = Aliases.Words(page, mention.First, mention.Last);
        return Aliases.Words(page, party.First, party.Last).Count(words.Contains);
    }

    private static Mention? Only(List<Mention> found) => found.Count == 1 ? found[0] : null;
}
