namespace Shiraka.Agreements.TextReading;

/// <summary>Texts that conclude nothing whatever they say of agreements: laws, vacancies, calls for offers, invitations, plans, drafts sent round.</summary>
internal static class Genres
{
    /// <summary>Where a text says what it is.</summary>
    private const int Opening = 3;

    /// <summary>What a text is stands at the head of its line.</summary>
    private const int Head = 3;

    /// <summary>In a longer page such a word stands beside the text and not in it.</summary>
    private const int Short = 30;

    /// <summary>"Convention type …", "Draft memorandum …": the paper itself says that it is a model or a draft.</summary>
    public static bool Drafts(Page page) => page.Sentences.Count > 0 && page.In("genre", page.Sentences[0]).Any(g => g.Value == "draft" && g.First <= page.Sentences[0].First + 1);

    public static bool ConcludesNothing(Page page)
    {
        var reports = page.Sentences.Exists(s => s is { Signs: true, Title: false } && (page.Has("weekday", s) || page.Has("relative", s)) && (page.Has("sign.passive", s) || page.In("sign.verb", s).Any(m => m.Value != "bare")));
        reports |= page.Sentences.Exists(s => s.Signs && page.Has("month", s)) && page.All("genre").Exists(g => g.Value == "editorial");
        foreach (var sentence in page.Sentences.Take(Opening))
            if (!page.Has("approved", sentence) && page.In("genre", sentence).Any(g => g.First <= sentence.First + Head && Tells(g, sentence, reports))) return true;
        return !reports && page.Sentences.Count <= Short && page.All("genre").Exists(g => g.Value == "attend");
    }

    /// <summary>A law or a draft concludes nothing; above what else is told with its day the word may be that of a menu.</summary>
    private static bool Tells(Match genre, Sentence sentence, bool reports) =>
        genre.Value is "law" or "draft" || (!reports && (genre.Value is "vacancy" or "invitation" or "letter" or "editorial" || (genre.Value == "plan" && sentence.Title)));
}
