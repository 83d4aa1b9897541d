namespace Shiraka.Agreements.TextReading;

/// <summary>
/// One ceremony, several agreements: where the text tells more than one ("deux conventions", "مذكرتي تفاهم"), each sentence that names
/// at least two parties of its own is an agreement. What the text tells of all of them stays with the first.
/// </summary>
internal static class SeveralAgreements
{
    public static List<List<Candidate>> Group(Page page, List<Candidate> parties)
    {
        if (!page.Sentences.Exists(s => s.Signs && page.Has("plural", s))) return [parties];
        // The title and the sentence that takes it up speak of the same agreement.
        var opening = page.Sentences.Find(s => s.Signs && !s.Title)?.Index ?? 0;
        var groups = parties.GroupBy(p => Math.Max(p.Sentence, opening)).Where(g => g.Count() >= 2).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        if (groups.Count < 2) return [parties];
        var grouped = groups.SelectMany(g => g).ToHashSet();
        groups[0].AddRange(parties.Where(p => !grouped.Contains(p)));
        return groups;
    }

    /// <summary>The sentences that tell one of several agreements: from the one that names its parties to the next agreement.</summary>
    public static (int First, int Last) Range(Page page, List<List<Candidate>> groups, List<Candidate> group)
    {
        var first = group.Min(p => p.Sentence);
        var next = groups.SelectMany(g => g).Select(p => p.Sentence).Where(s => s > group.Max(p => p.Sentence)).DefaultIfEmpty(page.Sentences.Count).Min();
        return (Math.Max(0, first), next - 1);
    }

    /// <summary>The agreement a span belongs to: that of its own sentence, else the first.</summary>
    public static int Of(Page page, List<List<Candidate>> groups, int start)
    {
        if (groups.Count == 1) return 0;
        var token = page.TokenAt(start);
        var sentence = page.SentenceOf(token).Index;
        return Math.Max(0, groups.FindIndex(g => g.Exists(p => p.Sentence == sentence)));
    }
}
