namespace Shiraka.Agreements.TextReading;

/// <summary>What is promised: the clause around each trigger, in sentences that are neither recalled, nor done, nor denied.</summary>
internal static class Commitments
{
    private static readonly Entry Aim = new("commit", "other");

    /// <summary>No agreement promises as much; finding repeats is quadratic.</summary>
    private const int MostCommitments = 400;

    private const int EarlyFrame = 7;
    private const int LongestHeading = 6;

    /// <summary>So many promises told elsewhere spell out what the signing names.</summary>
    private const int Spelt = 3;

    /// <summary>So many sentences go on telling the terms an earlier one began.</summary>
    private const int Telling = 4;

    /// <summary>Where two kinds claim the same words, the one that says more wins.</summary>
    private static readonly string[] Weak = ["other", "training_course", "share_documents", "joint_research"];

    public static List<ReadCommitment> Find(Page page, Coverage institutions, Coverage roles, List<Mention> parties, string language)
    {
        var subjects = new Subjects(page, institutions, new Promisers(page, parties));
        var found = new List<ReadCommitment>();
        var (about, listing, telling) = (false, false, 0);
        var treaty = page.All("treaty").Count > 1;
        foreach (var sentence in page.Sentences)
        {
            var listed = listing;
            about = About(page, sentence, about || listed);
            subjects.Enter(sentence, listed);
            listing = Aims.Lists(page, sentence, about || (treaty && !sentence.Background), listed);
            if ((sentence.Background && !Provides(page, sentence)) || sentence.Title || page.Has("denied", sentence) || page.Has("done", sentence) || page.Has("praise", sentence) || sentence.Length < 4 || page.At("subject.idle", sentence.First) is not null || (treaty && !listed && Heading(page, sentence))) continue;
            if (Languages.Of(page, sentence) != language && page.Has("said", sentence)) continue;
            var governors = new Governors(page, sentence);
            var bound = about || listed || page.Has("promise", sentence) || page.Has("future", sentence) || page.Has("aim", sentence);
            var triggers = SetOff(page, Apart(page, page.In("commit", sentence).Where(m => (bound || !Narrated(m)) && !Inside(institutions, m.First) && !Inside(roles, m.First) && !Aimed(page, m) && !Frames(page, sentence, governors, m)).ToList()));
            for (var i = 0; i < triggers.Count; i++)
            {
                var trigger = triggers[i];
                var next = i + 1 < triggers.Count ? Clause.Cut(page, Clause.Start(page, sentence, triggers[i + 1], trigger.Last, institutions), triggers[i + 1].First) : sentence.Last + 1;
                var last = Clause.End(page, sentence, trigger, next);
                if (last - trigger.First < 1 || (trigger.Value == "other" && Introduces(page, trigger, last, next, i + 1 < triggers.Count))) continue;
                var first = Clause.Start(page, sentence, trigger, i > 0 ? triggers[i - 1].Last : sentence.First - 1, institutions);
                found.Add(Of(page, sentence, trigger, first, last, subjects));
            }
            foreach (var (first, last) in Aims.In(page, sentence, about, listed))
                if (!triggers.Exists(t => t.First >= first && t.First <= last)) found.Add(Of(page, sentence, new Match(Aim, first, (short)(last - first + 1), (byte)(Aims.Conjoined(page, first) ? 1 : 0)), first, last, subjects));
            var terms = treaty || listed || about || telling > 0;
            telling = sentence.Background || page.Has("said", sentence) ? 0 : page.Has("under", sentence) ? Telling : Math.Max(0, telling - 1);
            foreach (var (first, verb, last) in Undertakings.In(page, sentence, terms))
            {
                var (start, end) = page.Range(first, last);
                var told = found.FindAll(f => f.Span.Start < end && f.Span.End > page.Tokens[verb].Start);
                if (told.Count > 1 || (told.Count == 1 && (told[0].Span.Start < page.Tokens[verb].End || told[0].Span.End > end))) continue;
                found.RemoveAll(told.Contains);
                found.Add(Of(page, sentence, new Match(Aim, first, (short)(last - first + 1), 0), first, last, subjects));
            }
        }
        return Once(Detailed(page, found));
    }

    /// <summary>"تبادل الوثائق" over an article names it.</summary>
    private static bool Heading(Page page, Sentence sentence) =>
        sentence.Length <= LongestHeading && sentence.Last + 1 < page.Tokens.Count && page.Between(sentence.Last + 1).IndexOfAny(';', '؛', '.') < 0 && page.Between(sentence.Last + 1).Contains('\n');

    /// <summary>What the sentence of the signing names ("an agreement on training and equipment") is what the promises below it spell out.</summary>
    private static List<ReadCommitment> Detailed(Page page, List<ReadCommitment> found)
    {
        bool Named(ReadCommitment promise) => page.SentenceOf(page.TokenAt(promise.Span.Start)) is { Signs: true } s && !page.Has("promise", s) && !page.Has("future", s) && !Deed(page, page.TokenAt(promise.Span.Start));
        return found.Count(f => !Named(f)) >= Spelt ? found.FindAll(f => !Named(f)) : found;
    }

    /// <summary>"… à réparer", "committing them to share": a verb says what will be done, where a noun only says what about.</summary>
    private static bool Deed(Page page, int token) => token > 0 && page.Tokens[token].Shape == Shape.Lower && !page.Is(token, "bettering")
        && (page.Tokens[token - 1].Text == "to" || (page.Tokens[token - 1].Text is "a" or "et" && page.Tokens[token].Text is [.., 'e' or 'i', 'r']));

    /// <summary>The sentence speaks of the agreement, or takes up one that does: "Il vise également …".</summary>
    private static bool About(Page page, Sentence sentence, bool before) =>
        (!sentence.Background || page.Has("under", sentence)) && (page.Has("instrument", sentence) || page.Has("under", sentence) || sentence.Signs || page.Has("pledge", sentence)
            || (before && (page.Is(sentence.First, "pronoun") || page.Is(sentence.First, "besides") || page.Has("aim.frame", sentence.First, Math.Min(sentence.Last, sentence.First + EarlyFrame)) || Names(page, sentence, "parties"))));

    /// <summary>A recalled agreement whose terms are told is the one the text is about.</summary>
    private static bool Provides(Page page, Sentence sentence) => page.Has("under", sentence) && page.Has("aim.frame", sentence);

    private static bool Names(Page page, Sentence sentence, string wordClass)
    {
        for (var i = sentence.First; i <= sentence.Last && i < sentence.First + 6; i++)
            if (page.Is(i, wordClass)) return true;
        return false;
    }

    /// <summary>What releases tell of the world as often as of the agreement: the need for plasma, the standards a hospital has.</summary>
    private static bool Narrated(Match trigger) => trigger.Value is "plasma_collection" or "standards";

    /// <summary>"améliorer la qualité de la prise en charge" is why, not what.</summary>
    private static bool Aimed(Page page, Match trigger) =>
        trigger.Value is "specialised_care" or "emergency_pathway" && page.In("goal", Math.Max(0, trigger.First - 5), trigger.Last).Any(g => g.First <= trigger.First);

    /// <summary>What stands after "dans le cadre de" belongs to the strategy it names, until the sentence says what the agreement is for.</summary>
    private static bool Frames(Page page, Sentence sentence, Governors governors, Match trigger)
    {
        if (!sentence.Signs || governors.Before(trigger.First) != Governor.Setting) return false;
        var setting = governors.Marks.Last(m => m.Kind == Governor.Setting && m.Last < trigger.First).Last;
        return !page.Has("aim", setting, trigger.First) && !page.Has("under", setting, trigger.First) && !page.Has("promise", setting, trigger.First);
    }

    /// <summary>"s'engage à" before a promise of a kind of its own is no promise by itself.</summary>
    private static bool Introduces(Page page, Match trigger, int last, int next, bool followed)
    {
        if (last - trigger.Last < 2 && page.Has("pledge", trigger.First, trigger.Last)) return true;
        if (!followed || !page.Has("pledge", trigger.First, trigger.Last)) return false;
        for (var i = trigger.Last + 1; i <= next && i < page.Tokens.Count; i++)
            if (page.Tokens[i].Before >= Gap.Comma) return false;
        return true;
    }

    private static List<Match> Apart(Page page, List<Match> matches)
    {
        var kept = new List<Match>();
        foreach (var match in matches.OrderBy(m => Rank(m)).ThenByDescending(m => m.Last - m.First))
        {
            var over = kept.FindIndex(k => match.First <= k.Last && k.First <= match.Last);
            if (over < 0) kept.Add(match);
            else if (Joins(page, match, kept[over]))
            {
                // "organiser des formations et des séminaires": one verb, two promises.
                var arabic = page.Tokens[match.Last + 1].Shape == Shape.Arabic;
                var rest = match.Last + (arabic ? 1 : 2);
                kept[over] = new Match(kept[over].Entry, rest, (short)(kept[over].Last - rest + 1), (byte)(arabic ? 1 : 0));
                kept.Add(match);
            }
        }
        return [.. kept.OrderBy(m => m.First)];
    }

    /// <summary>The other promise ends inside the stronger one, which goes on behind a conjunction.</summary>
    private static bool Joins(Page page, Match match, Match stronger) =>
        match.Value != stronger.Value && match.Value != "other" && match.First >= stronger.First && match.Last < stronger.Last && match.Last < stronger.Last - (page.Tokens[match.Last + 1].Shape == Shape.Arabic ? 0 : 1)
        && (page.Is(match.Last + 1, "joiner") || (page.Tokens[match.Last + 1] is { Shape: Shape.Arabic, Text: ['و', _, _, ..] }));

    /// <summary>"accueil de médecins en master": a second word of promise that nothing sets off belongs to the first.</summary>
    private static List<Match> SetOff(Page page, List<Match> triggers)
    {
        var kept = new List<Match>();
        foreach (var trigger in triggers)
        {
            // "appui à la mise en place de formations": what the help is for says its kind.
            if (kept.Count > 0 && kept[^1].Value == "other" && trigger.Value != "other" && trigger.First - kept[^1].Last <= 3 && !Parted(page, kept[^1].Last + 1, trigger.First)) kept[^1] = trigger;
            else if (kept.Count == 0 || trigger.First - kept[^1].Last > 3 || Parted(page, kept[^1].Last + 1, trigger.First) || page.Has("pledge", kept[^1].First, kept[^1].Last)) kept.Add(trigger);
        }
        return kept;
    }

    private static bool Parted(Page page, int from, int to)
    {
        for (var i = from; i <= to; i++)
            if (page.Tokens[i].Before >= Gap.Comma || page.Is(i, "joiner") || page.Is(i, "purpose") || (page.Tokens[i].Shape == Shape.Arabic && page.Tokens[i].Text[0] is 'و' or 'ل')) return true;
        return false;
    }

    private static int Rank(Match match) => match.Value == "other" ? 2 : Array.IndexOf(Weak, match.Value) >= 0 ? 1 : 0;

    private static ReadCommitment Of(Page page, Sentence sentence, Match trigger, int first, int last, Subjects subjects)
    {
        var (start, end) = page.Range(first, last, page.Tokens[trigger.First].Shape == Shape.Arabic && trigger.Skip >= 1 && page.Tokens[trigger.First].Text[0] == 'و' ? 1 : 0);
        var promised = page.Has("promise", sentence) || page.Has("under", sentence) || page.Has("aim", sentence);
        var (quantity, unit, period) = Quantities.Of(page, sentence, trigger.First, last);
        var by = subjects.Of(sentence, trigger, last) is { } party ? Reader.Span(page, party).Text : null;
        var kind = Kinds.Of(page, first, last, trigger.Value);
        if (kind == "share_documents" && OnlyExperience(page, first, last)) kind = "other";
        return new ReadCommitment(new ReadSpan(page.Text[start..end], start, end, promised ? 0.85 : 0.65, promised ? "promised" : "told_of_agreement"), kind, by, quantity, unit, period);
    }

    /// <summary>"partager son expérience": what is learned is no document.</summary>
    private static bool OnlyExperience(Page page, int first, int last)
    {
        var experience = false;
        for (var i = first; i <= last; i++)
        {
            if (page.Is(i, "written")) return false;
            experience |= page.Is(i, "experience");
        }
        return experience;
    }

    private static List<ReadCommitment> Once(List<ReadCommitment> found)
    {
        var kept = new List<(ReadCommitment Commitment, HashSet<string> Words)>();
        foreach (var commitment in found.Take(MostCommitments))
        {
            var words = Words(commitment.Span.Text);
            if (!kept.Exists(k => k.Commitment.Kind == commitment.Kind && Repeats(k.Words, words))) kept.Add((commitment, words));
        }
        return kept.ConvertAll(k => k.Commitment);
    }

    /// <summary>Half of the words of the shorter text stand in the longer one.</summary>
    private static bool Repeats(HashSet<string> a, HashSet<string> b)
    {
        var shared = 0;
        foreach (var word in a) shared += b.Contains(word) ? 1 : 0;
        return shared * 2 > Math.Min(a.Count, b.Count);
    }

    private static HashSet<string> Words(string text) => Fold.Of(text).Split([' ', '\n', '\'', ',', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2).ToHashSet(StringComparer.Ordinal);

    private static bool Inside(Coverage mentions, int token) => mentions.At(token) is { } mention && mention.First != token;
}
