namespace Shiraka.Agreements.TextReading;

/// <summary>Arabic has no capitals: a name goes on through definite words, known name words and places, and stops at verbs and particles.</summary>
internal static class ArabicNames
{
    private const int LongestName = 12;
    private const int LongestUnknown = 4;

    public static int End(Page page, NameWalk walk, int head, bool role)
    {
        var last = Quoted(page, head);
        for (var k = last + 1; k < page.Tokens.Count && k - head <= LongestName; k++)
        {
            if (page.Tokens[k].Text == "في" && (!role || last > head) && Land(page, k + 1) is { } land) { last = land; break; }
            if (!walk.Flows(k)) break;
            if (Holder(page, k, last, head, role)) break;
            // "رئيس قسم الشراكات": what an office is for may be a word of agreement.
            if (role && k == head + 1 && page.Tokens[k].Text.StartsWith("ال", StringComparison.Ordinal) && !Definite(page.Tokens[head].Text) && (page.At("cooperation", k) ?? page.At("instrument", k)) is not null) { last = k; continue; }
            if (role && page.Is(k, "acting")) { last = k; continue; }
            // "وزارة الصحة بدولة البحرين".
            if (!role && page.Tokens[k].Text[0] == 'ب' && Prefixed(page.Tokens[k]) && Land(page, k) is { } its) { last = its; break; }
            if (IsStop(page, walk, k)) break;
            var (goes, ends) = Step(page, walk, k, last, head, role);
            if (!goes) break;
            last = k;
            if (ends) break;
        }
        if (page.Tokens[last].Text == "و" && last > head) return last - 1;
        return role ? last : Unknown(page, walk, head, last);
    }

    /// <summary>"المركز الاستشفائي الجامعي سوس ماسة ومؤسسة …": words the reader does not know belong to a body where another is joined to it.</summary>
    private static int Unknown(Page page, NameWalk walk, int head, int last)
    {
        if (!page.In("inst", Math.Max(0, head - LongestUnknown), head).Any(m => m.Last >= head && m.Length + last - head > 1 && m.Value is "hospital" or "university")) return last;
        for (var k = last + 1; k < page.Tokens.Count && k - last <= LongestUnknown + 1; k++)
        {
            if (page.Tokens[k] is not { Shape: Shape.Arabic, Before: Gap.Space }) return last;
            if (page.Tokens[k].Text[0] == 'و' && page.At("inst", k) is { Skip: 1 }) return k - 1;
            if (IsStop(page, walk, k) || page.Tokens[k].Text[0] is 'ب' or 'ل' or 'و' || page.At("role", k) is not null || page.At("inst", k) is not null) return last;
        }
        return last;
    }

    /// <summary>"مدير المؤسسة عبد القادر …": behind an office in a body known by its head alone, a given name is who holds it.</summary>
    private static bool Holder(Page page, int k, int last, int head, bool role)
    {
        var office = role ? head : page.In("role", Math.Max(0, head - 4), head - 1).LastOrDefault() is { Entry: not null } held ? held.Last : -1;
        if (office < 0 || page.Tokens[head].Before == Gap.Stop) return false;
        if (role && last == head && (Definite(page.Tokens[head].Text) || page.Tokens[head].Text is [.., _, 'ت', 'ه'] or [.., _, _, 'ه', 'ا']) && page.IsBare(k, "given", false)) return true;
        if (!role && Complete(page, head, last) && page.IsBare(k, "given", false) && k + 1 < page.Tokens.Count && page.Tokens[k + 1] is { Before: Gap.Space, Shape: Shape.Arabic } && !page.Is(k + 1, "ordinalname") && !page.Is(k + 1, "demonym")) return true;
        if (!Definite(page.Tokens[last].Text) || Definite(page.Tokens[k].Text) || page.Is(k, "nameword") && !page.IsBare(k, "given", false)) return false;
        for (var i = office + 1; i <= last; i++)
            if (!Definite(page.Tokens[i].Text)) return false;
        if (last == office || page.Tokens[k].Text[0] is 'ب' or 'ل' or 'و') return false;
        var next = k + 1 < page.Tokens.Count && page.Tokens[k + 1].Before == Gap.Space ? k + 1 : -1;
        return next > 0 && !page.Is(next, "ordinalname") && (page.IsBare(k, "given", false) || !Known(page, k, bare: false)) && (page.At("inst", head) is not { Value: "hospital" or "university" } || last <= office + 1 || role);
    }

    /// <summary>"وزارة الصحة", "جمعية الإغاثة الطبية", "مركز علاج الحروق" need no more words; "المستشفى الجامعي" may still be called after somebody.</summary>
    private static bool Complete(Page page, int head, int last)
    {
        if (last == head || !(Definite(page.Tokens[last].Text) || page.Is(last, "domain") || page.Is(last, "demonym") || page.Is(last, "cityword") || page.Is(last, "countryword"))) return false;
        if (page.At("inst", head) is not { } kind || kind.Value is "hospital" or "university" or "foundation")
            return (!Definite(page.Tokens[head].Text) && (last > head + 1 || page.Is(last, "domain"))) || Enumerable.Range(head + 1, last - head).Any(i => page.Tokens[i].Text[0] == 'ل' && Prefixed(page.Tokens[i]) || page.Is(i, "cityword"));
        return true;
    }

    /// <summary>'جمعية "واحات بلا حدود"': the quotation marks hold the whole name.</summary>
    private static int Quoted(Page page, int head)
    {
        if (head + 1 >= page.Tokens.Count || page.Tokens[head + 1].Before == Gap.Stop || page.Between(head + 1).Trim() is not ("\"" or "«" or "“" or "”")) return head;
        for (var k = head + 2; k < page.Tokens.Count && k - head <= LongestName && page.Tokens[k].Before != Gap.Stop; k++)
            if (page.Between(k).ContainsAny('"', '»', '”')) return k - 1;
        return head;
    }

    /// <summary>"وزارة الصحة في دولة فلسطين": the state a body belongs to is part of its name.</summary>
    private static int? Land(Page page, int k)
    {
        if (k >= page.Tokens.Count || page.Tokens[k].Before >= Gap.Comma) return null;
        if (page.At("inst", k) is { Value: "state" } head && page.At("country", head.Last + 1) is { } named) return named.Last;
        return page.At("country", k)?.Last;
    }

    /// <summary>With the article, also behind a preposition.</summary>
    public static bool Definite(string word)
    {
        var rest = word.AsSpan();
        if (rest.Length > 4 && rest[0] is 'و' or 'ف') rest = rest[1..];
        if (rest.Length > 4 && rest[0] is 'ب' or 'ك') rest = rest[1..];
        return rest.Length > 3 && (rest.StartsWith("ال") || rest.StartsWith("لل"));
    }

    public static bool IsStop(Page page, NameWalk walk, int k)
    {
        if (walk.IsHard(k) && !page.IsBare(k, "given")) return true;
        var word = page.Tokens[k].Text;
        if (word is "علي" or "وعلي") return page.Text[page.Tokens[k].End - 1] == 'ى';
        if (page.IsBare(k, "stop") || page.IsBare(k, "arverb")) return true;
        return page.Is(k, "title") && !page.IsBare(k, "nameword") && !(k > 0 && page.IsBare(k - 1, "nameword", false)) || page.At("weekday", k) is not null;
    }

    private static (bool Goes, bool Ends) Step(Page page, NameWalk walk, int k, int last, int head, bool role)
    {
        var token = page.Tokens[k];
        if (token.Shape == Shape.Number) return (page.Tokens[k].End - page.Tokens[k].Start < 3 && last == head, false);
        if (token.Shape != Shape.Arabic) return (token.IsProper || page.Is(k, "particle"), false);
        var word = token.Text;
        if (token.Before == Gap.Joined && page.Between(k).SequenceEqual("-")) return (true, false);
        var institution = page.At("inst", k);
        if (!role && page.At("role", k) is not null && !page.IsBare(k, "nameword") && !page.IsBare(k, "given", false)) return (false, false);
        if (word[0] == 'و' && institution is { Skip: 1 } && (page.Is(last, "demonym") || (k + 1 < page.Tokens.Count && page.Between(k + 1).ContainsAny('"', '«', '“')))) return (false, false);
        if (word[0] == 'و' && page.Is(k, "pluralbody") && page.Tokens[last].Text.StartsWith("لل", StringComparison.Ordinal)) return (true, false);
        if (word[0] == 'و' && word.Length > 3 && !(role && institution is { Skip: 0 }) && !Known(page, k, bare: true)) return (page.Is(k, "domain") && (institution is null || page.IsBare(k, "domain")), false);
        if (institution is { Skip: 1 } && word[0] == 'و') return (false, false);
        if (page.IsBare(k, "cityword", false) || page.IsBare(k, "countryword", false)) return (true, false);
        if (word[0] == 'ب' && word.Length > 3 && Prefixed(token) && !page.IsBare(k, "domain", false) && !page.IsBare(k, "given", false))
        {
            if (page.Is(k, "cityword") || page.Is(k, "countryword")) return (true, true);
            if (page.Is(k, "placeword")) return (true, false);
            return (false, false);
        }
        if (last == head && !role && word.StartsWith("لل", StringComparison.Ordinal) && page.At("inst", head) is { Value: "university" or "hospital" }) return (false, false);
        if (word is "و" && k + 1 < page.Tokens.Count && page.IsBare(k + 1, "domain", false) && page.Is(last, "domain")) return (true, false);
        if (last == head && !role && word[0] == 'ل' && !page.IsBare(k, "given", false) && page.At("inst", head) is { Skip: > 0, Value: "ministry" or "hospital" or "university" }) return (false, false);
        if (word[0] == 'ل' && word.Length > 4 && !role && page.Is(k, "undertaking") && page.Tokens[last].Text.StartsWith("ال", StringComparison.Ordinal)) return (false, false);
        if (word[0] == 'ل' && word.Length > 4 && !role && last > head && page.At("inst", head) is { Value: "other" or "foundation" or "agency" }) return (true, false);
        if (word[0] == 'ل' && word.Length > 3 && (word.StartsWith("لل", StringComparison.Ordinal) || page.Is(k, "domain") || word.StartsWith("لمكافح", StringComparison.Ordinal)
            || page.Is(k, "placeword") || (institution is not null && (role || last > head)))) return (true, false);
        // "لرعاية مرضى القلب": what is cared for closes the name.
        if (!role && last > head + 1 && page.Tokens[last].Text is ['ل', not 'ل', ..] && page.Is(last, "domain") && word[0] is not ('و' or 'ب' or 'ل') && page.At("inst", head) is not { Value: "ministry" }) return (true, false);
        if (institution is not null && !role && last != head && !page.Is(k, "domain")) return (false, false);
        if (word.StartsWith("ال", StringComparison.Ordinal) && word.Length > 3) return (true, false);
        if (page.Is(k, "domain") && !page.Is(k, "nameword") && !page.Is(k, "given") && page.Tokens[last].Text.StartsWith("ال", StringComparison.Ordinal)) return (false, false);
        if (role && last == head && page.IsBare(k, "given", false) && page.At("role", head) is { Skip: >= 2 }) return (false, false);
        if (Known(page, k, bare: false)) return (!role || !page.IsBare(k, "given", false) || last == head || InName(page, last), false);
        if (institution is not null) return (true, false);
        var definite = page.Tokens[last].Text.StartsWith("ال", StringComparison.Ordinal);
        if (role) return (last == head && !definite && page.At("role", k) is null, false);
        if (!definite && word[0] is not ('ي' or 'ت' or 'س' or 'ن' or 'و') && (page.Is(last, "placeword") || (k - head < 4 && page.At("inst", head) is not null && Closes(page, walk, k)))) return (true, false);
        var foreign = page.Is(last, "demonym") && word[0] is not ('ي' or 'ت' or 'س' or 'ن') && page.At("inst", head) is { Value: "hospital" or "university" or "foundation" };
        var open = last == head && (!definite || (page.At("inst", head) is null && word[0] is not ('ي' or 'ت' or 'س')));
        return (open || foreign || (page.Is(last, "nameword") && word[0] is not 'ي') || (!definite && word[0] is not ('ي' or 'ت') && InName(page, last)), false);
    }

    /// <summary>"بالرباط", "لتعزيز": a preposition before a word the lexicon knows; "بومدين" is a name of its own.</summary>
    public static bool Prefixed(Token token)
    {
        if (token.Text[0] is not ('ب' or 'ل')) return false;
        if (token.Text.AsSpan(1).StartsWith("ال") || token.Text.StartsWith("لل", StringComparison.Ordinal)) return true;
        foreach (var symbol in token.Word.Symbols)
            if (symbol.Skip > 0) return true;
        return false;
    }

    /// <summary>An unknown word that ends before a comma, a particle or "و…" still belongs to the name: "مستشفى أوتيل ديو".</summary>
    private static bool Closes(Page page, NameWalk walk, int k) =>
        k + 1 >= page.Tokens.Count || page.Tokens[k + 1].Before >= Gap.Comma || (IsStop(page, walk, k + 1) && !page.Is(k + 1, "title"));

    private static bool InName(Page page, int last) => page.Is(last, "nameword") || page.Is(last, "given") || page.Is(last, "royal") || page.At("inst", last) is not null;

    private static bool Known(Page page, int k, bool bare)
    {
        foreach (var wordClass in new[] { "domain", "nameword", "given", "ordinalname", "cityword", "countryword", "demonym", "placeword" })
            if (bare ? page.IsBare(k, wordClass, false) : page.Is(k, wordClass)) return true;
        return false;
    }
}
