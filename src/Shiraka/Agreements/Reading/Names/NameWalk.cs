namespace Shiraka.Agreements.TextReading;

/// <summary>How far a name goes after its head ("ministère" → "de la Santé et de la Protection sociale"). One walk per script.</summary>
internal sealed class NameWalk(Page page)
{
    private const int LongestName = 16;

    /// <summary>So far stands a function from the body it is held in.</summary>
    private const int LongestOffice = 8;

    private readonly bool[] _hard = HardStops(page);

    public bool IsHard(int token) => _hard[token];

    /// <summary>The last word of the name whose head is <paramref name="head"/>. <paramref name="role"/>: a function, which ends where a person begins.</summary>
    public int End(int head, bool role) =>
        page.Tokens[head].Shape == Shape.Arabic ? ArabicNames.End(page, this, head, role) : role ? LatinEnd(head, role) : Abbreviated(head, LatinEnd(head, role));

    /// <summary>English puts the name before the head: "King Faisal Hospital".</summary>
    public int Start(int head)
    {
        var first = head;
        while (first > 0 && page.Tokens[first].Before is Gap.Space or Gap.Joined && head - first < 6)
        {
            var left = first - 1;
            // "Saint Brendan's University Hospital"; the ministry of "Kenya's Ministry" is not Kenya's name.
            if (page.Tokens[left].Text == "s" && page.Tokens[left].Before == Gap.Joined && left > 0 && page.Tokens[left - 1].IsProper && page.At("country", left - 1) is null && page.At("city", left - 1) is null && page.At("inst", left - 1) is null && page.At("acronym", left - 1) is null) left--;
            // "Tumaini Referral and Teaching Hospital".
            if (page.Tokens[left].Text == "and" && left > 1 && page.Is(left - 1, "namepart") && page.Tokens[left - 1].IsProper && page.Is(first, "namepart") && page.Tokens[first].IsProper) { first = left - 1; continue; }
            var token = page.Tokens[left];
            var particle = page.Is(left, "particle") && !page.Is(left, "det") && left > 0 && page.Tokens[left - 1].IsProper;
            if (_hard[left] || (page.Is(left, "title") && !page.Is(left, "nameadj")) || page.At("role", left) is not null || page.At("weekday", left) is not null) break;
            if (!token.IsProper && !particle) break;
            if (page.Is(left, "det") || token.Shape == Shape.Arabic || token.Text is "s" or "m" or "mm") break;
            first = left;
        }
        return first;
    }

    /// <summary>"Agence nationale de gestion des réalisations … (ARES)": a name goes on to the brackets that abbreviate it.</summary>
    private int Abbreviated(int head, int last)
    {
        for (var k = last + 1; k < page.Tokens.Count && k - head <= LongestName; k++)
        {
            var token = page.Tokens[k];
            if (token.Before == Gap.Stop || _hard[k]) return last;
            if (page.Between(k).Contains('(')) return k > last + 1 && token.Shape == Shape.Caps && page.Text.AsSpan(token.End).StartsWith(")") ? k : last;
            if (token.Before == Gap.Comma || (token.IsProper && page.At("inst", k) is not null)) return last;
            if (page.Is(k, "joiner") && k + 1 < page.Tokens.Count && page.Tokens[k + 1].Text is "the" or "le" or "la" or "les") return last;
            if (!page.Is(k, "link") && !page.Is(k, "joiner") && !page.Is(k, "purpose") && (page.Is(k, "fr") || page.Is(k, "en"))) return last;
        }
        return last;
    }

    private int LatinEnd(int head, bool role)
    {
        var last = head;
        for (var k = head + 1; k < page.Tokens.Count && k - head <= LongestName; k++)
        {
            if (Enumerates(k, last)) { k = last = SkipLinks(k, comma: true); continue; }
            if (!Flows(k) || _hard[k] || (page.Tokens[k].Shape == Shape.Caps && page.At("sign.participle", k) is not null)) break;
            if (page.Tokens[k].Before == Gap.Comma && page.At("inst", k) is not null && page.Between(k).ContainsAny('–', '-')) break;
            if (k == last + 1 && page.Tokens[k].Before == Gap.Joined && page.Tokens[k].Shape == Shape.Lower && page.Between(k) is "-") { last = k; continue; }
            if (page.Is(k, "joiner"))
            {
                if (!role && k + 1 < page.Tokens.Count && page.Tokens[k + 1].Text is "the" or "le" or "la" or "les") break;
                var after = SkipLinks(k + 1);
                if (after < 0 || _hard[after]) break;
                if (!role && Own(k + 1, after)) { k = last = after + 1; continue; }
                var more = page.Is(after, "domain") || (role && page.At("role", after) is not null);
                if (!more || (page.At("inst", after) is not null && !page.Is(after, "domain"))) break;
                k = last = after;
                continue;
            }
            if (page.Is(k, "link") || page.Is(k, "purpose"))
            {
                var purpose = page.Is(k, "purpose");
                var after = SkipLinks(k + 1);
                if (after < 0 || _hard[after] || !Belongs(after, last, head, linked: true, role) || (page.Tokens[k].Text is "au" or "aux" && page.At("inst", after) is not null)) break;
                if (purpose && (page.Tokens[k].Text is "sur" or "on" || !page.Is(after, "domain") || page.At("cooperation", after) is not null)) break;
                k = last = after;
                continue;
            }
            if (!role && Patron(k, last, head)) { last = ++k; continue; }
            if (!Belongs(k, last, head, linked: false, role) && !Epithet(k, head, role)) break;
            last = k;
        }
        return last;
    }

    /// <summary>"du sang et de ses dérivés": what belongs to a word of the name is of the name.</summary>
    private bool Own(int link, int possessive) =>
        possessive == link + 1 && page.Tokens[link].Text == "de" && page.Tokens[possessive].Text is "ses" or "leurs" && possessive + 1 < page.Tokens.Count
        && page.Tokens[possessive + 1] is { Shape: Shape.Lower, Before: Gap.Space } && page.At("role", possessive + 1) is null && page.At("inst", possessive + 1) is null;

    private bool Belongs(int k, int last, int head, bool linked, bool role)
    {
        var token = page.Tokens[k];
        if (page.Is(k, "title") && !page.Is(k, "royal") || page.At("weekday", k) is not null) return false;
        if (!role && !linked && page.At("role", k) is not null && !page.Is(k, "royal")) return false;
        if (token.Before == Gap.Joined && token.IsProper && page.Between(k) is "-") return true;
        if (!linked && page.Is(k, "given") && last >= 0 && NameEnded(k, last)) return false;
        if (page.Is(k, "domain") || page.Is(k, "nameadj") || page.Is(k, "demonym")) return true;
        if (page.Is(k, "placeword") || page.At("country", k) is not null) return true;
        if (role && page.At("inst", k) is not null) return true;
        if (role && linked && token.Shape == Shape.Lower) return page.At("role", k) is null;
        if (linked && !role && token.Shape == Shape.Lower && (page.Tokens[head].IsProper || (head > 0 && page.Tokens[head - 1].IsProper)) && last <= head + 1 && token.Text.Length > 3 && !page.Is(k, "det")) return page.At("role", k) is null && (page.At("inst", k) is null || token.Text[^1] is 's' or 'x');
        if (token.Shape == Shape.Number) return page.Tokens[last].IsProper && token.Before == Gap.Space && token.End - token.Start < 3;
        if (role && !linked && token.IsProper && (page.Is(last, "domain") || last == head || page.At("role", last) is not null || (page.Tokens[last].Shape == Shape.Lower && page.At("inst", last) is null && !page.Is(last, "link")))) return false;
        return token.IsProper || (page.Is(k, "particle") && k + 1 < page.Tokens.Count && page.Tokens[k + 1].IsProper && !page.Is(k, "det"));
    }

    /// <summary>"CHU Dr Benbadis": the title of whose name the body bears; behind a function ("directeur du CHU Dr Bamba") it is somebody's.</summary>
    private bool Patron(int k, int last, int head)
    {
        if (last != head || k + 1 >= page.Tokens.Count || !page.Is(k, "title") || !page.Tokens[k + 1].IsProper || page.Tokens[k].Before != Gap.Space || page.Tokens[k + 1].Before > Gap.Comma) return false;
        for (var i = head; i >= 0 && i > head - LongestOffice; i--)
            if (page.At("role", i) is not null) return false;
        return true;
    }

    /// <summary>One unknown adjective after the head, where the name goes on: "Organisation panaméricaine de la santé".</summary>
    private bool Epithet(int k, int head, bool role)
    {
        if (role || k != head + 1 || page.Tokens[k].Shape != Shape.Lower || page.Tokens[k].Before != Gap.Space || page.Tokens[k].Text.Length < 5 || page.Is(k, "det") || page.At("field", k) is not null) return false;
        return k + 1 < page.Tokens.Count && page.Is(k + 1, "link") && SkipLinks(k + 1) is > 0 and var after && (page.Is(after, "domain") || (page.Tokens[after].IsProper && page.Tokens[head].Shape != Shape.Caps && (Whole(head) || page.Tokens[head].IsProper)));
    }

    /// <summary>A head of several words, "centre hospitalier": an adjective and a place follow it more often than a person.</summary>
    private bool Whole(int head) => head > 0 && page.Tokens[head - 1].IsProper && page.At("inst", head - 1) is not null;

    /// <summary>A given name after a complete name opens a person: "CHU Ibn Sina Abdelkader …".</summary>
    private bool NameEnded(int k, int last)
    {
        var next = k + 1 < page.Tokens.Count && page.Tokens[k + 1].IsProper && page.Tokens[k + 1].Before is Gap.Space or Gap.Joined;
        return next && (page.Is(last, "domain") || (page.Tokens[last].IsProper && !page.Is(last, "royal") && page.At("inst", last) is null && !page.Is(last, "given") && !page.Is(last, "particle")));
    }

    /// <summary>"ministère de la Santé publique, de la Population et des Affaires sociales".</summary>
    private bool Enumerates(int k, int last) =>
        page.Tokens[k].Before == Gap.Comma && page.Tokens[k].Text is "de" or "du" or "des" && page.Between(k).Trim() is "," && (page.Is(last, "domain") || page.Is(last, "nameadj"))
        && SkipLinks(k, comma: true) is > 0 and var after && page.Is(after, "domain") && page.Tokens[after].IsProper;

    private int SkipLinks(int k, bool comma = false)
    {
        for (var i = k; i < page.Tokens.Count && i < k + 4; i++)
        {
            if (!Flows(i) && !(comma && i == k)) return -1;
            if (!page.Is(i, "link")) return i;
        }
        return -1;
    }

    /// <summary>Nothing but spaces, quotes or a bracketed acronym stands before the word.</summary>
    public bool Flows(int k)
    {
        var token = page.Tokens[k];
        if (token.Before == Gap.Stop) return false;
        if (token.Before < Gap.Comma) return true;
        foreach (var c in page.Between(k))
            if (c is not (' ' or '«' or '»' or '"' or '“' or '”' or '\u00a0' or '-' or '(' or ')' or '–')) return false;
        var between = page.Between(k);
        if (between.Contains('(')) return ClosesSoon(k);
        if (between.Contains('–')) return between.Trim().Length == 1 && token.IsProper && !(token.Shape == Shape.Caps && token.Text.Length > 3 && page.Tokens[k - 1].Shape == Shape.Caps && page.At("inst", k) is null);
        return !between.Contains(')') || page.Tokens[k - 1].Shape == Shape.Caps;
    }

    /// <summary>An acronym of one to three parts in brackets: "(CHU)", "(CHU-MEL)".</summary>
    private bool ClosesSoon(int k)
    {
        for (var i = k; i < page.Tokens.Count && i < k + 3 && (page.Tokens[i].Shape == Shape.Caps || (i > k && page.Tokens[i].IsProper && page.Tokens[i].Text.Length == 1)); i++)
        {
            if (page.Text.AsSpan(page.Tokens[i].End).StartsWith(")")) return true;
            if (i + 1 < page.Tokens.Count && page.Tokens[i + 1].Before >= Gap.Comma) return false;
        }
        return false;
    }

    private static bool[] HardStops(Page page)
    {
        var hard = new bool[page.Tokens.Count];
        foreach (var tag in new[] { "instrument", "sign.verb", "sign.passive", "sign.noun", "between", "with", "preside", "witness", "said", "future", "denied" })
            foreach (var match in page.All(tag))
            {
                hard[match.First] = true;
                if (tag is "instrument" or "sign.verb") for (var i = match.First; i <= match.Last; i++) hard[i] = true;
            }
        return hard;
    }
}
