using System.Globalization;

namespace Shiraka.Agreements.TextReading;

/// <summary>Committee, money, duration, entry into force, renewal and notice.</summary>
internal static class Clauses
{
    private static readonly System.Buffers.SearchValues<char> Currencies = System.Buffers.SearchValues.Create("€$£¥₦");

    /// <summary>So far stands what is paid from the verb.</summary>
    private const int Beside = 7;

    public static bool Committee(Page page, Coverage institutions, Coverage roles) =>
        page.Sentences.Exists(s => !s.Background && page.In("committee", s).Any(m => (institutions.At(m.First) is not { } name || name.First == m.First) && (roles.At(m.First) is not { } role || role.First == m.First)));

    public static string Financial(Page page)
    {
        var funded = false;
        foreach (var sentence in page.Sentences.Where(s => !s.Background && !page.Has("done", s)))
        {
            var told = Told(page, sentence);
            foreach (var money in page.In("money", sentence))
            {
                if (money.Value == "each_party_bears_own") return money.Value;
                funded = true;
            }
            // An insurer that settles bills funds no agreement.
            if (!page.Has("insurance", sentence) && Paid(page, sentence) is { } each) { if (each) return "each_party_bears_own"; funded = true; }
            for (var i = sentence.First; i <= sentence.Last && told && !funded; i++) funded = Priced(page, i);
        }
        return funded ? "funded" : "none_stated";
    }

    /// <summary>
    /// A verb of paying beside what is paid, in one clause: whether each pays its own; null where nobody pays.
    /// </summary>
    private static bool? Paid(Page page, Sentence sentence)
    {
        bool? paid = null;
        for (var i = sentence.First; i <= sentence.Last; i++)
        {
            if (!page.Is(i, "payverb")) continue;
            var (first, last) = (i, i);
            while (first > sentence.First && i - first < Beside && page.Between(first).IndexOfAny(';', '؛') < 0) first--;
            while (last < sentence.Last && last - i < Beside && page.Between(last + 1).IndexOfAny(';', '؛') < 0) last++;
            var (cost, each) = (false, false);
            for (var k = first; k <= last; k++) (cost, each) = (cost | (k != i && page.Is(k, "costnoun")), each | (page.Is(k, "eachword") && !(k < last && page.Is(k + 1, "pernoun"))));
            if (cost && each) return true;
            if (cost) paid = false;
        }
        return paid;
    }

    /// <summary>Far below the signing, a sum counts where the sentence speaks of the agreement, of a project or of who pays.</summary>
    private static bool Told(Page page, Sentence sentence) =>
        sentence.Lead <= 3 || sentence.Signs || page.Has("instrument", sentence) || page.Has("under", sentence) || page.Has("promise", sentence) || page.Has("fund", sentence) || page.Has("cooperation", sentence) || page.Has("project", sentence);

    /// <summary>"38 000 €", "US$500,000".</summary>
    private static bool Priced(Page page, int i) =>
        page.Tokens[i].Shape == Shape.Number && (page.Between(i).ContainsAny(Currencies) || (page.Text.AsSpan(page.Tokens[i].End).TrimStart() is { Length: > 0 } after && Currencies.Contains(after[0])));

    public static ReadTerm? Term(Page page)
    {
        var duration = First(page, "duration");
        var notice = First(page, "notice");
        var force = First(page, "force");
        var renewal = page.All("renewal.clause").Where(m => !page.SentenceOf(m.First).Background).OrderBy(m => m.Value == "tacit" ? 0 : 1).Select(m => (Match?)m).FirstOrDefault();
        if (duration is null && notice is null && force is null && renewal is null) return null;
        var anchor = duration ?? notice ?? force ?? renewal!.Value;
        var (start, end) = page.Range(anchor.First, anchor.Last);
        return new ReadTerm(
            duration is { } d ? Iso(page, d) : null,
            force is { } f ? (f.Value == "last" ? "last-signature" : "first-signature") : null,
            renewal?.Value,
            notice is { } n ? Iso(page, n) : null,
            new ReadSpan(page.Text[start..end], start, end, 0.8, "clause_of_term"));
    }

    private static Match? First(Page page, string tag) => page.All(tag).Select(m => (Match?)m).FirstOrDefault(m => !page.SentenceOf(m!.Value.First).Background);

    private static string? Iso(Page page, Match match)
    {
        if (match.Value.Length == 2) return $"P{match.Value[1..]}Y";
        for (var i = match.First; i <= match.Last; i++)
        {
            var count = page.Tokens[i].Shape == Shape.Number ? page.Tokens[i].Text : page.At("count", i)?.Value;
            if (count is not null && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return $"P{value}{(match.Value == "months" ? 'M' : 'Y')}";
        }
        return null;
    }
}
