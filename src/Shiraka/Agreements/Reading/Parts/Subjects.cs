namespace Shiraka.Agreements.TextReading;

/// <summary>
/// Which verb of a sentence has which party for its subject. A party the sentence does not name again is taken up from the sentence
/// before ("Il accueillera …", a line of a list); a subject that is no party, or both, binds all: null.
/// </summary>
internal sealed class Subjects(Page page, Coverage institutions, Promisers promisers)
{
    /// <summary>Adverbs and auxiliaries between a subject and its verb.</summary>
    private const int MostBetween = 3;

    /// <summary>Words between the commas of "le CHU de Lille, établissement public de santé, s'engage".</summary>
    private const int LongestApposition = 14;

    private const int LongestAgent = 8;

    private readonly List<(int At, Mention? Party)> _told = [];
    private Mention? _last;

    /// <summary>Reads the next sentence; sentences come in the order of the text.</summary>
    /// <param name="listed">It is an item of a list that an earlier sentence opened: the subject of that sentence goes on.</param>
    public void Enter(Sentence sentence, bool listed)
    {
        if (_told.Count > 0) _last = _told[^1].Party;
        else if (!listed) _last = null;
        _told.Clear();
        if (listed && _last is not null) _told.Add((sentence.First - 1, _last));
        var carried = _last;
        for (var i = sentence.First; i <= sentence.Last; i++)
        {
            if (Verb(i) is not { } verb || (institutions.At(i) is { Generic: false } && page.Tokens[i].Shape != Shape.Arabic)) continue;
            var current = _told.Count > 0 ? _told[^1].Party : carried;
            var told = page.Tokens[i].Shape == Shape.Arabic ? Arabic(sentence, i, verb.Last, current) : Latin(sentence, i, current);
            if (told is { } found) _told.Add((i, page.Has("gains", i, verb.Last + 1) || page.At("gains", i) is not null ? null : found.Party));
            i = Math.Max(i, verb.Last);
        }
    }

    /// <summary>Whose promise stands at the words <paramref name="trigger"/> … <paramref name="last"/> of the sentence entered last.</summary>
    public Mention? Of(Sentence sentence, Match trigger, int last)
    {
        if (Agent(sentence, trigger.First, last) is { } agent) return agent;
        var at = _told.FindLastIndex(t => t.At <= trigger.Last);
        return at < 0 ? null : _told[at].Party;
    }

    private Match? Verb(int i)
    {
        foreach (var tag in new[] { "binds", "promise", "gains", "pledge" })
            if (page.At(tag, i) is { } match) return match;
        return page.Tokens[i] is { Shape: Shape.Lower, Text: { Length: > 4 } text } && (text.EndsWith("ra", StringComparison.Ordinal) || text.EndsWith("ront", StringComparison.Ordinal)) || Coming(i)
            ? new Match(new Entry("binds", "verb"), i, 1, 0) : null;
    }

    /// <summary>"ستوفد", "وسيمول": the letter of the future before a verb.</summary>
    private bool Coming(int i)
    {
        if (page.Tokens[i].Shape != Shape.Arabic || page.At("inst", i) is not null) return false;
        var word = page.Tokens[i].Text.AsSpan();
        if (word[0] == 'و') word = word[1..];
        return word.Length > 4 && word[0] == 'س' && word[1] is 'ي' or 'ت';
    }

    private (Mention? Party, bool Found)? Latin(Sentence sentence, int verb, Mention? current)
    {
        var k = verb - 1;
        for (var skipped = 0; k >= sentence.First && skipped < MostBetween && page.Tokens[k + 1].Before < Gap.Comma && page.Is(k, "beforeverb") && !(page.Is(k, "onehe") && (k == sentence.First || page.Is(k - 1, "joiner"))); skipped++) k--;
        if (k < sentence.First) return null;
        if (page.Tokens[k + 1].Before >= Gap.Comma) return Apposed(sentence, k + 1) is { } apart ? (apart, true) : null;
        if (institutions.EndingAt(k) is { } mention) return Subject(sentence, mention) is var (party, is_) && is_ ? (party, true) : (null, true);
        if (page.In("nth", Math.Max(sentence.First, k - 5), k).LastOrDefault(m => m.Last == k) is { Entry: not null } nth) return (promisers.Nth(nth.Value), true);
        if (page.In("side", Math.Max(sentence.First, k - 2), k).LastOrDefault(m => m.Last == k) is { Entry: not null } side) return (promisers.Of(side.First, side.Last), true);
        if (page.Is(k, "onehe")) return (current, true);
        if (page.Is(k, "joiner") || page.Tokens[k].Text is "a" or "to" or "de" or "d" or "que" or "that") return null;
        if (page.Tokens[k].IsProper) return (promisers.Named(k, k), true);
        // "accueille" beside a plain noun may be that noun's complement; only a subject known to be no party ends what was said before.
        return (null, true);
    }

    /// <summary>"Le CHU, établissement public, s'engage": what a comma closed stands before another comma.</summary>
    private Mention? Apposed(Sentence sentence, int comma)
    {
        for (var i = comma - 1; i > sentence.First && i > comma - LongestApposition; i--)
            if (page.Tokens[i].Before >= Gap.Comma && institutions.EndingAt(i - 1) is { } mention && Subject(sentence, mention) is ({ } party, true)) return party;
        return null;
    }

    /// <summary>The mention governs the verb: no preposition rules it, and no other name is joined to it.</summary>
    private (Mention? Party, bool Is) Subject(Sentence sentence, Mention mention)
    {
        var left = mention.First - 1;
        if (left >= sentence.First && page.Tokens[left].Text is "le" or "la" or "les" or "l" or "the" && page.Tokens[left + 1].Before < Gap.Comma) left--;
        if (left < sentence.First || page.Tokens[left + 1].Before >= Gap.Comma) return (promisers.Of(mention), true);
        if (page.Is(left, "joiner")) return (Joined(sentence, left) ? null : promisers.Of(mention), true);
        return page.Is(left, "governs") ? (null, false) : (promisers.Of(mention), true);
    }

    /// <summary>"Le CHU de Lille et l'hôpital de Kaolack s'engagent".</summary>
    private bool Joined(Sentence sentence, int joiner) => joiner > sentence.First && institutions.EndingAt(joiner - 1) is not null;

    private (Mention? Party, bool Found)? Arabic(Sentence sentence, int verb, int last, Mention? current)
    {
        if (page.At("impersonal", verb) is not null) return (null, true);
        var next = last + 1;
        if (next <= sentence.Last)
        {
            if (page.Is(next, "theyall")) return (null, true);
            if (page.At("nth", next) is { } nth) return (promisers.Nth(nth.Value), true);
            if (page.At("side", next) is { } side) return (promisers.Of(side.First, side.Last), true);
            if (institutions.StartingAt(next) is { } mention && !Ruled(mention.First)) return (And(sentence, mention.Last + 1) ? null : promisers.Of(mention), true);
        }
        if (verb > sentence.First && page.Tokens[verb].Before < Gap.Comma)
        {
            if (page.In("nth", Math.Max(sentence.First, verb - 3), verb - 1).LastOrDefault(m => m.Last == verb - 1) is { Entry: not null } before) return (promisers.Nth(before.Value), true);
            if (institutions.EndingAt(verb - 1) is { } first && Leads(sentence, first.First)) return (promisers.Of(first), true);
            if (page.Is(verb - 1, "theyall")) return (null, true);
        }
        // The verb alone says "it": who was spoken of does what follows with ب.
        var alone = next <= sentence.Last && (page.Tokens[next].Text[0] == 'ب' || page.Tokens[next].Text is "علي" or "ايضا" or "كذلك");
        return alone ? (current, true) : null;
    }

    private bool Ruled(int i) => page.Tokens[i].Text[0] is 'ب' or 'ل' or 'ك' && page.At("inst", i) is { Skip: > 0 };

    private bool And(Sentence sentence, int i) => i <= sentence.Last && page.Tokens[i].Text[0] == 'و' && institutions.StartingAt(i) is { Skip: > 0 };

    private bool Leads(Sentence sentence, int i) =>
        i == sentence.First || page.Tokens[i].Before >= Gap.Comma || page.Is(i - 1, "opens") || (page.Tokens[i].Text[0] == 'و' && page.At("inst", i) is { Skip: 1 or 3 });

    /// <summary>"dix stagiaires seront accueillis par le CHU", "will be hosted by the hospital", "من طرف المستشفى".</summary>
    private Mention? Agent(Sentence sentence, int first, int last)
    {
        for (var i = first; i < sentence.Last && i <= last + LongestAgent; i++)
        {
            var arabic = page.Tokens[i].Text is "من" && page.Tokens[i + 1].Text is "طرف" or "قبل" or "جانب";
            if (!arabic && (page.Tokens[i].Text is not ("par" or "by") || !Passive(sentence, i))) continue;
            var at = arabic ? i + 2 : i + 1;
            while (at < sentence.Last && page.Tokens[at].Text is "le" or "la" or "les" or "l" or "the") at++;
            return at <= sentence.Last && institutions.At(at) is { } mention && mention.First <= at ? promisers.Of(mention) : null;
        }
        return null;
    }

    private bool Passive(Sentence sentence, int by)
    {
        for (var i = by - 1; i >= sentence.First && i >= by - 3; i--)
            if (page.Is(i, "carried")) return true;
        return false;
    }
}
