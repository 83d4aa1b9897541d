namespace Shiraka.Directory;

/// <summary>One way to read what was asked: as it is written, with two words as one, or with one word as two.</summary>
/// <param name="Cost">What it takes to write the name like that.</param>
/// <param name="Why">What was done to the words; null where they were left as they are.</param>
internal sealed record QueryReading(PreparedName Name, int Cost, NameReason? Why);

/// <summary>Undoes what machines do to the spaces of a name.</summary>
internal static class QueryReadings
{
    private const int Usual = 4;
    private const int LongestLink = 5;

    /// <summary>Links are few: a damaged one is soon recognised.</summary>
    private const int LinkDamaged = 44;
    private const int CutInTwo = 44;
    private const int RunTogether = 30;
    private const int AnotherPiece = 8;
    private const int LeastPiece = 3;
    private const int LongestCut = 48;
    private const int MostWords = 6;
    private const int MostReadings = 40;

    public static List<QueryReading> Of(string query, PreparedName asked)
    {
        List<QueryReading> readings = [.. Apart(asked)];
        var words = NameText.Words(query);
        if (words.Count <= MostWords)
        {
            var known = TogetherWhereKnown(words);
            if (known.Count < words.Count) readings.Add(Read(known, Usual, null));
            readings.AddRange([.. Relinked(known), .. Joined(words), .. Cut(known)]);
        }
        readings.Sort(static (x, y) => x.Cost.CompareTo(y.Cost));
        return readings.Count > MostReadings ? readings[..MostReadings] : readings;
    }

    /// <summary>A given name of two words, asked for as one.</summary>
    private static IEnumerable<QueryReading> Apart(PreparedName asked)
    {
        for (var i = 0; i < asked.Parts.Length; i++)
            foreach (var family in asked.Parts[i].Families)
                if (TwoWordNames.Apart(family) is { Length: > 0 } apart)
                    yield return new(new(asked.Text, NameKind.Person, [.. asked.Parts[..i], .. apart, .. asked.Parts[(i + 1)..]], [], "", null), Usual, null);
    }

    private static List<NameWord> TogetherWhereKnown(List<NameWord> words)
    {
        List<NameWord> known = [.. words];
        for (var i = 0; i + 1 < known.Count; i++)
            if (known[i].Arabic == known[i + 1].Arabic && TwoWordNames.Together(known[i].Text, known[i + 1].Text, known[i].Arabic).Length > 0)
            {
                known[i] = known[i].With(known[i].Text + known[i + 1].Text);
                known.RemoveAt(i + 1);
            }
        return known;
    }

    /// <summary>A link in which a letter was damaged: byn, oud, ولذ.</summary>
    private static IEnumerable<QueryReading> Relinked(List<NameWord> words)
    {
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (words[i].Text.Length > LongestLink || words[i].Role.Word != PersonWord.Name) continue;
            foreach (var (text, cost) in WordRepairs.Any(words[i].Text, words[i].Arabic))
            {
                if (PersonWords.Of(text) is not (PersonWord.Link, NameLink.Ben or NameLink.Ait or NameLink.Ould or NameLink.Abou or NameLink.Abd, _)) continue;
                yield return Read([.. words[..i], words[i].With(text), .. words[(i + 1)..]], Math.Min(cost, LinkDamaged), new(NameWhy.Apart, words[i].Text, text));
                break;
            }
        }
    }

    private static IEnumerable<QueryReading> Joined(List<NameWord> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Arabic != words[i + 1].Arabic) continue;
            var one = words[i].With(words[i].Text + words[i + 1].Text);
            yield return Read(TogetherWhereKnown([.. words[..i], one, .. words[(i + 2)..]]), CutInTwo, new(NameWhy.Joined, words[i].Text, words[i + 1].Text));
        }
    }

    private static IEnumerable<QueryReading> Cut(List<NameWord> words)
    {
        for (var i = 0; i < words.Count; i++)
            foreach (var pieces in Pieces(words[i]))
                yield return Read(TogetherWhereKnown([.. words[..i], .. pieces, .. words[(i + 1)..]]), RunTogether + (AnotherPiece * (pieces.Count - 2)), new(NameWhy.Apart, words[i].Text, string.Join(' ', pieces.Select(piece => piece.Text))));
    }

    /// <summary>The word in two or more pieces, one of them a given name or a word that joins names.</summary>
    private static IEnumerable<List<NameWord>> Pieces(NameWord word)
    {
        if (word.Text.Length > LongestCut) yield break;
        for (var at = LeastPiece; at <= word.Text.Length - LeastPiece; at++)
        {
            var (first, rest) = (word.With(word.Text[..at]), word.With(word.Text[at..]));
            var (begins, ends) = (Given(first), Given(rest));
            if (!begins && !ends) continue;
            yield return [first, rest];
            if (!begins) continue;
            if (Linked(rest) is { } linked) yield return [first, .. linked];
            for (var next = LeastPiece; next <= rest.Text.Length - LeastPiece; next++)
            {
                var (second, third) = (rest.With(rest.Text[..next]), rest.With(rest.Text[next..]));
                if (!Given(second)) continue;
                yield return [first, second, third];
                if (Linked(third) is { } more) yield return [first, second, .. more];
            }
        }
        if (Linked(word) is { } apart) yield return apart;
    }

    /// <summary>A link or an article and what follows it, written as one word.</summary>
    private static List<NameWord>? Linked(NameWord word)
    {
        for (var at = Math.Min(6, word.Text.Length - LeastPiece); at >= 2; at--)
            if (PersonWords.Of(word.Text[..at]).Word is PersonWord.Link or PersonWord.Article) return [word.With(word.Text[..at]), word.With(word.Text[at..])];
        return null;
    }

    private static bool Given(NameWord word) => word.IsGiven;

    private static QueryReading Read(List<NameWord> words, int cost, NameReason? why)
    {
        var (parts, numbers, kin) = PersonReading.Read(words);
        return new(new(string.Join(' ', words.Select(word => word.Text)), NameKind.Person, parts, numbers, kin, null), cost, why);
    }
}
