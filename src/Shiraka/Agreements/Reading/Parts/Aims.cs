namespace Shiraka.Agreements.TextReading;

/// <summary>
/// What an agreement is for, item by item, where no word of the lexicon says of which kind: "vise à connecter les hôpitaux, à …",
/// "will be recruited", "تهدف إلى …". An item begins with a word of activity that the frame or a conjunction sets off.
/// </summary>
internal static class Aims
{
    private const int NoFrame = -2;

    /// <summary>"Key terms", "Que prévoit-il ?": a heading over a list.</summary>
    private const int LongestHead = 12;

    private const int LongestItem = 18;
    private const int ShortestItem = 3;

    /// <summary>More in one sentence are a list of words, not of aims.</summary>
    private const int MostItems = 8;

    private static readonly System.Buffers.SearchValues<char> Separators = System.Buffers.SearchValues.Create(",،;؛:–");
    private static readonly System.Buffers.SearchValues<char> Bullets = System.Buffers.SearchValues.Create("-–—•▪*●·→✔✓►▶◦‣");

    /// <summary>So far behind a frame or a comma may articles and prepositions put the word of activity.</summary>
    private const int LongestApproach = 5;

    /// <param name="listed">The sentence is a line of a list that an earlier one opened with a colon.</param>
    public static List<(int First, int Last)> In(Page page, Sentence sentence, bool about, bool listed)
    {
        var items = new List<(int First, int Last)>();
        var frame = listed ? Bullet(page, sentence) : about ? Frame(page, sentence) : NoFrame;
        if (frame == NoFrame) return items;
        for (var i = frame + 1; i <= sentence.Last && items.Count < MostItems; i++)
        {
            if (page.At("said", i) is not null || page.At("witness", i) is not null) break;
            if (!(listed && i == frame + 1 && Item(page, sentence, i)) && (!SetOff(page, frame, i) || !Opens(page, i))) continue;
            var last = End(page, sentence, i);
            if (last - i + 1 >= ShortestItem && !Vague(page, i, last)) items.Add((i, last));
            i = last;
        }
        return items;
    }

    /// <summary>The sentence opens a list ("Les axes sont :"), or goes on with one.</summary>
    public static bool Lists(Page page, Sentence sentence, bool about, bool listing)
    {
        if (sentence.Last + 1 >= page.Tokens.Count) return false;
        var after = page.Between(sentence.Last + 1);
        var marked = after.ContainsAny(Bullets) || Numbered(page, sentence.Last + 1);
        if (about && after.Contains(':') && (after.Contains('\n') || marked)) return true;
        if (marked && sentence.Length <= LongestHead && page.Has("list.head", sentence)) return true;
        return listing && (marked || after.Contains(';') || after.Contains('؛'));
    }

    /// <summary>"1.", "a)".</summary>
    private static bool Numbered(Page page, int token) =>
        page.Tokens[token].Shape == Shape.Number || (page.Tokens[token].Text.Length == 1 && token + 1 < page.Tokens.Count && page.Between(token + 1).ContainsAny(".)-/"));

    /// <summary>"ومكافحة": the conjunction is no part of what is promised.</summary>
    public static bool Conjoined(Page page, int first) => page.Tokens[first].Shape == Shape.Arabic && page.Tokens[first].Text[0] == 'و' && !page.IsBare(first, "activity", false);

    private static int Bullet(Page page, Sentence sentence)
    {
        var first = sentence.First;
        while (first < sentence.Last && (page.Tokens[first].Shape == Shape.Number || page.Tokens[first].Text.Length == 1)) first++;
        return first - 1;
    }

    private static int Frame(Page page, Sentence sentence)
    {
        var said = page.In("said", sentence).Select(m => m.First).DefaultIfEmpty(int.MaxValue).First();
        return page.In("aim.frame", sentence).Where(f => f.First < said || page.Has("instrument", said, f.First)).Select(f => f.Last).DefaultIfEmpty(NoFrame).First();
    }

    /// <summary>Directly behind the frame, a comma or a conjunction, articles and prepositions aside.</summary>
    private static bool SetOff(Page page, int frame, int i)
    {
        for (var k = i; k > frame && i - k < LongestApproach; k--)
        {
            if (k == frame + 1 || page.Tokens[k].Before >= Gap.Comma || page.Is(k - 1, "joiner") || page.Is(k, "besides") || (page.Tokens[k].Shape == Shape.Arabic && page.Tokens[k].Text[0] == 'و')) return true;
            if (!Light(page, k - 1)) return false;
        }
        return false;
    }

    /// <summary>A bulleted line is an item whatever word it begins with.</summary>
    private static bool Item(Page page, Sentence sentence, int i) =>
        sentence.Length <= LongestItem && page.Between(sentence.First).ContainsAny(Bullets) && page.At("inst", i) is null && page.At("role", i) is null && !page.Is(i, "title") && !page.Is(i, "given");

    private static bool Light(Page page, int i) =>
        page.Is(i, "link") || page.Is(i, "det") || page.Is(i, "purpose") || page.Is(i, "adv") || page.Is(i, "stop") || page.Is(i, "parties")
        || page.At("instrument", i) is not null || page.Tokens[i].Text is "a" or "to" or "by" or "on" or "at" or "in" or "notamment" or "that" or "also" or "be" or "well" or "as" or "addition" or "ainsi" or "que" or "mieux";

    private static bool Opens(Page page, int i)
    {
        if (page.Tokens[i].IsProper && page.Tokens[i].Before != Gap.Stop) return false;
        if (page.Is(i, "activity")) return page.Tokens[i].Shape != Shape.Arabic || !page.Tokens[i].Text.AsSpan(page.Tokens[i].Text[0] == 'و' ? 1 : 0).StartsWith("ال");
        var word = page.Tokens[i].Text;
        return page.Tokens[i].Shape == Shape.Lower && word.Length > 4 && i > 0 && page.Tokens[i - 1].Text is "a" or "de" or "d" or "vont" or "va" or "se" && word[^1] == 'r' && word[^2] is 'e' or 'i' && !word.EndsWith("ier", StringComparison.Ordinal);
    }

    private static int End(Page page, Sentence sentence, int first)
    {
        var last = first;
        while (last < sentence.Last && last - first < LongestItem)
        {
            var next = last + 1;
            if (page.At("said", next) is not null || page.At("setting", next) is not null || page.Is(next, "whereby") || page.Is(next, "besides")) break;
            if (page.Tokens[next].Before >= Gap.Comma && !Listed(page, next)) break;
            if ((page.Is(next, "joiner") || (page.Tokens[next].Shape == Shape.Arabic && page.Tokens[next].Text[0] == 'و')) && last > first && OpensNext(page, sentence, next)) break;
            last = next;
        }
        while (last > first && (page.Is(last, "joiner") || page.Is(last, "link") || page.Is(last, "purpose") || page.Is(last, "det"))) last--;
        return last;
    }

    /// <summary>A quotation mark or a bracket ends nothing.</summary>
    private static bool Listed(Page page, int token) => !page.Between(token).ContainsAny(Separators);

    private static bool OpensNext(Page page, Sentence sentence, int joiner)
    {
        for (var i = joiner; i <= sentence.Last && i < joiner + LongestApproach; i++)
        {
            if (i > joiner || page.Tokens[i].Shape == Shape.Arabic)
                if (Opens(page, i)) return true;
            if (i > joiner && !Light(page, i)) return false;
        }
        return false;
    }

    /// <summary>"renforcer le partenariat", "enhance the quality": why, not what.</summary>
    private static bool Vague(Page page, int first, int last)
    {
        for (var i = first; i <= Math.Min(last, first + 3); i++)
            if (page.Is(i, "vague") || page.Is(i, "catchall")) return true;
        return page.Has("goal", Math.Max(0, first - 1), Math.Min(last, first + 4));
    }
}
