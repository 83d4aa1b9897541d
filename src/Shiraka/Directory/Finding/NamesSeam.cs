namespace Shiraka.Directory;

// Stands in until the name kernel is merged; same shapes.
public enum NameKind { Person, Institution, Place }

public sealed record NameReason(string Code, string PartA, string PartB);

public sealed record NameMatch(double Score, bool Same, IReadOnlyList<NameReason> Why);

public sealed record PreparedName(string Text, NameKind Kind, IReadOnlySet<string> Words);

public static class Names
{
    public static PreparedName Prepare(string name, NameKind? kind = null) => new(name, kind ?? NameKind.Institution, WrittenName.Key(name).Split(' ').ToHashSet());

    public static NameMatch Compare(PreparedName a, PreparedName b)
    {
        var score = (double)a.Words.Intersect(b.Words).Count() / a.Words.Union(b.Words).Count();
        return new(score, score >= 0.5, [new("names.why.same-word", string.Join(' ', a.Words.Intersect(b.Words)), "")]);
    }
}
